import {createHash} from 'node:crypto';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	createAuthorization,
	readPastedAddress,
	readReturned,
} from '../../source/zoom/authorization.ts';

const oauthUrl = new URL('https://zoomgov.com');
const create = () => createAuthorization(oauthUrl, 'client', 'http://127.0.0.1:5000/');

test('the challenge is the S256 of the verifier, and nothing is used twice', () => {
	const [one, other] = [create(), create()];
	const challenge = createHash('sha256').update(one.verifier).digest('base64url');
	expect(one.address.origin).toBe('https://zoomgov.com');
	expect(one.address.searchParams.get('code_challenge')).toBe(challenge);
	expect(one.address.href).not.toContain(one.verifier);
	expect(one.verifier.length).toBeGreaterThanOrEqual(43);
	expect(new Set([one.verifier, one.state, other.verifier, other.state]).size).toBe(4);
});

describe('what comes back', () => {
	const state = 'a-state';

	test('is a code, a refusal, or none of ours', () => {
		const read = (query: string) => readReturned(new URLSearchParams(query), state);
		expect(read('code=abc&state=a-state')).toEqual({status: 'code', code: 'abc'});
		expect(read('error=access_denied&state=a-state')).toMatchObject({
			status: 'refused',
			error: {code: 'not-allowed', message: 'Zoom was told not to let Recscribe in'},
		});
		expect(read('error=invalid_request&error_description=why&state=a-state')).toMatchObject({
			status: 'refused',
			error: {message: 'Zoom did not begin the sign-in (invalid_request: why)'},
		});
		for (const query of ['', 'code=abc', 'code=abc&state=b', 'error=x', 'state=a-state']) {
			expect(read(query).status).toBe('foreign');
		}
	});

	test('can be shown, whatever is in it', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary'}), fc.string(), (error, description) => {
				const query = new URLSearchParams({state, error, error_description: description});
				const returned = readReturned(query, state);
				// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
				const control = /[\u0000-\u001F\u007F-\u009F]/;
				return returned.status === 'refused' && !control.test(returned.error.message);
			}),
		);
	});

	test('is read from a pasted address, wrapped or not, with any code', () => {
		fc.assert(
			fc.property(fc.string({minLength: 1}), fc.nat({max: 60}), (code, cut) => {
				const address = `http://127.0.0.1:5000/?${new URLSearchParams({code, state})}`;
				const pasted = ` ${address.slice(0, cut)}\r\n ${address.slice(cut)}\n`;
				expect(readPastedAddress(pasted, state)).toEqual({status: 'code', code});
			}),
		);
	});

	test('of anything else that is pasted is none of ours', () => {
		fc.assert(
			fc.property(fc.string(), text => {
				expect(readPastedAddress(text, state).status).toBe('foreign');
			}),
		);
	});
});
