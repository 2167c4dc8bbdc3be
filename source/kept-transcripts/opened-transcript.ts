import type {ExportSource} from '../exports/render-export.ts';
import type {TranscriptRecord} from '../library/records.ts';
import type {TranscriptPart} from '../transcripts/join-transcripts.ts';
import {speakerLabels} from '../transcripts/speaker-names.ts';
import type {Transcript} from '../transcripts/transcript.ts';

/** A transcript of the library, ready to be read. */
export type OpenedTranscript = {
	readonly record: TranscriptRecord;
	readonly transcript: Transcript;
	/** What the service answered, exactly as it came. */
	readonly raw: string;
	/** What it is made of: one for each segment of the recording, as it was heard. */
	readonly parts: readonly OpenedPart[];
};

export type OpenedPart = TranscriptPart & {
	/** The library's id. */
	readonly id: string;
};

/** The transcript with its meeting, as the export formats take it. */
export function toExportSource({record, transcript, raw}: OpenedTranscript): ExportSource {
	const {uuid, number, topic, start, hostEmail, shareUrl} = record.meeting;
	return {
		raw,
		document: {
			transcript,
			transcriptId: record.source === 'zoom' ? undefined : record.id,
			meeting: {
				uuid,
				number,
				topic,
				start: new Date(start),
				hostEmail,
				participants: record.source === 'zoom' ? speakerLabels(transcript) : [],
				shareUrl,
			},
			exportedAt: new Date(),
		},
	};
}
