import {jwtVerify} from 'jose';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {signLegacyJwt} from '../../source/zoom/legacy-jwt.ts';
import {createSignIn, type SignIn, type Token} from '../../source/zoom/sign-in.ts';

const {signal} = new AbortController();

afterEach(() => {
	vi.useRealTimers();
});

async function getValue(signIn: SignIn): Promise<string> {
	return (await signIn.getToken(signal)).value;
}

function createOffice(lifeMs: number) {
	let count = 0;
	return {
		get count() {
			return count;
		},
		async obtain(): Promise<Token> {
			count++;
			return {value: `token ${count}`, expiresAt: Date.now() + lifeMs};
		},
	};
}

describe('a token', () => {
	test('is obtained once, however many want it at once', async () => {
		const office = createOffice(3_600_000);
		const signIn = createSignIn(office.obtain);
		const tokens = await Promise.all(Array.from({length: 20}, () => getValue(signIn)));
		expect(new Set(tokens)).toEqual(new Set(['token 1']));
		expect(await getValue(signIn)).toBe('token 1');
		expect(office.count).toBe(1);
	});

	test('is renewed in the last minute of its life', async () => {
		vi.useFakeTimers({toFake: ['Date']});
		const signIn = createSignIn(createOffice(3_600_000).obtain);
		const obtainedAt = Date.now();
		expect(await getValue(signIn)).toBe('token 1');
		vi.setSystemTime(obtainedAt + 59 * 60_000 - 1);
		expect(await getValue(signIn)).toBe('token 1');
		vi.setSystemTime(obtainedAt + 59 * 60_000);
		expect(await getValue(signIn)).toBe('token 2');
	});

	test('of a short life is used for half of it', async () => {
		vi.useFakeTimers({toFake: ['Date']});
		const signIn = createSignIn(createOffice(10_000).obtain);
		const obtainedAt = Date.now();
		await signIn.getToken(signal);
		vi.setSystemTime(obtainedAt + 4999);
		expect(await getValue(signIn)).toBe('token 1');
		vi.setSystemTime(obtainedAt + 5000);
		expect(await getValue(signIn)).toBe('token 2');
	});

	test('that was forgotten is replaced; an older one being forgotten changes nothing', async () => {
		const signIn = createSignIn(createOffice(3_600_000).obtain);
		const first = await getValue(signIn);
		signIn.forget(first);
		expect(await getValue(signIn)).toBe('token 2');
		signIn.forget(first);
		expect(await getValue(signIn)).toBe('token 2');
	});

	test('that could not be had is asked for again the next time', async () => {
		let isIll = true;
		const office = createOffice(3_600_000);
		const signIn = createSignIn(async () => {
			if (isIll) {
				throw new Error('ill');
			}
			return office.obtain();
		});
		await expect(signIn.getToken(signal)).rejects.toThrow('ill');
		isIll = false;
		expect(await getValue(signIn)).toBe('token 1');
	});
});

describe('somebody who leaves', () => {
	const reason = new Error('left');

	function createSlowSignIn() {
		const answer = Promise.withResolvers<Token>();
		const signals: AbortSignal[] = [];
		const signIn = createSignIn(given => {
			signals.push(given);
			given.addEventListener('abort', () => answer.reject(given.reason));
			return answer.promise;
		});
		return {signIn, answer, signals};
	}

	test('does not take the token from those who stay', async () => {
		const {signIn, answer, signals} = createSlowSignIn();
		const leaver = new AbortController();
		const left = signIn.getToken(leaver.signal);
		const stayed = signIn.getToken(signal);
		leaver.abort(reason);
		await expect(left).rejects.toBe(reason);
		answer.resolve({value: 'token', expiresAt: Date.now() + 3_600_000});
		expect(await stayed).toMatchObject({value: 'token'});
		expect(signals).toHaveLength(1);
	});

	test('as the last one ends the request', async () => {
		const {signIn, signals} = createSlowSignIn();
		const leaver = new AbortController();
		const both = [signIn.getToken(leaver.signal), signIn.getToken(leaver.signal)];
		leaver.abort(reason);
		for (const left of both) {
			await expect(left).rejects.toBe(reason);
		}
		expect(signals[0]?.aborted).toBe(true);
	});
});

test('a legacy JWT is signed with HS256, from a little before now for ten minutes', async () => {
	const now = Date.parse('2026-11-24T12:00:00Z');
	const credentials = {type: 'legacy-jwt', apiKey: 'key', apiSecret: 'secret'} as const;
	const {value, expiresAt} = await signLegacyJwt(credentials, now);
	const {payload, protectedHeader} = await jwtVerify(value, new TextEncoder().encode('secret'), {
		currentDate: new Date(now),
	});
	expect(protectedHeader).toEqual({alg: 'HS256', typ: 'JWT'});
	expect(payload).toEqual({iss: 'key', iat: now / 1000 - 30, exp: now / 1000 + 600});
	expect(expiresAt).toBe(now + 600_000);
});

test('without a secret no JWT is signed', async () => {
	const credentials = {type: 'legacy-jwt', apiKey: 'key', apiSecret: ''} as const;
	await expect(signLegacyJwt(credentials)).rejects.toMatchObject({code: 'not-set-up'});
});
