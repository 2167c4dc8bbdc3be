import {Static, Text, useWindowSize} from 'ink';
import {useMemo} from 'react';
import type {ExportDocument} from '../../transcripts/formats/format.ts';
import {linearText} from '../../transcripts/linear-text.ts';
import {speakerLabels} from '../../transcripts/speaker-names.ts';
import {formatTime} from '../../transcripts/time.ts';
import {Frame} from '../components/frame.tsx';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useOpenRecording} from '../hooks/use-open-recording.ts';
import type {TranscriptReference} from '../navigation.ts';

export type TranscriptAloudProps = {
	readonly reference: TranscriptReference;
	readonly document: ExportDocument;
};

/**
 * The transcript for a screen reader: written once, from the beginning to the end, to where the terminal
 * keeps what has scrolled by. A frame that is drawn anew would be read out anew.
 */
export function TranscriptAloud({reference, document}: TranscriptAloudProps) {
	const {transcript, meeting} = document;
	const {columns} = useWindowSize();
	const {open, back, backBinding} = useNavigation();
	const pieces = useMemo(
		() => [
			`Transcript of ${meeting.topic}, ${describeSize(document)}.`,
			...linearText(transcript, columns - 1),
		],
		[document, transcript, meeting, columns],
	);
	return (
		<>
			<Static items={pieces}>{(piece, position) => <Text key={position}>{piece}</Text>}</Static>
			<Frame
				breadcrumb={[meeting.topic, 'transcript']}
				bindings={[
					{
						keys: ['.'],
						label: 'export',
						hint: 'export',
						run: () => open({name: 'export', reference}),
					},
					useOpenRecording(meeting.uuid),
					backBinding,
					{keys: ['q'], label: 'close the transcript', run: back},
				]}
			>
				<Text>End of the transcript. It can be read again above.</Text>
			</Frame>
		</>
	);
}

function describeSize({transcript}: ExportDocument): string {
	const {turns, durationMs} = transcript;
	const speakers = speakerLabels(transcript).length;
	return [
		formatTime(durationMs),
		...(speakers === 0 ? [] : [`${speakers} ${speakers === 1 ? 'speaker' : 'speakers'}`]),
		`${turns.length} ${turns.length === 1 ? 'turn' : 'turns'}`,
	].join(', ');
}
