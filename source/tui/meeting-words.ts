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

/**
 * That it has a transcript, or what one would cost, as an estimate that says what it rests on. In the
 * words of the key that opens it or makes it.
 */
export function describeTranscript(
	meeting: Meeting,
	{estimateCost, newJob, library}: Pick<Services, 'estimateCost' | 'newJob' | 'library'>,
): string {
	if (library.findTranscriptOfMeeting(meeting.uuid) !== undefined) {
		return 'transcribed; Enter opens it';
	}

	if (!hasAudio(meeting)) {
		return 'nothing to transcribe yet';
	}

	return `transcribing it costs ${showCost(estimateCost([newJob(meeting)]))}`;
}
