import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {find} from '../../source/transcripts/find.ts';
import {parseQuery} from '../../source/transcripts/find-query.ts';
import {scrollBar} from '../../source/transcripts/scroll-bar.ts';
import {conversation, spokenTurn, transcriptOf} from './corpus.ts';

const talk = transcriptOf(
	Array.from({length: 100}, (_, place) =>
		spokenTurn('A', place === 49 ? 'A needle.' : 'Some hay.', {
			startMs: place * 1000,
			endMs: place * 1000 + 1000,
		}),
	),
);

function findAll(text: string) {
	const parsed = parseQuery(text, {isRegularExpression: false});
	return parsed.kind === 'query' ? find(talk, parsed.query) : undefined;
}

function show(startMs: number, endMs: number, looksFor = ''): string {
	return scrollBar(talk, {startMs, endMs, finds: findAll(looksFor)}, 10)
		.map(({isInView, hasFind}) => (hasFind ? 'x' : isInView ? '#' : '.'))
		.join('');
}

describe('the bar', () => {
	test.each([
		[0, 9000, '#.........'],
		[0, 100_000, '##########'],
		[45_000, 54_000, '....##....'],
		[95_000, 200_000, '.........#'],
	])('of what is in view from %i to %i ms', (startMs, endMs, bar) => {
		expect(show(startMs, endMs)).toBe(bar);
	});

	test('has a mark where something was found', () => {
		expect(show(0, 9000, 'needle')).toBe('#...x.....');
		expect(show(0, 9000, 'nothing of it')).toBe('#.........');
	});

	test('is one cell for each row, and something is always in view', () => {
		const time = fc.nat(200_000);
		fc.assert(
			fc.property(fc.integer({min: 1, max: 60}), time, time, (height, one, other) => {
				const view = {
					startMs: Math.min(one, other),
					endMs: Math.max(one, other),
					finds: findAll('hay'),
				};
				const cells = scrollBar(talk, view, height);
				expect(cells).toHaveLength(height);
				expect(cells.some(({isInView}) => isInView)).toBe(true);
			}),
		);
	});

	test('of an empty transcript is a bar', () => {
		const view = {startMs: 0, endMs: 0, finds: undefined};
		expect(scrollBar(conversation([]), view, 3)).toHaveLength(3);
	});
});
