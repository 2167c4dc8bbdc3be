import {describe, expect, test} from 'vitest';
import {safeText} from '../../source/safe-text.ts';
import {
	applyCorrections,
	asHeard,
	correctTurn,
	isCorrected,
} from '../../source/transcripts/corrections.ts';
import {findDoubtfulWords} from '../../source/transcripts/doubtful-words.ts';
import {find} from '../../source/transcripts/find.ts';
import {parseQuery} from '../../source/transcripts/find-query.ts';
import {joinTranscripts, turnOrigins} from '../../source/transcripts/join-transcripts.ts';
import {conversation, spokenTurn, transcriptOf} from './corpus.ts';

const talk = conversation([
	['A', 'The kubernets cluster is down.'],
	['B', 'Yes.'],
	['A', 'Yes.'],
]);
const text = safeText('The Kubernetes cluster is up.');

function correction(turn: number, heard: string, said: string = text) {
	return {turn, heard: safeText(heard), text: safeText(said)};
}

describe('a corrected turn', () => {
	const [turn = spokenTurn('A', '')] = talk.turns;
	const corrected = correctTurn(turn, text);

	test('says the other text, with what was heard kept within', () => {
		expect(corrected).toMatchObject({
			speaker: turn.speaker,
			startMs: turn.startMs,
			endMs: turn.endMs,
			text,
			heard: {text: turn.text, words: turn.words},
		});
		expect(corrected.words.map(word => word.text)).toEqual(text.split(' '));
	});

	test('corrected again still knows what was heard, and corrected back is as it was', () => {
		const again = correctTurn(corrected, safeText('Everything is up.'));
		expect(again.heard).toEqual(corrected.heard);
		expect(correctTurn(again, turn.text)).toEqual(turn);
		expect(correctTurn(turn, turn.text)).toBe(turn);
	});

	test('is made once for each text, so that what is known of it stays known', () => {
		expect(correctTurn(turn, text)).toBe(corrected);
	});
});

describe('corrections', () => {
	test('are found by what was heard, should turns have been parted otherwise since', () => {
		const moved = applyCorrections(talk, [correction(7, 'The kubernets cluster is down.')]);
		expect(moved.turns[0]?.text).toBe(text);
		const nearest = applyCorrections(talk, [correction(3, 'Yes.', 'No.')]);
		expect(nearest.turns.map(turn => turn.text)).toEqual([talk.turns[0]?.text, 'Yes.', 'No.']);
		expect(applyCorrections(talk, [correction(0, 'Something else.')]).turns).toEqual(talk.turns);
		const often = conversation(['Yes.', 'a', 'Yes.', 'Yes.', 'b', 'Yes.'].map(said => ['A', said]));
		const changed = (turn: number) =>
			applyCorrections(often, [correction(turn, 'Yes.', 'No.')]).turns.findIndex(
				({text: said}) => said === 'No.',
			);
		// Where it is expected, else the nearest, of two as near the first.
		expect([0, 1, 2, 3, 4, 5, 9].map(changed)).toEqual([0, 0, 2, 3, 3, 5, 5]);
		expect(applyCorrections(talk, [])).toBe(talk);
	});

	test('can be left aside', () => {
		const corrected = applyCorrections(talk, [correction(0, 'The kubernets cluster is down.')]);
		expect(isCorrected(corrected)).toBe(true);
		expect(asHeard(corrected)).toEqual(talk);
		expect(isCorrected(talk)).toBe(false);
	});

	test('are what one finds, and are not doubted', () => {
		const doubted = transcriptOf(
			talk.turns.map(turn => ({
				...turn,
				words: turn.words.map(word => ({...word, confidence: 0.1})),
			})),
		);
		const corrected = applyCorrections(doubted, [correction(0, 'The kubernets cluster is down.')]);
		const query = parseQuery('kubernetes', {isRegularExpression: false});
		expect(query.kind === 'query' && find(corrected, query.query).count).toBe(1);
		// "The", "cluster" and "is" were heard so; "Kubernetes" and "up." were typed.
		expect(findDoubtfulWords(corrected, 0.5).turns[0]?.count).toBe(3);
	});

	test('of segments move with them', () => {
		const part = applyCorrections(talk, [correction(0, 'The kubernets cluster is down.')]);
		const parts = [
			{transcript: part, offsetMs: 60_000},
			{transcript: talk, offsetMs: 0},
		];
		const joined = joinTranscripts(parts);
		const [turn] = joined.turns.slice(talk.turns.length);
		expect(turn?.text).toBe(text);
		expect(turn?.heard?.words[0]?.startMs).toBe(60_000);
		expect(asHeard(joined)).toEqual(
			joinTranscripts(parts.map(({offsetMs}) => ({transcript: talk, offsetMs}))),
		);
		expect(turnOrigins(parts)).toEqual([
			{startMs: 0, part: 1, turn: 0},
			...[1, 2].map(index => ({startMs: talk.turns[index]?.startMs, part: 1, turn: index})),
			...[0, 1, 2].map(index => ({
				startMs: (talk.turns[index]?.startMs ?? 0) + 60_000,
				part: 0,
				turn: index,
			})),
		]);
	});
});
