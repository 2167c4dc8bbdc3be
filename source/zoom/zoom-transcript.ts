import * as z from 'zod';
import {optionalText, unshownText} from '../http/lenient.ts';
import {parseJson} from '../parse-json.ts';
import {safeText} from '../safe-text.ts';
import {joinTranscripts} from '../transcripts/join-transcripts.ts';
import {parseVtt} from '../transcripts/parse-vtt.ts';
import {longestSubtitles} from '../transcripts/subtitle-cues.ts';
import type {Transcript} from '../transcripts/transcript.ts';
import {encodeMeetingReference} from './meeting-reference.ts';
import {readPlacedTexts} from './placed-texts.ts';
import type {MeetingDetail, RecordingFile} from './recordings.ts';
import type {ReadText} from './text-file.ts';
import type {ZoomApi} from './zoom-api.ts';
import {ZoomError} from './zoom-error.ts';

const transcriptFile = z.object({
	/** WebVTT. */
	vtt: unshownText.transform(text => text ?? ''),
	/** Where the segment begins, in milliseconds from the beginning of the first one. */
	offsetMs: z.number(),
});

/** Zoom's own transcript of one segment, as Zoom wrote it. */
export type ZoomTranscriptFile = Readonly<z.infer<typeof transcriptFile>>;

/** Files that were kept as JSON. Throws `ZodError` or `SyntaxError` for what is none. */
export function parseKeptFiles(json: string): readonly ZoomTranscriptFile[] {
	return z.array(transcriptFile).parse(parseJson(json));
}

/** Zoom's own transcript, a file for each segment; see `Zoom.readTranscriptFiles`. */
export async function readTranscriptFiles(
	api: ZoomApi,
	readText: ReadText,
	meeting: MeetingDetail,
	signal: AbortSignal,
): Promise<readonly ZoomTranscriptFile[]> {
	const listed = meeting.files.filter(isTranscript);
	if (listed.some(({isReady}) => !isReady)) {
		throw notReady();
	}
	const files = listed.length > 0 ? listed : await askForTranscript(api, meeting, signal);
	return readVttFiles(readText, meeting, files, signal);
}

/** The WebVTT in these files of a meeting. */
export async function readVttFiles(
	readText: ReadText,
	meeting: MeetingDetail,
	files: readonly RecordingFile[],
	signal: AbortSignal,
): Promise<readonly ZoomTranscriptFile[]> {
	const texts = await readPlacedTexts(readText, meeting, files, {
		longest: longestSubtitles,
		signal,
	});
	return texts.map(({text: vtt, offsetMs}) => ({vtt, offsetMs}));
}

/** What Zoom's files say as one transcript; undefined where there are none. */
export function parseZoomTranscript(files: readonly ZoomTranscriptFile[]): Transcript | undefined {
	return files.length === 0
		? undefined
		: joinTranscripts(files.map(({vtt, offsetMs}) => ({transcript: parseVtt(vtt), offsetMs})));
}

export function isTranscript({fileType, recordingType}: RecordingFile): boolean {
	return fileType === 'TRANSCRIPT' || recordingType === 'audio_transcript';
}

const transcriptAnswer = z.object({
	can_download: z.boolean().nullish(),
	download_url: optionalText,
	download_restriction_reason: optionalText,
});

/** What the listing does not have may still be there: transcripts come later, or without a recording. */
async function askForTranscript(
	api: ZoomApi,
	{uuid, start}: MeetingDetail,
	signal: AbortSignal,
): Promise<readonly RecordingFile[]> {
	const path = `meetings/${encodeMeetingReference({type: 'uuid', uuid})}/transcript`;
	try {
		const answer = await api.get({label: 'medium', path}, transcriptAnswer, signal);
		return toFiles(answer, start);
	} catch (error) {
		if (error instanceof ZoomError && (error.zoomCode === 3322 || error.zoomCode === 3301)) {
			return [];
		}
		throw error;
	}
}

function toFiles(answer: z.output<typeof transcriptAnswer>, start: Date): readonly RecordingFile[] {
	const {download_url: downloadUrl, download_restriction_reason: reason} = answer;
	if (answer.can_download !== false && downloadUrl !== undefined) {
		return [transcriptAt(downloadUrl, start)];
	}
	switch (reason) {
		case 'NOT_READY':
			throw notReady();
		case 'DELETED_OR_TRASHED':
			throw new ZoomError('Zoom’s transcript of this meeting has been deleted', {
				code: 'not-found',
				hint: 'Transcribe its recording instead.',
			});
		case undefined:
		case 'NO_TRANSCRIPT_DATA':
		case 'UNSUPPORTED':
			return [];
		default:
			throw new ZoomError(
				`Zoom does not give its transcript of this meeting away (${safeText(reason)})`,
				{code: 'not-allowed', hint: 'Transcribe its recording instead.'},
			);
	}
}

function transcriptAt(downloadUrl: string, start: Date): RecordingFile {
	return {
		id: 'transcript',
		fileType: safeText('TRANSCRIPT'),
		fileExtension: safeText('VTT'),
		recordingType: safeText('audio_transcript'),
		sizeBytes: 0,
		isReady: true,
		start,
		end: undefined,
		downloadUrl,
		playUrl: undefined,
	};
}

function notReady(): ZoomError {
	return new ZoomError('Zoom is still working on its transcript of this meeting', {
		code: 'not-ready',
		hint: 'It comes later than the recording. Try again later, or transcribe the recording now.',
	});
}
