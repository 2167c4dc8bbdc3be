import {chooseAudio, hasSound} from './recording-choice.ts';
import type {MeetingDetail, ParticipantAudioFile, RecordingFile} from './recordings.ts';
import {ZoomError} from './zoom-error.ts';

/** What a person wants transcribed of a meeting. */
export type WantedFiles =
	/** One file, the best one. */
	| {readonly type: 'default'}
	/** The best file of every segment, as one transcript. */
	| {readonly type: 'segments'}
	/** These, by their ids: also another view, or the sound of one participant alone. */
	| {readonly type: 'files'; readonly ids: readonly string[]};

export type ChosenFile = {
	readonly file: RecordingFile | ParticipantAudioFile;
	/** Where it begins, in milliseconds from the beginning of the first chosen file. */
	readonly offsetMs: number;
};

/** A listing does not name the participants' audio; only a request for the meeting itself does. */
type Recorded = Pick<MeetingDetail, 'files'> &
	Partial<Pick<MeetingDetail, 'participantAudioFiles'>>;

/**
 * The files to transcribe, in order of time: at least one, each once.
 *
 * @throws {ZoomError} `not-found` for an id that the meeting does not have or a file without sound,
 * `not-ready` for one that Zoom is still processing, and what `chooseAudio` throws.
 */
export function chooseFiles(meeting: Recorded, wanted: WantedFiles): readonly ChosenFile[] {
	switch (wanted.type) {
		case 'default':
			return placeInTime([chooseAudio(meeting).file]);
		case 'segments':
			return placeInTime(chooseSegments(meeting));
		case 'files':
			return placeInTime([...new Set(wanted.ids)].map(id => findFile(meeting, id)));
	}
}

/** Whether there is nothing to wait for: Zoom has finished what is wanted, or will never have it. */
export function areFilesReady(meeting: Recorded, wanted: WantedFiles): boolean {
	try {
		return chooseFiles(meeting, wanted).length > 0;
	} catch (error) {
		if (error instanceof ZoomError) {
			return error.code !== 'not-ready';
		}
		throw error;
	}
}

/**
 * Orders files by their beginning and says how far each is from the first. While the recording was
 * stopped time went on, so a break is a gap. A file without a time follows on the one before it.
 */
export function placeInTime<File extends Pick<RecordingFile, 'start' | 'end'>>(
	files: readonly File[],
): ReadonlyArray<{readonly file: File; readonly offsetMs: number}> {
	const ordered = files.toSorted((a, b) => toStart(a) - toStart(b));
	const firstStart = ordered[0]?.start?.getTime();
	let endMs = 0;
	return ordered.map(file => {
		const {start, end} = file;
		const isKnown = start !== undefined && firstStart !== undefined;
		const offsetMs = isKnown ? start.getTime() - firstStart : endMs;
		const lengthMs = start === undefined || end === undefined ? 0 : end.getTime() - start.getTime();
		endMs = Math.max(endMs, offsetMs + lengthMs);
		return {file, offsetMs};
	});
}

function toStart({start}: Pick<RecordingFile, 'start'>): number {
	return start?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

/** All of them or none: a transcript with a hole in it would look like a whole one. */
function chooseSegments(meeting: Recorded): readonly RecordingFile[] {
	const {segments, unfinished} = chooseAudio(meeting);
	const starts = new Set(segments.map(toStart));
	if (unfinished.some(file => !starts.has(toStart(file)))) {
		throw new ZoomError('Zoom is still processing a segment of this recording', {
			code: 'not-ready',
			hint: 'Try again later, or wait for it: `recscribe transcribe --wait`.',
		});
	}
	return segments;
}

function findFile({files, participantAudioFiles = []}: Recorded, id: string): RecordingFile {
	const all: readonly RecordingFile[] = [...files, ...participantAudioFiles];
	const file = all.find(each => each.id === id);
	if (file === undefined) {
		throw new ZoomError(`The recording has no file ${id}`, {
			code: 'not-found',
			hint: '`recscribe meetings MEETING` lists its files.',
		});
	}
	if (!file.isReady) {
		throw new ZoomError(`Zoom is still processing the file ${id}`, {
			code: 'not-ready',
			hint: 'Try again later, or choose another file.',
		});
	}
	if (!hasSound(file)) {
		throw new ZoomError(`The file ${id} (${file.fileType}) has no sound`, {
			code: 'not-found',
			hint: 'Choose an M4A or MP4 file; `recscribe meetings MEETING` lists them.',
		});
	}
	return file;
}
