import {findAudio, hasSound} from '../zoom/recording-choice.ts';
import type {MeetingDetail, RecordingFile} from '../zoom/recordings.ts';
import {describeFile} from './meeting-words.ts';

/** A file of a meeting, as the list of its files shows it. */
export type ListedFile = {
	readonly file: RecordingFile;
	readonly title: string;
	/** Milliseconds; undefined where Zoom does not say. */
	readonly lengthMs: number | undefined;
	/** Of a recording that was stopped and started again; from 1; undefined where there is one alone. */
	readonly segment: number | undefined;
	/** What is transcribed when nothing else is chosen. */
	readonly isDefault: boolean;
	readonly canTranscribe: boolean;
};

/** Everything Zoom has of a meeting: by segment, the sound of single participants last. */
export function listFiles(meeting: MeetingDetail): readonly ListedFile[] {
	const audio = findAudio(meeting);
	const starts = [...new Set(meeting.files.map(toStart))].toSorted((one, other) => one - other);
	const list = (file: RecordingFile, title: string): ListedFile => ({
		file,
		title,
		lengthMs:
			file.start === undefined || file.end === undefined
				? undefined
				: file.end.getTime() - file.start.getTime(),
		segment: starts.length > 1 ? starts.indexOf(toStart(file)) + 1 || undefined : undefined,
		isDefault: file.id === audio?.file.id,
		canTranscribe: file.isReady && hasSound(file),
	});
	return [
		...meeting.files
			.toSorted((one, other) => toStart(one) - toStart(other))
			.map(file => list(file, describeFile(file))),
		...meeting.participantAudioFiles.map(file =>
			list(file, file.fileName === '' ? 'one participant' : file.fileName),
		),
	];
}

function toStart({start}: RecordingFile): number {
	return start?.getTime() ?? 0;
}
