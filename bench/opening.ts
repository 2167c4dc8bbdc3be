import {performance} from 'node:perf_hooks';
import {parseTranscript} from '../source/assemblyai/parse-transcript.ts';
import {createLayout} from '../source/transcripts/layout.ts';
import type {Transcript} from '../source/transcripts/transcript.ts';
import {type Figure, interleave} from './measure.ts';
import {makeTranscript} from './programs/made-up-transcript.ts';

const rounds = 5;

/** As AssemblyAI sends it: every word twice, by itself and in its utterance. */
function toResponse({turns, durationMs}: Transcript): string {
	const utterances = turns.map(({speaker, startMs, endMs, text, words}) => ({
		speaker,
		text,
		start: startMs,
		end: endMs,
		confidence: 0.9,
		words: words.map(word => ({
			text: word.text,
			start: word.startMs,
			end: word.endMs,
			confidence: word.confidence,
			speaker,
		})),
	}));
	return JSON.stringify({
		id: 'made-up',
		status: 'completed',
		text: turns.map(({text}) => text).join(' '),
		words: utterances.flatMap(({words}) => words),
		utterances,
		audio_duration: durationMs / 1000,
		language_code: 'en',
	});
}

async function timeOf(work: () => unknown): Promise<number> {
	const started = performance.now();
	work();
	return performance.now() - started;
}

function openFirstScreen(response: string): unknown {
	const layout = createLayout(parseTranscript(response), {width: 95});
	return layout.rowsFrom(layout.start(), 30);
}

/** From the response as it is kept to the first screen of rows, for one length. */
async function measureHours(hours: number): Promise<Figure> {
	const response = toResponse(makeTranscript(hours));
	const times = await interleave(rounds, {
		opened: () => timeOf(() => openFirstScreen(response)),
		parsed: () => timeOf(() => JSON.parse(response)),
	});
	return {
		what: `from a response to the first rows, ${hours} h`,
		value: times.opened,
		peer: {name: 'JSON.parse of the same', value: times.parsed},
		unit: 'ms',
		aim: {atMost: 2},
	};
}

export async function measureOpening(): Promise<readonly Figure[]> {
	return [await measureHours(1), await measureHours(10), await measureHours(100)];
}
