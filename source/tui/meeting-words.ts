import {showCost} from '../jobs/cost.ts';
import type {Services} from '../services.ts';
import {findAudio} from '../zoom/recording-choice.ts';
import type {Meeting, RecordingFile} from '../zoom/recordings.ts';

/** Whether there is something to transcribe already. */
export function hasAudio(meeting: Meeting): boolean {
	return findAudio(meeting) !== undefined;
}

/** What is there, in a word or two. */
export function describeContents(meeting: Meeting): string {
	const audio = findAudio(meeting);
	if (audio !== undefined) {
		return audio.file.fileType === 'MP4' ? 'video only' : 'audio';
	}

	return meeting.files.some(file => !file.isReady) ? 'processing' : 'no audio';
}

/** A file's kind as a person calls it: "M4A audio only". */
export function describeFile({fileType, recordingType}: RecordingFile): string {
	return [fileType, recordingType.replaceAll('_', ' ')].filter(word => word !== '').join(' ');
}

/** What transcribing it would cost, as an estimate that says what it rests on. */
export function describeCost(
	meeting: Meeting,
	{estimateCost, newJob}: Pick<Services, 'estimateCost' | 'newJob'>,
): string {
	if (!hasAudio(meeting)) {
		return 'nothing to transcribe yet';
	}

	return `transcribing it costs ${showCost(estimateCost([newJob(meeting)]))}`;
}
