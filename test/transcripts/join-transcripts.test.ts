import fc from 'fast-check';
import {expect, test} from 'vitest';
import {safeText} from '../../source/safe-text.ts';
import {joinTranscripts} from '../../source/transcripts/join-transcripts.ts';
import {speakerName} from '../../source/transcripts/speaker-names.ts';
import type {Transcript, Turn} from '../../source/transcripts/transcript.ts';

function turn(speaker: string | undefined, startMs: number, text = 'word'): Turn {
	const endMs = startMs + 500;
	return {
		speaker: speaker === undefined ? undefined : safeText(speaker),
		startMs,
		endMs,
		text: safeText(text),
		words: [{text: safeText(text), startMs, endMs, confidence: 0.9}],
	};
}

function transcriptOf(turns: readonly Turn[], part: Partial<Transcript> = {}): Transcript {
	return {
		source: 'assemblyai',
		turns,
		durationMs: 10_000,
		language: 'en',
		model: 'best',
		speakerNames: new Map(),
		...part,
	};
}

test('two parts become one, with the times of the whole', () => {
	const joined = joinTranscripts([
		{transcript: transcriptOf([turn('A', 1000)]), offsetMs: 0},
		{transcript: transcriptOf([turn('A', 2000)], {language: 'de'}), offsetMs: 60_000},
	]);
	expect(joined.turns.map(({startMs, endMs}) => [startMs, endMs])).toEqual([
		[1000, 1500],
		[62_000, 62_500],
	]);
	expect(joined.turns[1]?.words[0]).toMatchObject({startMs: 62_000, endMs: 62_500});
	expect(joined).toMatchObject({durationMs: 70_000, language: undefined, model: 'best'});
});

test('a letter stands for one voice in its own part only; a name for the same person everywhere', () => {
	const named = new Map([['A', safeText('Ada')]]);
	const joined = joinTranscripts([
		{transcript: transcriptOf([turn('A', 0)], {speakerNames: named}), offsetMs: 0},
		{transcript: transcriptOf([turn('A', 0), turn(undefined, 100)]), offsetMs: 20_000},
	]);
	expect(joined.turns.map(({speaker}) => speaker)).toEqual(['1A', '2A', undefined]);
	expect(
		joined.turns.flatMap(({speaker}) => (speaker ? [speakerName(joined, speaker)] : [])),
	).toEqual(['Ada', 'Speaker 2A']);
	const zoom = {source: 'zoom'} as const;
	const own = joinTranscripts([
		{transcript: transcriptOf([turn('Ada Moreau', 0)], zoom), offsetMs: 0},
		{transcript: transcriptOf([turn('Ada Moreau', 0)], zoom), offsetMs: 20_000},
	]);
	expect(own.turns.map(({speaker}) => speaker)).toEqual(['Ada Moreau', 'Ada Moreau']);
	expect(own.source).toBe('zoom');
});

test('one part alone stays as it is; a later one moves without new names', () => {
	const transcript = transcriptOf([turn('A', 5)]);
	expect(joinTranscripts([{transcript, offsetMs: 0}])).toBe(transcript);
	expect(joinTranscripts([{transcript, offsetMs: 1000}]).turns[0]).toMatchObject({
		speaker: 'A',
		startMs: 1005,
	});
	expect(joinTranscripts([])).toMatchObject({turns: [], durationMs: 0});
});

test('whatever is joined, nothing is lost and all is in order', () => {
	const parts = fc.array(
		fc.record({offsetMs: fc.nat(1e8), starts: fc.array(fc.nat(1e6), {maxLength: 9})}),
		{maxLength: 5},
	);
	fc.assert(
		fc.property(parts, given => {
			const joined = joinTranscripts(
				given.map(({offsetMs, starts}) => ({
					offsetMs,
					transcript: transcriptOf(starts.toSorted((a, b) => a - b).map(start => turn('A', start))),
				})),
			);
			const expected = given.flatMap(({offsetMs, starts}) => starts.map(start => start + offsetMs));
			expect(joined.turns.map(({startMs}) => startMs)).toEqual(expected.toSorted((a, b) => a - b));
		}),
	);
});
