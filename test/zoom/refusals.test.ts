import {describe, expect, test} from 'vitest';
import {showMoment} from '../../source/measures.ts';
import {explainByClock} from '../../source/zoom/clock-skew.ts';
import {explainRefusal, findHiddenRefusal} from '../../source/zoom/refusals.ts';
import {
	explainCodeRefusal,
	explainRefreshRefusal,
	explainSignInRefusal,
} from '../../source/zoom/sign-in-refusals.ts';

const headers = new Headers();

function explain(status: number, data: unknown, given = headers) {
	return explainRefusal({status, headers: given, data});
}

test.each([
	[401, {code: 124, message: 'Access token is expired.'}, 'not-allowed', 'renew-token'],
	[400, {code: 124, message: 'Invalid access token.'}, 'not-allowed', 'renew-token'],
	[401, undefined, 'not-allowed', 'renew-token'],
	[400, {code: 200, message: 'Only available for Paid account.'}, 'not-allowed', undefined],
	[
		400,
		{code: 300, message: 'The next page token is invalid or expired.'},
		'service',
		'restart-paging',
	],
	[400, {code: 300, message: 'Validation Failed.'}, 'service', undefined],
	[404, {code: 1001, message: 'User does not exist.'}, 'not-found', undefined],
	[400, {code: 1010, message: 'User not found on this account'}, 'not-found', undefined],
	[404, {code: '2001', message: 'Account does not exist.'}, 'not-found', undefined],
	[404, {code: 3001, message: 'Meeting does not exist.'}, 'not-found', undefined],
	[404, {code: 3301, message: 'There is no recording for this meeting.'}, 'not-found', undefined],
	[404, {code: 3322, message: 'The transcript does not exist.'}, 'not-found', undefined],
	[404, 'Not Found', 'not-found', undefined],
	[403, {code: 2305, message: 'Sharing restricted'}, 'not-allowed', undefined],
	[
		429,
		{code: 429, message: 'You have reached the maximum per-second rate limit.'},
		'rate-limited',
		'slow-down',
	],
	[500, undefined, 'service', undefined],
	[503, '<html>maintenance</html>', 'service', undefined],
	[418, {unheard: 'of'}, 'service', undefined],
])('status %i with %o is %s', (status, data, code, remedy) => {
	const error = explain(status, data);
	expect(error).toMatchObject({name: 'ZoomError', code, remedy});
	expect(error.hint).toMatch(/\.$/);
});

test.each([
	[124, 401, 'does not accept the sign-in any more', 'recscribe setup'],
	[200, 200, 'does not allow this', 'paid plan'],
	[300, 400, 'does not understand what was asked for', 'Check the meeting and the dates'],
	[1001, 404, 'does not know this user', 'recscribe users'],
	[1010, 400, 'does not know this user', 'recscribe users'],
	[2001, 400, 'does not know this account', 'Check the account ID'],
	[2305, 403, 'does not let this app see the summary', 'Transcribe the recording instead'],
	[3001, 404, 'does not know this meeting', 'recscribe meetings'],
	[3301, 404, 'has no recording of this meeting', 'recscribe meetings'],
	[3303, 400, 'is still deleting this recording', 'trash'],
	[3309, 400, 'storage of this Zoom account is used up', 'Make room'],
	[3310, 400, 'simulive', 'recscribe meetings'],
	[3322, 404, 'has no transcript of this meeting', 'Transcribe its recording instead'],
	[4700, 401, 'lacks a permission (scope): a:b', 'Scopes'],
	[4711, 400, 'lacks a permission (scope): a:b', 'sign in again'],
	[429, 429, 'limit of requests is reached', 'Wait a little'],
])('code %i has words of its own, and a next step', (code, status, message, hint) => {
	const error = explain(status, {code, message: 'does not contain scopes:[a:b].'});
	const told = code < 4700 ? explain(status, {code, message: 'Zoom’s words.'}) : error;
	expect(told.message).toContain(message);
	expect(told.hint).toContain(hint);
	expect(told.zoomCode).toBe(code);
});

