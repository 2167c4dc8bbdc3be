import type {MeetingDetail, RecordingFile} from './recordings.ts';
import {ZoomError} from './zoom-error.ts';

export type AudioChoice = {
	/** The file to transcribe. */
	readonly file: RecordingFile;
	/** The best file of each segment, in order of time; the recording was stopped in between. */
	readonly segments: readonly RecordingFile[];
	/** Files with sound that Zoom has not finished. */
	readonly unfinished: readonly RecordingFile[];
	/** What a person should know about the choice, as a sentence. */
	readonly remark: string | undefined;
};

type Recorded = Pick<MeetingDetail, 'files'>;

/**
 * Whether a meeting can't be transcribed yet, but will be: Zoom has finished nothing with sound so far.
 */
export function isProcessing(meeting: Recorded): boolean {
	return findAudio(meeting) === undefined && meeting.files.some(mayBecomeAudio);
}

/**
 * Chooses what to transcribe: an `audio_only` M4A, else any M4A, else the smallest MP4; never a file
 * without sound, never one that is not ready. Of several segments it is the longest.
 *
 * @throws {ZoomError} `not-ready` while Zoom is still processing, `not-found` when nothing has sound.
 */
export function chooseAudio(meeting: Recorded): AudioChoice {
	const choice = findAudio(meeting);
	if (choice !== undefined) {
		return choice;
	}
	if (isProcessing(meeting)) {
		throw new ZoomError('Zoom is still processing this recording', {
			code: 'not-ready',
			hint: 'It takes about twice the length of the meeting, at times a day. Try again later, or wait for it: `recscribe transcribe --wait`.',
		});
	}
	throw new ZoomError('This recording has no file with sound', {
		code: 'not-found',
		hint: 'Only chat, captions or pictures were kept. Choose another meeting.',
	});
}

/** The same choice; undefined where nothing can be transcribed (yet). */
export function findAudio({files}: Recorded): AudioChoice | undefined {
	const segments = groupSegments(files.filter(file => hasSound(file) && file.isReady))
		.map(chooseBest)
		.filter(file => file !== undefined);
	const bestRank = Math.min(...segments.map(toRank));
	const file = segments
		.filter(segment => toRank(segment) === bestRank)
		.reduce<RecordingFile | undefined>(
			(longest, segment) =>
				longest === undefined || toLength(segment) > toLength(longest) ? segment : longest,
			undefined,
		);
	if (file === undefined) {
		return undefined;
	}
	const unfinished = files.filter(mayBecomeAudio);
	return {file, segments, unfinished, remark: toRemark(file, segments, unfinished)};
}

export function hasSound(file: RecordingFile): boolean {
	return isM4a(file) || isMp4(file);
}

/** Zoom gives a file its type only when it has finished it. */
function mayBecomeAudio(file: RecordingFile): boolean {
	return !file.isReady && (file.fileType === '' || hasSound(file));
}

function isM4a(file: RecordingFile): boolean {
	return toMediaType(file) === 'M4A';
}

function isMp4(file: RecordingFile): boolean {
	return toMediaType(file) === 'MP4';
}

function toMediaType({fileType, fileExtension}: RecordingFile): string {
	return (fileType === '' ? fileExtension : fileType).toUpperCase();
}

/** Lower is better. */
function toRank(file: RecordingFile): number {
	if (!isM4a(file)) {
		return 3;
	}
	if (file.recordingType === 'audio_only') {
		return 0;
	}
	// An interpreter's channel holds one language of several.
	return file.recordingType === 'audio_interpretation' ? 2 : 1;
}

function chooseBest(files: readonly RecordingFile[]): RecordingFile | undefined {
	return files.toSorted((a, b) => toRank(a) - toRank(b) || toBurden(a) - toBurden(b))[0];
}

/** Of pictures as few bytes as possible, of sound as many; an unknown size comes last. */
function toBurden(file: RecordingFile): number {
	if (file.sizeBytes === 0) {
		return Number.MAX_VALUE;
	}
	return isM4a(file) ? -file.sizeBytes : file.sizeBytes;
}

/** The files of one stretch of recording begin at the same time. */
function groupSegments(files: readonly RecordingFile[]): readonly (readonly RecordingFile[])[] {
	const groups = Map.groupBy(files, file => file.start?.getTime() ?? 0);
	return [...groups].toSorted(([a], [b]) => a - b).map(([, group]) => group);
}

/** Milliseconds; where Zoom does not say, estimated at 128 kbit/s: only ever compared. */
function toLength({start, end, sizeBytes}: RecordingFile): number {
	return start === undefined || end === undefined
		? sizeBytes / 16
		: end.getTime() - start.getTime();
}

function toRemark(
	file: RecordingFile,
	segments: readonly RecordingFile[],
	unfinished: readonly RecordingFile[],
): string | undefined {
	const remarks: string[] = [];
	if (segments.length > 1) {
		const place = segments.indexOf(file) + 1;
		remarks.push(`The recording has ${segments.length} segments; this is number ${place}.`);
	}
	if (unfinished.length > 0) {
		const files = unfinished.length === 1 ? 'one more file' : `${unfinished.length} more files`;
		remarks.push(`Zoom is still processing ${files}.`);
	}
	return remarks.length === 0 ? undefined : remarks.join(' ');
}
