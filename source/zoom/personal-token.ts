import type {Token} from './sign-in.ts';
import {signInAgain} from './sign-in-refusals.ts';
import {requestToken, type TokenOffice} from './token-answer.ts';

/** Somebody who is signed in as themselves, to a public client: there is no secret but the refresh token. */
export type PersonalCredentials = {
	readonly type: 'user';
	/** The app's Public Client ID. */
	readonly clientId: string;
};

/** Where the refresh token is, which is another one after each use. */
export type TokenKeeper = {
	/** Does `act` while nobody else, also no other Recscribe, uses the token. Throws the signal's reason. */
	readonly withLock: <Value>(act: () => Promise<Value>, signal: AbortSignal) => Promise<Value>;
	/** The newest one; undefined when nobody is signed in any more. */
	readonly read: () => string | undefined;
	/** On disk when it resolves, all of it or nothing. */
	readonly keep: (refreshToken: string, former: string) => Promise<void>;
};

/**
 * Renews the access token. The refresh token that comes with it takes the old one's place before
 * anybody gets the access token: the old one may be worth nothing any more.
 */
export function requestPersonalToken(
	office: TokenOffice,
	{clientId}: PersonalCredentials,
	keeper: TokenKeeper,
	signal: AbortSignal,
): Promise<Token> {
	return keeper.withLock(async () => {
		const refreshToken = keeper.read();
		if (refreshToken === undefined) {
			throw signInAgain('Nobody is signed in to Zoom any more');
		}
		const granted = await requestToken(office, {
			form: {grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId},
			// Broken off now, the answer with the next refresh token would be lost.
			signal: new AbortController().signal,
		});
		if (granted.refreshToken !== undefined && granted.refreshToken !== refreshToken) {
			await keeper.keep(granted.refreshToken, refreshToken);
		}
		return granted.token;
	}, signal);
}
