import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createRedact, withoutQuotes} from '../../source/log/redact.ts';

describe('what nobody else may read', () => {
	test('is not in a line, however it is written there', () => {
		const secret = fc.string({minLength: 8, maxLength: 40, unit: 'grapheme'}).filter(
			// What the mark itself holds can't be told from it.
			text => text.trim().length >= 8 && !'[redacted] [email]'.includes(text),
		);
		fc.assert(
			fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
				const redact = createRedact([value]);
				const bytes = Buffer.from(value);
				for (const written of [
					value,
					encodeURIComponent(value.toWellFormed()),
					bytes.toString('base64'),
					bytes.toString('base64url'),
					bytes.toString('hex'),
				]) {
					expect(redact(`${before}${written}${after}`)).not.toContain(written);
				}
			}),
		);
	});

	test.each([
		['Authorization: Bearer abc.def-ghi', 'Authorization: Bearer [redacted]'],
		['GET /rec?access_token=abc&pwd=x', 'GET /rec?access_token=[redacted]&pwd=[redacted]'],
		['eyJhbGciOi.eyJpc3Mi.c2ln says', '[redacted] says'],
		['/v2/users/ada.moreau@example.com/recordings', '/v2/users/[email]/recordings'],
		['/v2/users/ada%40example.com', '/v2/users/[email]'],
		['half past two', 'half past two'],
		['count=3 of 4', 'count=3 of 4'],
		['Bearer   abc', 'Bearer [redacted]'],
		['ada@mail.example.com said', '[email] said'],
		['eyJhbGciOi.eyJpc3Mi says', '[redacted] says'],
	])('is known by its looks, too: %s', (text, expected) => {
		expect(createRedact([])(text)).toBe(expected);
	});

	test('a secret that holds another one is taken out whole', () => {
		expect(createRedact(['abcdef', 'abcdefghij'])('abcdefghij, abcdef')).toBe(
			'[redacted], [redacted]',
		);
		expect(createRedact(['abcdef', 'abcde'])('abcdef abcde')).toBe('[redacted] abcde');
	});

	test('a word that is no secret stays', () => {
		expect(createRedact(['me', ''])('tell me')).toBe('tell me');
	});
});

test('what an error quotes is left out', () => {
	expect(withoutQuotes(`Unexpected token 'o', "no JSON" is not valid`)).toBe(
		`Unexpected token '…', "…" is not valid`,
	);
	expect(withoutQuotes('“Budget review” has no sound')).toBe('“…” has no sound');
});
