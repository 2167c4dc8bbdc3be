import fc from 'fast-check';
import {expect, test} from 'vitest';
import {JsonTooLarge, keptWordLimits, parseJson, wordLimits} from '../source/parse-json.ts';

/** The signs that would be counted in a string, if strings were not left out. */
const signs = fc.string({unit: fc.constantFrom('"', '\\', ',', '[', ']', '{', '}', ':', ' ', 'a')});
const json = fc.letrec(tie => ({
	value: fc.oneof(
		{depthSize: 'small'},
		signs,
		fc.constantFrom(0, -1.5e-7, true, null),
		fc.array(tie('value'), {maxLength: 4}),
		fc.dictionary(signs, tie('value'), {maxKeys: 4}),
	),
})).value;

/** What is counted of a value: itself, and all that it holds; the place in an empty list, too. */
function count(value: unknown): {readonly values: number; readonly containers: number} {
	if (typeof value !== 'object' || value === null) {
		return {values: 0, containers: 0};
	}

	const items = Object.values(value).map(count);
	return {
		values: items.reduce((sum, {values}) => sum + values, Math.max(items.length, 1)),
		containers: items.reduce((sum, {containers}) => sum + containers, 1),
	};
}

test('within its limits it reads as JSON.parse does, and beyond them nothing', () => {
	fc.assert(
		fc.property(fc.array(json), fc.constantFrom(undefined, '\t'), (value, space) => {
			const text = JSON.stringify(value, undefined, space);
			const {values, containers} = count(value);
			const mostValues = Math.max(1 + values, 4 * containers);
			expect(parseJson(text, {mostValues})).toEqual(JSON.parse(text));
			expect(() => parseJson(text, {mostValues: mostValues - 1})).toThrow(JsonTooLarge);
		}),
		{numRuns: 500},
	);
});

test('what is no JSON is refused as such', () => {
	const pieces = fc.constantFrom('"', '\\', ',', '[', ']', '{', '}', ':', '0', 'null', '"a"');
	fc.assert(
		fc.property(fc.array(pieces), parts => {
			const text = parts.join('');
			const read = (parse: (text: string) => unknown) => {
				try {
					return {value: parse(text)};
				} catch (error) {
					return String(error);
				}
			};
			expect(read(parseJson)).toEqual(read(JSON.parse));
		}),
		{numRuns: 1000},
	);
});

test.each([
	['levels', (count: number) => `${'['.repeat(count)}${']'.repeat(count)}`, 100],
	['levels', (count: number) => `${'{"a":'.repeat(count)}0${'}'.repeat(count)}`, 100],
	['names', (count: number) => `{${Array.from({length: count}, (_, n) => `"${n}":0`)}}`, 100_000],
	['values', (count: number) => `[${'0,'.repeat(count - 2)}0]`, 500_000],
	['values', (count: number) => `[${'{},'.repeat(count / 4 - 2)}{}]`, 500_000],
])('more %s than an answer has are refused before they are read: %#', (what, write, most) => {
	expect(() => parseJson(write(most))).not.toThrow();
	expect(() => parseJson(write(most + 4))).toThrow(`more than ${most} ${what}`);
});

test('an object may follow many others, and a list be as long as there may be values', () => {
	const objects = `[${Array(60_000).fill('{"a":0,"b":0}')}]`;
	expect(parseJson(objects)).toHaveLength(60_000);
	expect(parseJson(`[{},${Array(200_000).fill('0')}]`)).toHaveLength(200_001);
});

test('what is kept is counted where it is longer than ten hours of words', () => {
	const limits = {mostValues: 3, uncountedLength: 10};
	expect(parseJson('[1,2,3,4]', limits)).toEqual([1, 2, 3, 4]);
	expect(parseJson('[1,2,3,4 ]', limits)).toEqual([1, 2, 3, 4]);
	expect(() => parseJson('[1,2,3,4  ]', limits)).toThrow(JsonTooLarge);
	expect(keptWordLimits).toMatchObject(wordLimits);
	expect(keptWordLimits.uncountedLength).toBe(16_777_216);
});

test('the words of a hundred hours may be read where there is memory for them', () => {
	const {mostValues} = wordLimits;
	expect(mostValues).toBeLessThanOrEqual(16_000_000);
	const twice = Array(10_000).fill('{"text":"a","start":0,"end":1,"confidence":1,"speaker":"A"}');
	const hour = `{"words":[${twice}],"utterances":[{"words":[${twice}]}]}`;
	const {values} = count(JSON.parse(hour));
	expect(values * 100).toBeLessThan(16_000_000);
	expect(parseJson(hour)).toHaveProperty('words.length', 10_000);
});
