import * as z from 'zod';
import {UserError} from '../errors.ts';
import {optionalNumber, optionalSafeLine, optionalSafeText} from '../http/lenient.ts';
import {keptWordLimits, parseJson} from '../parse-json.ts';
import {type SafeText, safeText} from '../safe-text.ts';
import type {Outline} from '../transcripts/outline.ts';
import type {Transcript, Turn} from '../transcripts/transcript.ts';
import {parseIdentified} from './parse-identified.ts';
import {parseOutline} from './parse-outline.ts';
import {joinWords, lastEnd, toReadableTurns} from './readable-turns.ts';
import {createClock, isRecord, readSpeaker, readWords, toMs} from './transcript-fields.ts';

const list = z.unknown().optional().transform(toList);

// The words themselves are not zod's: there may be a million of them.
const transcriptAnswer = z.object({
	text: optionalSafeText,
	utterances: list,
	words: list,
	audio_duration: optionalNumber,
	language_code: optionalSafeLine,
	speech_model_used: optionalSafeLine,
});

/**
 * AssemblyAI's response as a transcript. Missing fields, times that go backwards and other oddities
 * are put right as far as that can be done; text is made safe to show, and long utterances are parted.
 *
 * @param rawJson The response as it came.
 * @throws {UserError} when it is not a transcript at all.
 */
export function parseTranscript(rawJson: string): Transcript {
	return readTranscript(orNoTranscript(() => parseJson(rawJson, keptWordLimits)));
}

/** The same of a response as JSON gave it. */
export function readTranscript(response: unknown): Transcript {
	const {answer, outline, identified} = orNoTranscript(() => readAnswer(response));
	const durationMs = toMs((answer.audio_duration ?? 0) * 1000) ?? 0;
	const turns = withLabels(toTurns(answer, durationMs), identified)
		.flatMap(toReadableTurns)
		// Parts of a long utterance may begin after somebody else has spoken up.
		.sort((a, b) => a.startMs - b.startMs);
	return {
		source: 'assemblyai',
		turns,
		durationMs: turns.reduce((last, {endMs}) => Math.max(last, endMs), durationMs),
		language: answer.language_code,
		model: answer.speech_model_used,
		speakerNames: new Map(),
		...(outline !== undefined && {outline}),
		...(identified.size > 0 && {identified}),
	};
}

function readAnswer(response: unknown): {
	readonly answer: z.output<typeof transcriptAnswer>;
	readonly outline: Outline | undefined;
	readonly identified: ReadonlyMap<SafeText, SafeText>;
} {
	return {
		answer: transcriptAnswer.parse(response),
		outline: parseOutline(response),
		identified: parseIdentified(response),
	};
}

function orNoTranscript<Value>(read: () => Value): Value {
	try {
		return read();
	} catch (error) {
		throw new UserError('This is not a transcript of AssemblyAI’s', {
			hint: 'Get it again from AssemblyAI, or transcribe the recording again.',
			cause: error,
		});
	}
}

/** The labels again, where AssemblyAI has put the names that it takes them for in their place. */
function withLabels(
	turns: readonly Turn[],
	identified: ReadonlyMap<SafeText, SafeText>,
): readonly Turn[] {
	const labels = new Map([...identified].map(([label, name]) => [name, label]));
	return labels.size === 0
		? turns
		: turns.map(turn => ({
				...turn,
				speaker: (turn.speaker && labels.get(turn.speaker)) ?? turn.speaker,
			}));
}

function toTurns(
	{utterances, words, text}: z.output<typeof transcriptAnswer>,
	durationMs: number,
): readonly Turn[] {
	if (utterances.length > 0) {
		return utterancesToTurns(utterances);
	}
	if (words.length > 0) {
		return wordsToTurns(words, text);
	}
	return text === undefined
		? []
		: [{speaker: undefined, startMs: 0, endMs: durationMs, text, words: []}];
}

function utterancesToTurns(utterances: readonly unknown[]): readonly Turn[] {
	const clock = createClock();
	const turns: Turn[] = [];
	for (const utterance of utterances) {
		if (!isRecord(utterance)) {
			continue;
		}
		const startMs = clock.start(utterance['start']);
		const words = readWords(toList(utterance['words']), createClock(startMs));
		const ownText = utterance['text'];
		const text = typeof ownText === 'string' ? safeText(ownText) : joinWords(words);
		if (text !== '') {
			turns.push({
				speaker: readSpeaker(utterance['speaker']),
				startMs,
				endMs: lastEnd(words, clock.end(utterance['end'], startMs)),
				text,
				words,
			});
		}
	}
	return turns;
}

/** Without utterances: a turn for as long as the words name the same speaker, or none. */
function wordsToTurns(
	entries: readonly unknown[],
	wholeText: SafeText | undefined,
): readonly Turn[] {
	const runs = findSpeakerRuns(entries);
	const clock = createClock();
	return runs
		.map(({speaker, first, next}): Turn => {
			const words = readWords(entries.slice(first, next), clock);
			const startMs = words[0]?.startMs ?? 0;
			const text = runs.length === 1 && wholeText !== undefined ? wholeText : joinWords(words);
			return {speaker, startMs, endMs: lastEnd(words, startMs), text, words};
		})
		.filter(({text}) => text !== '');
}

type SpeakerRun = {
	readonly speaker: SafeText | undefined;
	readonly first: number;
	/** The index of the first word after it. */
	readonly next: number;
};

function findSpeakerRuns(entries: readonly unknown[]): readonly SpeakerRun[] {
	const runs: SpeakerRun[] = [];
	const speakerAt = (index: number) => {
		const entry = entries[index];
		return isRecord(entry) ? readSpeaker(entry['speaker']) : undefined;
	};
	let first = 0;
	let speaker = speakerAt(0);
	for (let index = 1; index <= entries.length; index++) {
		const current = speakerAt(index);
		if (index === entries.length || current !== speaker) {
			runs.push({speaker, first, next: index});
			first = index;
			speaker = current;
		}
	}
	return runs;
}

function toList(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