test('Zoom’s number and words are always said', () => {
	expect(
		explain(404, {code: 3301, message: 'There is no recording for this meeting.'}).message,
	).toBe('Zoom has no recording of this meeting (3301: There is no recording for this meeting)');
	expect(explain(502, undefined).message).toContain('502');
});

test('words are made fit to be shown', () => {
	const {message} = explain(400, {code: 7, message: `a\u001B[31mb\u0000${'x'.repeat(5000)}`});
	expect(message).toMatch(/^[ -~“”’…]+$/u);
	expect(message.length).toBeLessThan(600);
});

describe('missing scopes', () => {
	test.each([4700, 4711, 0])('are named, with code %i', code => {
		const message =
			'Invalid access token, does not contain scopes:[user:read:list_users:admin, user:read:admin].';
		const error = explain(400, {code, message});
		expect(error).toMatchObject({
			code: 'not-allowed',
			remedy: undefined,
			missingScopes: ['user:read:list_users:admin', 'user:read:admin'],
		});
		expect(error.message).toContain('user:read:list_users:admin, user:read:admin');
		expect(error.hint).toContain('Scopes');
	});

	test('without a list are told in Zoom’s words', () => {
		expect(explain(401, {code: 4711, message: 'scope mismatch'}).message).toContain(
			'scope mismatch',
		);
	});
});

describe('the limit of requests', () => {
	test('comes with the time to wait', () => {
		const given = new Headers({'retry-after': '1500'});
		expect(explain(429, {message: 'limit'}, given)).toMatchObject({
			retryAfterMs: 1_500_000,
			hint: 'Try again in 25 min.',
		});
	});

	test('of a second passes by itself', () => {
		const data = {code: 429, message: 'You have reached the maximum per-second rate limit.'};
		expect(explain(429, data)).toMatchObject({
			code: 'rate-limited',
			remedy: 'slow-down',
			hint: expect.stringContaining('Wait a little'),
		});
		expect(explain(429, data, new Headers({'retry-after': '600'}))).toMatchObject({
			remedy: undefined,
			hint: 'Try again in 10 min.',
		});
	});

	test('of a day is not worth a wait: it is said when it ends', () => {
		const data = {
			code: 429,
			message: 'You have reached the maximum daily rate limit for this API.',
		};
		const end = new Date(Date.now() + 5 * 3_600_000);
		const error = explain(429, data, new Headers({'retry-after': end.toISOString()}));
		expect(error).toMatchObject({code: 'rate-limited', remedy: undefined});
		expect(error.message).toContain('for today is reached');
		expect(error.hint).toContain(`It ends in 5 h, on ${showMoment(end)}.`);
		expect(explain(429, data).hint).toContain('It ends within a day.');
		const type = new Headers({'x-ratelimit-type': 'Daily-limit'});
		expect(explain(429, {message: 'limit'}, type).remedy).toBeUndefined();
	});
});

describe('an error inside of status 200', () => {
	test('is found', () => {
		const data = {code: 200, message: 'You do not have the right permissions'};
		expect(findHiddenRefusal(data, headers)).toMatchObject({code: 'not-allowed', zoomCode: 200});
	});

	test.each([{meetings: []}, {code: 'x', message: 'y'}, {message: 'hello'}, [], null, 'text', 7])(
		'is not seen in %o',
		data => {
			expect(findHiddenRefusal(data, headers)).toBeUndefined();
		},
	);
});

