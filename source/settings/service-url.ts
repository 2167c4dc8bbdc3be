import * as z from 'zod';
import {isSafeAddress} from '../http/addresses.ts';

function parseServiceUrl(address: string): string | {readonly problem: string} {
	if (!URL.canParse(address)) {
		return {problem: 'is not a web address such as https://api.example.com'};
	}
	const url = new URL(address);
	if (!isSafeAddress(url)) {
		return {problem: 'must start with https:// (plain http only to this computer itself)'};
	}
	if (url.username !== '' || url.password !== '') {
		return {problem: 'must not hold a user name or password'};
	}
	if (url.search !== '' || url.hash !== '') {
		return {problem: 'must not hold “?” or “#”'};
	}
	return url.href.replace(/\/+$/, '');
}

/**
 * A service's address: https, or plain http to a loopback host, without a user, query or fragment.
 * The value that comes out has no slash at its end. An issue's message says what is wrong and never
 * repeats the address, which may hold a secret by mistake.
 */
export const serviceUrl = z.string().transform((address, context) => {
	const url = parseServiceUrl(address);
	if (typeof url === 'string') {
		return url;
	}
	context.issues.push({code: 'custom', message: url.problem, input: undefined});
	return z.NEVER;
});
