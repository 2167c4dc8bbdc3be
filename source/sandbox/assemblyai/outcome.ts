import type {World} from '../world/world.ts';
import {languageOf} from './heard.ts';
import type {Outcome} from './job.ts';
import type {Parameters} from './parameters.ts';
import type {ReceivedAudio} from './received-audio.ts';
import {recognize} from './recognize.ts';

const shortestSeconds = 0.16;
const longestSeconds = 36_000;

/** What listening to a file will lead to. */
export function foresee(
	audio: ReceivedAudio,
	parameters: Parameters,
	world: World,
	isUpload: boolean,
): Outcome {
	const recognized = recognize(audio, world);
	if (recognized.type === 'no-audio') {
		const error = `File does not appear to contain audio. File type is ${recognized.fileType}.`;
		return {
			type: 'error',
			error: isUpload ? `Transcoding failed. ${error}` : error,
			sound: undefined,
		};
	}
	const fail = (error: string): Outcome => ({type: 'error', error, sound: recognized});
	if (recognized.durationSeconds < shortestSeconds) {
		return fail('Audio duration is too short.');
	}
	if (recognized.durationSeconds > longestSeconds) {
		return fail('Audio duration is too long.');
	}
	if (recognized.type === 'recording' && recognized.found.meeting.tags.has('fails-at-assemblyai')) {
		return fail(
			'Transcoding failed. File does not appear to contain audio. File type is application/octet-stream (data).',
		);
	}
	const threshold = parameters['language_confidence_threshold'];
	const {code, confidence} = languageOf(recognized, parameters);
	if (typeof threshold === 'number' && confidence !== null && confidence < threshold) {
		return fail(
			`detected language '${code}', confidence ${confidence}, is below the requested confidence threshold value of '${threshold}'`,
		);
	}
	return {type: 'transcript', sound: recognized};
}
