import {type SpokenTurn, speak, speakOnFile} from '../speech/speech.ts';
import type {Language, RecordedMeeting} from '../world/meeting.ts';
import {people} from '../world/people.ts';
import type {Sound} from './job.ts';
import type {Parameters} from './parameters.ts';

/** What can be heard in a file. */
export function listen(sound: Sound, seed: number): Iterable<SpokenTurn> {
	return sound.type === 'recording'
		? speakOnFile(sound.found.meeting, sound.found.file, seed)
		: speak(makeUpMeeting(sound.durationSeconds), seed);
}

/** The language that it is transcribed in, and how sure AssemblyAI is if it had to find out. */
export function languageOf(
	sound: Sound,
	parameters: Parameters,
): {readonly code: string; readonly confidence: number | null} {
	if (parameters['language_detection'] !== true) {
		return {code: String(parameters['language_code'] ?? 'en_us'), confidence: null};
	}
	const meeting = sound.type === 'recording' ? sound.found.meeting : undefined;
	return meeting?.tags.has('silent') === true
		? {code: 'en', confidence: 0}
		: {code: meeting?.language ?? 'en', confidence: meeting?.language === 'ja' ? 0.9412 : 0.9973};
}

export function spokenLanguage(sound: Sound): Language {
	return sound.type === 'recording' ? sound.found.meeting.language : 'en';
}

/** Sound that the sandbox does not know holds some conversation all the same. */
function makeUpMeeting(durationSeconds: number): RecordedMeeting {
	const [first, second] = people;
	if (first === undefined || second === undefined) {
		throw new Error('The sandbox has too few people.');
	}
	return {
		key: 'unknown sound',
		uuid: '',
		number: 0,
		topic: '',
		type: 1,
		host: first,
		participants: [first, second],
		start: new Date(0),
		durationSeconds,
		language: 'en',
		scenario: 'planning',
		tags: new Set(),
		segments: [],
		files: [],
		participantFiles: [],
		finishedFiles: undefined,
		transcriptApart: undefined,
		passcode: undefined,
	};
}
