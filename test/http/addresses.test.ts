import {describe, expect, test} from 'vitest';
import {encodePathPart, joinUrl, parseBaseUrl} from '../../source/http/addresses.ts';

describe('a base address', () => {
	test.each([
		'https://api.zoom.us/v2',
		'http://127.0.0.1:8080',
		'http://127.8.9.1',
		'http://localhost:3000/v2/',
		'http://[::1]:99',
	])('may be %s', address => {
		expect(parseBaseUrl(address, 'Zoom').href).toContain(new URL(address).host);
	});

	test.each([
		'http://api.zoom.us',
		'http://127.0.0.1.evil.example',
		'http://localhost.evil.example',
		'ftp://127.0.0.1',
		'file:///etc/passwd',
		'not an address',
		'',
		'https://user:secret@api.zoom.us',
		'https://api.zoom.us/?secret=1',
		'https://api.zoom.us/#secret',
	])('may not be %o, and the error does not repeat it', address => {
		expect(() => parseBaseUrl(address, 'Zoom')).toThrow(
			expect.objectContaining({
				name: 'UserError',
				code: 'usage',
				message: expect.not.stringMatching(/secret|evil|passwd/),
			}),
		);
	});
});

test('a path goes behind the base’s own, with or without a slash between them', () => {
	for (const base of ['https://host.example/v2', 'https://host.example/v2/']) {
		const url = joinUrl(new URL(base), 'users/a%2Fb', {from: '1 & 2', to: undefined});
		expect(url.href).toBe('https://host.example/v2/users/a%2Fb?from=1+%26+2');
	}
});

test.each(['', '.', '..'])('%o is no part of a path', value => {
	expect(() => encodePathPart(value)).toThrow(expect.objectContaining({code: 'usage'}));
});

test('a part of a path stays one, whatever it holds', () => {
	const url = joinUrl(new URL('https://host.example/v2'), encodePathPart('a/../b?c#d'));
	expect(url.href).toBe('https://host.example/v2/a%2F..%2Fb%3Fc%23d');
});
