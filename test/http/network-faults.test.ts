import {expect, test} from 'vitest';
import {explainNetworkFault} from '../../source/http/network-faults.ts';

function fault(code: string, syscall?: string): TypeError {
	const cause = Object.assign(new Error(code), {code, syscall});
	return new TypeError('fetch failed', {cause});
}

test.each([
	['a name that is not known', fault('ENOTFOUND', 'getaddrinfo'), /DNS/, true, true],
	['a name server that is away', fault('EAI_AGAIN', 'getaddrinfo'), /DNS/, true, true],
	['a refused connection', fault('ECONNREFUSED', 'connect'), /refused/, true, true],
	['an unreachable network', fault('ENETUNREACH', 'connect'), /ENETUNREACH/, true, true],
	['a connection that takes too long', fault('UND_ERR_CONNECT_TIMEOUT'), /TIMEOUT/, true, true],
	['a wrong certificate', fault('SELF_SIGNED_CERT_IN_CHAIN'), /TLS/, true, false],
	['a broken secure connection', fault('ERR_SSL_BAD_RECORD'), /TLS/, false, false],
	['a reset', fault('ECONNRESET', 'read'), /broke/, false, true],
	['a time-out while connected', fault('ETIMEDOUT', 'read'), /broke/, false, true],
	['who knows what', new TypeError('fetch failed'), /broke/, false, true],
	['no error at all', 'oops', /broke/, false, true],
])('explains %s', (_, error, reason, isUnsent, isPassing) => {
	expect(explainNetworkFault(error)).toMatchObject({
		reason: expect.stringMatching(reason),
		hint: expect.stringMatching(/\.$|\?/),
		isUnsent,
		isPassing,
	});
});

test('looks into a failure at each of several addresses', () => {
	const refused = Object.assign(new Error('refused'), {code: 'ECONNREFUSED', syscall: 'connect'});
	const cause = new AggregateError([refused, refused]);
	expect(explainNetworkFault(new TypeError('fetch failed', {cause})).isUnsent).toBe(true);
});

test('does not go round in circles', () => {
	const error = new Error('a');
	error.cause = error;
	expect(explainNetworkFault(error).isUnsent).toBe(false);
});
