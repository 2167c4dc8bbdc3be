import {parseBaseUrl} from '../http/addresses.ts';
import type {Patience} from '../http/repeat.ts';
import {
	createAuthorization,
	type Returned,
	readPastedAddress,
	readReturned,
} from './authorization.ts';
import {openRedirectServer} from './redirect-server.ts';
import {explainCodeRefusal} from './sign-in-refusals.ts';
import {openTokenOffice, requestToken} from './token-answer.ts';
import {ZoomError} from './zoom-error.ts';

export type PersonalSignInOptions = {
	/** `https://zoom.us` */
	readonly oauthUrl: string;
	/** The app's Public Client ID. */
	readonly clientId: string;
	/** How long the browser may take, in milliseconds. Default: a quarter of an hour. */
	readonly longestMs?: number;
	readonly patience?: Partial<Patience>;
};

/** A sign-in that waits for the person and their browser; disposing of it ends the wait. */
export type PersonalSignIn = AsyncDisposable & {
	/** For the browser to open. */
	readonly address: string;
	/**
	 * Takes the address that the browser was sent back to, for one that runs on another computer. Gives
	 * back why it can't be used, as a sentence; undefined when it can.
	 */
	readonly paste: (text: string) => string | undefined;
	/**
	 * Waits until the browser is back, and redeems what it brings. Gives back the refresh token.
	 * Throws `ZoomError`, or the signal's reason.
	 */
	readonly complete: (signal: AbortSignal) => Promise<string>;
};

const usualLongestMs = 15 * 60_000;

/** Begins to sign somebody in as themselves. Throws `UserError` for an address that is not safe. */
export async function beginPersonalSignIn({
	clientId,
	longestMs = usualLongestMs,
	patience,
	...options
}: PersonalSignInOptions): Promise<PersonalSignIn> {
	const oauthUrl = parseBaseUrl(options.oauthUrl, 'Zoom');
	const office = openTokenOffice(oauthUrl, explainCodeRefusal, patience);
	const returned = Promise.withResolvers<Returned>();
	const server = await openRedirectServer(
		query => readReturned(query, authorization.state),
		returned.resolve,
	);
	const authorization = createAuthorization(oauthUrl, clientId, server.redirectUri);
	const {redirectUri, verifier, state} = authorization;
	return {
		address: authorization.address.href,
		paste(text) {
			const read = readPastedAddress(text, state);
			if (read.status === 'foreign') {
				return read.problem;
			}
			returned.resolve(read);
			return undefined;
		},
		async complete(signal) {
			const result = await waitFor(returned.promise, longestMs, signal);
			if (result.status !== 'code') {
				throw result.status === 'refused' ? result.error : new Error('Nothing waits for this');
			}
			const {refreshToken} = await requestToken(office, {
				form: {
					grant_type: 'authorization_code',
					code: result.code,
					redirect_uri: redirectUri,
					client_id: clientId,
					code_verifier: verifier,
				},
				signal,
			});
			if (refreshToken === undefined) {
				throw new ZoomError('Zoom let Recscribe in, but only for an hour', {
					code: 'not-allowed',
					hint: 'Check that the app is a General app with “Use Public Client OAuth” switched on.',
				});
			}
			return refreshToken;
		},
		[Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
	};
}

async function waitFor<Value>(
	promise: Promise<Value>,
	longestMs: number,
	signal: AbortSignal,
): Promise<Value> {
	signal.throwIfAborted();
	const ended = Promise.withResolvers<never>();
	const abort = () => {
		ended.reject(signal.reason);
	};
	const timer = setTimeout(() => {
		ended.reject(
			new ZoomError('The browser did not come back from Zoom', {
				code: 'failed',
				hint: 'Sign in again; without a browser on this computer, paste the address that it was sent back to.',
			}),
		);
	}, longestMs);
	signal.addEventListener('abort', abort, {once: true});
	try {
		return await Promise.race([promise, ended.promise]);
	} finally {
		clearTimeout(timer);
		signal.removeEventListener('abort', abort);
	}
}
