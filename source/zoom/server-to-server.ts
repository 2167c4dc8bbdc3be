import type {Token} from './sign-in.ts';
import {requestToken, type TokenOffice} from './token-answer.ts';

export type ServerToServerCredentials = {
	readonly type: 'server-to-server';
	readonly accountId: string;
	readonly clientId: string;
	readonly clientSecret: string;
};

/** Asks Zoom for a token. Several may be good at the same time, so asking twice does no harm. */
export async function requestServerToken(
	office: TokenOffice,
	{accountId, clientId, clientSecret}: ServerToServerCredentials,
	signal: AbortSignal,
): Promise<Token> {
	const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
	const {token} = await requestToken(office, {
		headers: {authorization: `Basic ${basic}`},
		form: {grant_type: 'account_credentials', account_id: accountId},
		signal,
	});
	return token;
}