describe('a sign-in is refused', () => {
	test.each([
		[
			{reason: 'Invalid client_id or client_secret', error: 'invalid_client'},
			/client ID and secret/,
		],
		[{status: false, errorCode: 4702, errorMessage: 'Invalid client'}, /client ID and secret/],
		[{reason: 'unsupported grant type', error: 'unsupported_grant_type'}, /not a Server-to-Server/],
		[{reason: 'Bad Request', error: 'invalid_request'}, /account ID/],
		[{reason: 'This app has been disabled', error: 'invalid_request'}, /deactivated/],
		[{errorCode: 4717, errorMessage: 'App disabled'}, /deactivated/],
		[{reason: 'something new', error: 'unheard_of'}, /refused the sign-in.*something new/],
		[undefined, /refused the sign-in \(400\)/],
	])('with %o', (data, message) => {
		const error = explainSignInRefusal({status: 400, headers, data});
		expect(error).toMatchObject({code: 'not-allowed', message: expect.stringMatching(message)});
	});

	test.each([
		[{reason: 'Invalid client_id', error: 'invalid_client'}, /public client ID/, 'Public Client'],
		[{errorCode: 4709, errorMessage: 'Redirect mismatch'}, /send the browser back/, '127.0.0.1'],
		[{errorCode: 4711, errorMessage: 'Mismatch'}, /scopes/, 'Scopes'],
		[{errorCode: 4733, errorMessage: 'Code is expired'}, /took longer/, 'Sign in again'],
		[{errorCode: 4734, errorMessage: 'Invalid'}, /came back with/, 'Sign in again'],
		[{errorCode: 4735, errorMessage: 'Owner missing'}, /came back with/, 'Sign in again'],
		[{errorCode: 4738, errorMessage: 'By admin'}, /deactivated/, 'Activate it'],
		[{error: 'invalid_grant', reason: 'Invalid Token!'}, /came back with/, 'Sign in again'],
		[{error: 'unheard_of'}, /refused the sign-in/, 'recscribe setup'],
	])('after the browser came back with %o', (data, message, hint) => {
		const error = explainCodeRefusal({status: 400, headers, data});
		expect(error).toMatchObject({code: 'not-allowed', message: expect.stringMatching(message)});
		expect(error.hint).toContain(hint);
	});

	test.each([
		[{error: 'invalid_grant', reason: 'Invalid Token!'}, 'not-set-up', /sign-in to Zoom has ended/],
		[{errorCode: 4741, errorMessage: 'Token revoked'}, 'not-set-up', /sign-in to Zoom has ended/],
		[{errorCode: 4740, errorMessage: 'tolerance'}, 'not-set-up', /sign-in to Zoom has ended/],
		[undefined, 'not-set-up', /sign-in to Zoom has ended/],
		[{error: 'invalid_client', reason: 'Invalid client_id'}, 'not-allowed', /public client ID/],
		[{errorCode: 4717, errorMessage: 'App disabled'}, 'not-allowed', /deactivated/],
	])('when it is renewed, with %o', (data, code, message) => {
		const error = explainRefreshRefusal({status: 400, headers, data});
		expect(error).toMatchObject({code, message: expect.stringMatching(message)});
		expect(error.hint).toMatch(/\.$/);
	});

	test('for a while only when Zoom is ill', () => {
		expect(explainSignInRefusal({status: 503, headers, data: undefined}).code).toBe('service');
	});
});

describe('a wrong clock', () => {
	const refused = explain(401, {code: 124, message: 'Invalid access token.'});

	test.each([
		[12 * 60_000, 'behind Zoom’s'],
		[-12 * 60_000, 'ahead of Zoom’s'],
	])('is named as the cause: %i ms', (offset, words) => {
		const date = new Date(Date.now() + offset).toUTCString();
		const error = explainByClock(refused, new Headers({date}));
		expect(error.message).toContain(`clock is 12 min ${words}`);
		expect(error.hint).toContain('clock');
	});

	test('is not suspected for a few seconds, nor for another error', () => {
		const date = new Date(Date.now() + 5000).toUTCString();
		expect(explainByClock(refused, new Headers({date}))).toBe(refused);
		const other = explain(404, {code: 3301, message: ''});
		expect(explainByClock(other, new Headers({date: new Date(0).toUTCString()}))).toBe(other);
	});
});
