import {Box} from 'ink';
import type {TranscriptRecord} from '../../library/records.ts';
import {showDay} from '../../measures.ts';
import {Frame} from '../components/frame.tsx';
import {Notice} from '../components/notice.tsx';
import {OutlinePanel} from '../components/outline-panel.tsx';
import {ReadingBody} from '../components/reading-body.tsx';
import {SpeakersPanel} from '../components/speakers-panel.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {useCorrection} from '../hooks/use-correction.ts';
import type {KeyHandling} from '../hooks/use-keys.ts';
import {useNameProposals} from '../hooks/use-name-proposals.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useOpenRecording} from '../hooks/use-open-recording.ts';
import {useOutline} from '../hooks/use-outline.ts';
import {useReader} from '../hooks/use-reader.ts';
import {useSpeakers} from '../hooks/use-speakers.ts';
import type {Binding} from '../keymap.ts';
import type {ListedTranscript} from '../listings.ts';
import type {FoundPlace, TranscriptReference} from '../navigation.ts';
import {useSession} from '../session.ts';

export type TranscriptPaneProps = {
	readonly reference: TranscriptReference;
	readonly listed: ListedTranscript;
	/** Where to begin, in milliseconds from the start; undefined: at the start. */
	readonly at?: FoundPlace | undefined;
};

export function TranscriptPane({reference, listed, at}: TranscriptPaneProps) {
	const {document, opened} = listed;
	const {transcript} = document;
	const {meeting, source} = opened.record;
	const {services} = useSession();
	const {open, back, backBinding} = useNavigation();
	const {width, height: bodyHeight} = useBodySize();
	const outline = useOutline({
		opened,
		reference,
		outline: transcript.outline,
		meetingUuid: meeting.uuid,
		width,
		height: bodyHeight,
		onTime: timeMs => reader.step({type: 'time at', timeMs}),
	});
	const names = useNameProposals(reference, opened);
	const speakers = useSpeakers({
		transcript,
		opened,
		onIdentified: names.lookAgain,
		reference,
		height: bodyHeight,
	});
	const height = Math.max(1, bodyHeight - 1 - (names.proposals.length > 0 ? 1 : 0));
	const {panel} = outline;
	const reader = useReader({
		document,
		width: width - outline.besideWidth,
		height,
		at,
		copyToSystem: services.copyToSystem,
	});
	const {find, copying, colours, textWidth} = reader;
	const correction = useCorrection({
		transcript,
		opened,
		reference,
		turn: reader.reading.turn,
		width: textWidth,
		onTurn: reader.goToTurn,
	});
	const openRecording = useOpenRecording(meeting.uuid);

	const everyBinding: readonly Binding[] = [
		...reader.moving,
		...names.bindings,
		...find.bindings,
		...correction.bindings,
		...copying.bindings,
		openRecording,
		speakers.binding,
		outline.binding,
		{
			keys: ['.'],
			label: 'export',
			hint: 'export',
			run: () => open({name: 'export', reference}),
		},
		backBinding,
		{keys: ['q'], label: 'close the transcript', run: back},
	];
	// What was said is about the key before.
	const readingBindings = everyBinding.map(binding => ({
		...binding,
		run() {
			copying.forget();
			correction.forget();
			binding.run();
		},
	}));

	/** Whoever has the keys now. */
	function readInput(): KeyHandling {
		if (speakers.panel !== undefined) {
			return speakers.keys;
		}

		if (panel.status !== 'closed') {
			return {bindings: outline.bindings};
		}

		if (correction.editor !== undefined) {
			return correction.keys;
		}

		return reader.keysOver(readingBindings);
	}

	return (
		<Frame
			breadcrumb={[
				meeting.topic,
				showDay(new Date(meeting.start)),
				...(source === 'zoom' ? ['Zoom’s transcript'] : []),
			]}
			{...readInput()}
		>
			{speakers.panel !== undefined && (
				<SpeakersPanel panel={speakers.panel} colours={colours} width={width} height={bodyHeight} />
			)}
			<Box flexGrow={1} flexBasis={0} display={speakers.panel === undefined ? 'flex' : 'none'}>
				{(panel.status === 'closed' || outline.besideWidth > 0) && (
					<Box flexDirection="column" flexGrow={1} flexBasis={0}>
						{transcript.turns.length === 0 ? (
							<Silence source={source} />
						) : (
							<ReadingBody
								transcript={transcript}
								layout={reader.layout}
								find={find}
								chosen={copying.range}
								editor={correction.editor}
								proposals={names.proposals}
								timeField={reader.timeJump.field}
								said={correction.said ?? copying.said}
								colours={colours}
								height={height}
								width={textWidth}
							/>
						)}
					</Box>
				)}
				{panel.status !== 'closed' && (
					<OutlinePanel
						panel={panel}
						understanding={outline.understanding}
						source={source}
						width={outline.besideWidth || width}
						height={bodyHeight}
					/>
				)}
			</Box>
		</Frame>
	);
}

function Silence({source}: Pick<TranscriptRecord, 'source'>) {
	return (
		<Notice title="Nothing was said">
			{source === 'zoom'
				? 'Zoom’s transcript of this recording has no words.'
				: 'AssemblyAI heard no speech in this recording. What it sent is kept in the library.'}
		</Notice>
	);
}
