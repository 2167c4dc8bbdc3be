import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseNumbers} from '../../source/questions/parse-numbers.ts';

test.each([
	['3', 'one', [2]],
	['1 3-5, 8', 'many', [0, 2, 3, 4, 7]],
	['2–3', 'many', [1, 2]],
	['1 2', 'one', undefined],
	['0', 'one', undefined],
	['10', 'one', undefined],
	['3-2', 'many', undefined],
	['weekly 3', 'many', undefined],
	['', 'many', undefined],
] as const)('%j for %s', (text, kind, places) => {
	expect(parseNumbers(text, 9, kind)).toEqual(places);
});

test('never names what is not there', () => {
	fc.assert(
		fc.property(fc.string(), fc.nat(50), (text, count) => {
			const places = parseNumbers(text, count, 'many') ?? [];
			expect(places.every(place => place >= 0 && place < count)).toBe(true);
		}),
	);
});
