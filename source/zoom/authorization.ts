import {createHash, randomBytes, timingSafeEqual} from 'node:crypto';
import {joinUrl} from '../http/addresses.ts';
import {safeText} from '../safe-text.ts';
import {ZoomError} from './zoom-error.ts';

/** One request to be let in, from the address that the browser opens to the one that it comes back to. */
export type Authorization = {
	/** For the browser. */
	readonly address: URL;
	readonly redirectUri: string;
	/** Proves, when the code is redeemed, that it was asked for here. */
	readonly verifier: string;
	/** Comes back with the code. */
	readonly state: string;
};

/** Begins a sign-in: authorization code with PKCE (S256), for a client without a secret. */
export function createAuthorization(
	oauthUrl: URL,
	clientId: string,
	redirectUri: string,
): Authorization {
	const verifier = randomBytes(48).toString('base64url');
	const state = randomBytes(24).toString('base64url');
	const address = joinUrl(oauthUrl, 'oauth/authorize', {
		response_type: 'code',
		client_id: clientId,
		redirect_uri: redirectUri,
		state,
		code_challenge: createHash('sha256').update(verifier).digest('base64url'),
		code_challenge_method: 'S256',
	});
	return {address, redirectUri, verifier, state};
}

/** What the browser brings back. */
export type Returned =
	| {readonly status: 'code'; readonly code: string}
	/** Zoom, or the person there, said no. */
	| {readonly status: 'refused'; readonly error: ZoomError}
	/** It does not belong to this sign-in. */
	| {readonly status: 'foreign'; readonly problem: string};

/** Reads the query that the browser came back with. */
export function readReturned(query: URLSearchParams, state: string): Returned {
	if (!isSame(query.get('state') ?? '', state)) {
		return {status: 'foreign', problem: 'It belongs to another sign-in than this one.'};
	}
	const error = query.get('error');
	if (error !== null) {
		return {status: 'refused', error: explainError(error, query.get('error_description') ?? '')};
	}
	const code = query.get('code') ?? '';
	return code === ''
		? {status: 'foreign', problem: 'There is no code in it.'}
		: {status: 'code', code};
}

/** Reads an address as a person copies it from a browser that found nothing there. */
export function readPastedAddress(text: string, state: string): Returned {
	const address = text.replace(/\s/g, '');
	const query = /^[^?]*\?(.*)$/.exec(address)?.[1]?.replace(/#.*$/, '');
	return query === undefined
		? {
				status: 'foreign',
				problem:
					'It should be the whole address, beginning with http://127.0.0.1 and with “code=” in it.',
			}
		: readReturned(new URLSearchParams(query), state);
}

function explainError(error: string, description: string): ZoomError {
	const words = safeText([error, description].filter(text => text !== '').join(': ')).slice(0, 200);
	return error === 'access_denied'
		? new ZoomError('Zoom was told not to let Recscribe in', {
				code: 'not-allowed',
				hint: 'Sign in again and choose “Allow”; an administrator may have to approve the app first.',
			})
		: new ZoomError(`Zoom did not begin the sign-in (${words})`, {
				code: 'not-allowed',
				hint: 'Check the Public Client ID and the redirect URL of the app, then sign in again.',
			});
}

function isSame(one: string, other: string): boolean {
	const [first, second] = [one, other].map(text => createHash('sha256').update(text).digest());
	return first !== undefined && second !== undefined && timingSafeEqual(first, second);
}
