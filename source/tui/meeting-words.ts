import {estimateCost, priceList} from '../assemblyai/prices.ts';
import type {Settings} from '../settings/settings.ts';
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
export function describeCost(meeting: Meeting, {preferences}: Settings): string {
	if (!hasAudio(meeting)) {
		return 'nothing to transcribe yet';
	}

	const {usd, isAssumed} = estimateCost({
		audioSeconds: meeting.durationMinutes * 60,
		models: preferences.speechModels,
		speakerLabels: true,
	});
	const basis = isAssumed ? 'price assumed' : `prices of ${priceList.asOf}`;
	return `about $${usd.toFixed(2)} to transcribe (${basis})`;
}
