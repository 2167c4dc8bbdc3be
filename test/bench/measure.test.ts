import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type Figure, interleave, median, meetsAim} from '../../bench/measure.ts';
import {showTable} from '../../bench/table.ts';

test('the median has as many values below it as above it', () => {
	expect(median([3, 1, 2])).toBe(2);
	expect(median([4, 1, 3, 2])).toBe(2.5);
	expect(() => median([])).toThrow();
	fc.assert(
		fc.property(fc.array(fc.integer(), {minLength: 1}), values => {
			const middle = median(values);
			const below = values.filter(value => value < middle).length;
			const above = values.filter(value => value > middle).length;
			expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
		}),
	);
});

test('takes turns, leaves the first round out and gives medians', async () => {
	const order: string[] = [];
	const measurement = (name: string, values: readonly number[]) => async () => {
		order.push(name);
		return values[order.filter(taken => taken === name).length - 1] ?? Number.NaN;
	};

	const medians = await interleave(3, {
		one: measurement('one', [1000, 1, 3, 2]),
		other: measurement('other', [2000, 7, 7, 8]),
	});
	expect(medians).toEqual({one: 2, other: 7});
	expect(order).toEqual(Array(4).fill(['one', 'other']).flat());
});

const figure: Figure = {
	what: 'first frame',
	value: 123.4,
	unit: 'ms',
	peer: {name: 'node', value: 50},
};

test.each([
	[undefined, undefined],
	[{atMost: 2.5}, true],
	[{atMost: 2.4}, false],
	[{atLeast: 2.4}, true],
	[{atLeast: 2.5}, false],
] as const)('the aim %o is met: %s', (aim, isMet) => {
	expect(meetsAim(aim === undefined ? figure : {...figure, aim})).toBe(isMet);
});

test('shows each figure beside its peer, its ratio and its aim', () => {
	expect(
		showTable([
			{...figure, aim: {atMost: 3}},
			{what: 'x', value: 2, unit: 'MB/s', peer: {name: 'curl', value: 40}, aim: {atLeast: 0.5}},
			{...figure, what: 'y'},
		]),
	).toBe(
		[
			'measured                compared with             ratio  aim',
			'first frame     123 ms  node             50.0 ms  2.47×  ≤ 3    met',
			'x            2.00 MB/s  curl           40.0 MB/s  0.05×  ≥ 0.5  MISSED',
			'y               123 ms  node             50.0 ms  2.47×',
		].join('\n'),
	);
});
