import {chooseAudio, hasSound} from './recording-choice.ts';
import type {MeetingDetail, RecordingFile} from './recordings.ts';
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
	readonly file: RecordingFile;
	/** Where it begins, in milliseconds from the beginning of the first chosen file. */
	readonly offsetMs: number;
};

type Recorded = Pick<MeetingDetail, 'files' | 'participantAudioFiles'>;

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
			return placeInTime(chooseAudio(meeting).segments);
		case 'files':
			return placeInTime([...new Set(wanted.ids)].map(id => findFile(meeting, id)));
	}
}

/**
 * Orders files by their beginning and says how far each is from the first. While the recording was
 * stopped time went on, so a break is a gap. A file without a time follows on the one before it.
 */
export function placeInTime<File extends RecordingFile>(
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

function toStart({start}: RecordingFile): number {
	return start?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

function findFile({files, participantAudioFiles}: Recorded, id: string): RecordingFile {
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
