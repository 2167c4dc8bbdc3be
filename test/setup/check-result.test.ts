import {expect, test} from 'vitest';
import {type ErrorCode, UserError} from '../../source/errors.ts';
import {refusalFrom} from '../../source/setup/check-result.ts';

test.each<[ErrorCode, string]>([
	['network', 'no-network'],
	['not-allowed', 'wrong-secret'],
	['rate-limited', 'rate-limited'],
	['not-found', 'not-allowed'],
	['service', 'service'],
	['failed', 'service'],
])('an error %s is a refusal for %s', (code, reason) => {
	const error = new UserError('What happened', {code, hint: 'What to do'});
	expect(refusalFrom(error)).toEqual({
		status: 'refused',
		reason,
		message: 'What happened',
		hint: 'What to do',
	});
});

test.each(['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED'])(
	'a certificate that is %s is about the clock',
	code => {
		const root = Object.assign(new Error('certificate'), {code});
		const error = new UserError('No connection', {
			code: 'network',
			cause: new TypeError('fetch failed', {cause: root}),
		});
		expect(refusalFrom(error).reason).toBe('clock-skew');
	},
);

test('what is no UserError is no refusal', () => {
	expect(() => refusalFrom(new TypeError('a bug'))).toThrow('a bug');
});
