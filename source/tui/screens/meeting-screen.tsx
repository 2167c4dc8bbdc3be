import {Box, Text} from 'ink';
import {showMoment} from '../../measures.ts';
import type {MeetingDetail, RecordingFile} from '../../zoom/recordings.ts';
import {FileRow} from '../components/file-row.tsx';
import {Frame} from '../components/frame.tsx';
import {ListView} from '../components/list.tsx';
import {Notice} from '../components/notice.tsx';
import {PendingFrame} from '../components/pending-frame.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {useList} from '../hooks/use-list.ts';
import {useListing} from '../hooks/use-listing.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useTranscribe} from '../hooks/use-transcribe.ts';
import {useWaitUntilReady} from '../hooks/use-wait-until-ready.tsx';
import type {Binding} from '../keymap.ts';
import {type ListedFile, listFiles} from '../listed-files.ts';
import {hasAudio} from '../meeting-words.ts';
import {useSession} from '../session.ts';

const keyOf = ({file}: ListedFile) => file.id;
const textOf = ({title}: ListedFile) => title;

/** Rows above the files: what the meeting is. */
const headHeight = 5;

/** One meeting with everything that Zoom has of it. */
export function MeetingScreen({uuid}: {readonly uuid: string}) {
	const {listings} = useSession();
	const listing = listings.meeting(uuid);
	const {value} = useListing(listing);
	if (value !== undefined) {
		return <MeetingFiles meeting={value} onReload={listing.reload} />;
	}

	return (
		<PendingFrame place="meeting" listing={listing} retryLabel="ask Zoom again">
			Asking Zoom for the meeting’s files…
		</PendingFrame>
	);
}

function MeetingFiles({
	meeting,
	onReload,
}: {
	readonly meeting: MeetingDetail;
	readonly onReload: () => void;
}) {
	const {open, backBinding} = useNavigation();
	const {height, width} = useBodySize();
	const transcribe = useTranscribe();
	const wait = useWaitUntilReady(meeting, onReload);
	const files = listFiles(meeting);
	const list = useList({
		name: `files of ${meeting.uuid}`,
		items: files,
		keyOf,
		textOf,
		initialCursor: files.find(({isDefault}) => isDefault)?.file.id,
		height: Math.max(1, height - headHeight),
		canMark: true,
	});

	function withChosen(act: (chosen: readonly RecordingFile[]) => void): void {
		const marked = files.filter(({file}) => list.marked.has(file.id));
		const chosen = (marked.length > 0 ? marked : list.current === undefined ? [] : [list.current])
			.filter(({canTranscribe}) => canTranscribe)
			.map(({file}) => file);
		if (chosen.length > 0) {
			act(chosen);
			list.clearMarks();
		}
	}

	const starting: readonly Binding[] = [
		{
			keys: ['enter', 'l', 'right'],
			label: 'transcribe this file; with marks, every marked one, as one transcript',
			hint: list.marked.size > 0 ? `transcribe ${list.marked.size}` : 'transcribe this file',
			run: () => withChosen(chosen => transcribe.startFiles(meeting, chosen)),
		},
		{
			keys: ['o'],
			label: 'options first: language, speakers, keyterms, cost, …',
			hint: 'options',
			run: () => withChosen(chosen => transcribe.askFilesFirst(meeting, chosen)),
		},
	];
	const bindings: readonly Binding[] = [
		...(hasAudio(meeting) ? [] : [wait.binding]),
		...(files.some(({canTranscribe}) => canTranscribe) ? starting : []),
		{
			keys: ['v'],
			label: 'Zoom’s own transcript, at once and free',
			hint: 'Zoom’s transcript',
			run: () => open({name: 'transcript', reference: {type: 'zoom', meetingUuid: meeting.uuid}}),
		},
		{
			keys: ['i'],
			label: 'the summary that Zoom’s AI made',
			hint: 'summary',
			run: () => open({name: 'summary', uuid: meeting.uuid}),
		},
		...list.bindings,
		...transcribe.bindings,
		{keys: ['r'], label: 'ask Zoom again', run: onReload},
		backBinding,
	];
	const {topic, start: begin, number, hostEmail, passcode} = meeting;
	return (
		<Frame
			breadcrumb={[topic === '' ? '(no topic)' : topic, 'files']}
			bindings={bindings}
			onText={list.onText}
		>
			<Box flexDirection="column" paddingX={1} height={headHeight} flexShrink={0} overflow="hidden">
				<Text bold wrap="truncate">
					{topic === '' ? '(no topic)' : topic}
				</Text>
				<Text wrap="truncate">
					{showMoment(begin)} · meeting {number}
					{hostEmail !== undefined && ` · ${hostEmail}`}
				</Text>
				<Text dimColor wrap="truncate">
					{passcode === undefined
						? `UUID ${meeting.uuid}`
						: `passcode ${passcode} · UUID ${meeting.uuid}`}
				</Text>
				<Box height={1}>{wait.notice}</Box>
			</Box>
			{files.length === 0 ? (
				<Notice title="No files yet">
					{'Zoom is still processing this recording. Press w to wait for it.'}
				</Notice>
			) : (
				<ListView
					list={list}
					keyOf={keyOf}
					renderItem={(listed, isCurrent) => (
						<FileRow listed={listed} isCurrent={isCurrent} width={width - 3} />
					)}
				/>
			)}
		</Frame>
	);
}
