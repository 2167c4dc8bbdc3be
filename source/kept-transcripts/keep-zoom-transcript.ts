import {createHash} from 'node:crypto';
import type {Library} from '../library/library.ts';
import type {MeetingDetail} from '../zoom/recordings.ts';
import {
	isTranscript,
	parseZoomTranscript,
	type ZoomTranscriptFile,
} from '../zoom/zoom-transcript.ts';

/**
 * Keeps Zoom's own transcript of a meeting in the library, to be read, searched and exported like any
 * other. Resolves with the library's id of it, always the same for a meeting; undefined without files.
 */
export async function keepZoomTranscript(
	library: Pick<Library, 'keepZoomTranscript'>,
	meeting: MeetingDetail,
	files: readonly ZoomTranscriptFile[],
): Promise<string | undefined> {
	const transcript = parseZoomTranscript(files);
	if (transcript === undefined) {
		return undefined;
	}

	const {uuid, number, topic, start, durationMinutes, hostEmail, shareUrl} = meeting;
	const id = `zoom-${createHash('sha256').update(uuid).digest('hex').slice(0, 16)}`;
	await library.keepZoomTranscript({
		id,
		meeting: {
			uuid,
			number,
			topic,
			start: start.toISOString(),
			durationMinutes,
			...(hostEmail !== undefined && {hostEmail}),
			...(shareUrl !== undefined && {shareUrl}),
		},
		recordingFileId: meeting.files.find(isTranscript)?.id ?? '',
		answer: JSON.stringify(files),
		turns: transcript.turns,
		audioSeconds: (transcript.turns.at(-1)?.endMs ?? 0) / 1000,
	});
	return id;
}
