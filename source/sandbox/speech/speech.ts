import type {Language, RecordedMeeting, RecordingFile} from '../world/meeting.ts';
import type {Person} from '../world/people.ts';
import {createRandom} from '../world/random.ts';
import {converse, type Turn} from './conversation.ts';
import {makeHostile} from './hostile-words.ts';
import type {Subject} from './scenario.ts';
import {pronounce, type SpokenWord} from './words.ts';

/** What somebody says, with the time of every word. Milliseconds from the start of the recording. */
export type SpokenTurn = {
	readonly speaker: Person;
	readonly startMs: number;
	readonly endMs: number;
	readonly words: readonly SpokenWord[];
	/** Set where a new subject begins. */
	readonly subject: Subject | undefined;
};

/** Time kept for saying goodbye. */
const closingMs = 45_000;
const shortestSilenceMs = 100;

/** Everything said at a meeting, word by word; made while it is read, so even ten hours start at once. */
export function* speak(meeting: RecordedMeeting, seed: number): Generator<SpokenTurn> {
	if (meeting.tags.has('silent')) {
		return;
	}
	const random = createRandom(seed, `speech ${meeting.key}`);
	const endMs = meeting.durationSeconds * 1000;
	const conversation = converse(meeting, seed);
	let nowMs = Math.min(random.integer(600, 4200), Math.round(endMs / 20));
	for (let passage = conversation.next(); !passage.done; ) {
		const {part, turns} = passage.value;
		const lastMs = part === 'middle' ? endMs - closingMs / 3 : endMs - shortestSilenceMs;
		for (const turn of turns) {
			const spoken = say(turn, nowMs);
			if (spoken.endMs > lastMs) {
				yield* part === 'opening' ? cutShort(spoken, lastMs) : [];
				break;
			}
			yield spoken;
			nowMs = spoken.endMs + random.integer(160, 1500);
		}
		passage = conversation.next(nowMs > endMs - closingMs - 25_000);
	}
	function say(turn: Turn, startMs: number): SpokenTurn {
		const words = pronounce(turn.text, meeting.language, startMs, random);
		return {
			speaker: turn.speaker,
			startMs,
			endMs: words.at(-1)?.endMs ?? startMs,
			words: meeting.tags.has('hostile-words') ? makeHostile(words, random) : words,
			subject: turn.subject,
		};
	}
}

/** What fits of a turn in a recording that is too short for it. */
function cutShort(turn: SpokenTurn, lastMs: number): readonly SpokenTurn[] {
	const words = turn.words.filter(({endMs}) => endMs <= lastMs);
	const last = words.at(-1);
	return last === undefined ? [] : [{...turn, words, endMs: last.endMs}];
}

/** What can be heard on one file: its segment of the talk, and only one voice if it is a participant's. */
export function* speakOnFile(
	meeting: RecordedMeeting,
	{segment, participant}: RecordingFile,
	seed: number,
): Generator<SpokenTurn> {
	const fromMs = segment.offsetSeconds * 1000;
	const untilMs = fromMs + segment.durationSeconds * 1000;
	for (const turn of speak(meeting, seed)) {
		if (turn.startMs >= untilMs) {
			return;
		}
		if (turn.endMs <= fromMs || (participant !== undefined && participant !== turn.speaker)) {
			continue;
		}
		const words = turn.words
			.filter(({startMs, endMs}) => startMs >= fromMs && endMs <= untilMs)
			.map(word => ({...word, startMs: word.startMs - fromMs, endMs: word.endMs - fromMs}));
		const [first] = words;
		if (first !== undefined) {
			yield {...turn, words, startMs: first.startMs, endMs: words.at(-1)?.endMs ?? first.endMs};
		}
	}
}

/** Puts words together as they are written in a language. */
export function joinWords(words: readonly {readonly text: string}[], language: Language): string {
	return words.map(({text}) => text).join(language === 'ja' ? '' : ' ');
}
