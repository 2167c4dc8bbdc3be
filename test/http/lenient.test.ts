import fc from 'fast-check';
import {expect, test} from 'vitest';
import * as z from 'zod';
import * as lenient from '../../source/http/lenient.ts';
import {safeText} from '../../source/safe-text.ts';
import {terminalTricks} from '../corpora/terminal-tricks.ts';

const {unshownText: _, ...shown} = lenient;
const schemas = Object.entries(shown).filter(([, schema]) => schema instanceof z.ZodType);
const hostile = fc.oneof(
	fc.constantFrom(...terminalTricks.map(({bytes}) => bytes)),
	fc.string({unit: 'binary', maxLength: 900}),
	fc.anything(),
);

test.each(schemas)('%s gives no string that is not fit to be shown', (name, schema) => {
	expect(name).not.toBe('');
	fc.assert(
		fc.property(hostile, value => {
			const {data} = schema.safeParse(value);
			if (typeof data === 'string') {
				expect(safeText(data)).toBe(data);
			} else if (typeof data === 'number') {
				expect(data).toBeLessThan(Number.POSITIVE_INFINITY);
			} else if (data !== undefined) {
				expect(data).toBeInstanceOf(Date);
			}
		}),
	);
});

test('an id is taken to the letter or not at all', () => {
	expect(lenient.optionalText.parse('/abc+/==')).toBe('/abc+/==');
	expect(lenient.optionalText.parse(81_234_567_890)).toBe('81234567890');
	for (const id of ['a\u001B[31m', 'a\u202E', ' a', 'a'.repeat(8193), '', null, {}]) {
		expect(lenient.optionalText.parse(id)).toBeUndefined();
		expect(lenient.requiredText.safeParse(id).success).toBe(false);
	}
});

test('a name has an end', () => {
	expect(lenient.safeLineOrEmpty.parse('a'.repeat(500))).toHaveLength(500);
	const cut = lenient.safeLineOrEmpty.parse(`${'a'.repeat(498)}😀${'b'.repeat(1e6)}`);
	expect(cut).toBe(`${'a'.repeat(498)}…`);
	expect(lenient.safeTextOrEmpty.parse('a'.repeat(1e6))).toHaveLength(1e6);
});
