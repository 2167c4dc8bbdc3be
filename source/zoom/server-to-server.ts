import * as z from 'zod';
import {joinUrl} from '../http/addresses.ts';
import {optionalNumber} from '../http/lenient.ts';
import {createHttp, type Http, type Refusal, type Service} from '../http.ts';
import {explainRefusal, readWords, withWords} from './refusals.ts';
import type {Token} from './sign-in.ts';
import {ZoomError} from './zoom-error.ts';

export type ServerToServerCredentials = {
	readonly type: 'server-to-server';
	readonly accountId: string;
	readonly clientId: string;
	readonly clientSecret: string;
};

// A token becomes a header: an error about its characters would repeat it.
const tokenAnswer = z.object({
	access_token: z.string().regex(/^[!-~]+$/),
	expires_in: optionalNumber,
});
const usualLifeSeconds = 3600;

/** Zoom's token endpoint. */
export function createOAuthHttp(patience: Service['patience']): Http {
	return createHttp({
		name: 'Zoom',
		createError: (message, options) => new ZoomError(message, options),
		explain: explainSignInRefusal,
		patience,
	});
}

/** Asks Zoom for a token. Several may be good at the same time, so asking twice does no harm. */
export async function requestServerToken(
	http: Http,
	oauthUrl: URL,
	{accountId, clientId, clientSecret}: ServerToServerCredentials,
	signal: AbortSignal,
): Promise<Token> {
	const askedAt = Date.now();
	const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
	const answer = await http.read({
		url: joinUrl(oauthUrl, 'oauth/token'),
		method: 'POST',
		headers: {authorization: `Basic ${basic}`},
		body: new URLSearchParams({grant_type: 'account_credentials', account_id: accountId}),
		repeat: 'always',
		signal,
	});
	const data = http.parseJson(answer);
	const {words} = readWords(data);
	if (words !== '') {
		throw explainSignInRefusal({status: 400, headers: answer.headers, data});
	}
	const token = http.parse(tokenAnswer, data);
	const lifeSeconds = token.expires_in ?? usualLifeSeconds;
	return {value: token.access_token, expiresAt: askedAt + lifeSeconds * 1000};
}

type Cause = {readonly pattern: RegExp; readonly message: string; readonly hint: string};

// Zoom's words differ over time; the OAuth error names and numbers are matched as well.
const causes: readonly Cause[] = [
	{
		pattern: /invalid_client|client_?\s?id|client_?\s?secret|\b470[246]\b/i,
		message: 'Zoom does not know this client ID and secret',
		hint: 'Copy both again from the app’s Credentials page, and check that the app is activated.',
	},
	{
		pattern: /disabled|deactivat|not activat|inactive|\b4717\b|\b4738\b|\b4741\b/i,
		message: 'The Zoom app is deactivated',
		hint: 'Activate it on its Activation page in Zoom’s App Marketplace.',
	},
	{
		pattern: /unsupported.grant.type|\b4705\b/i,
		message: 'This Zoom app is not a Server-to-Server OAuth app',
		hint: 'Create an app of that kind in Zoom’s App Marketplace; other kinds cannot sign in this way.',
	},
	{
		pattern: /invalid_request|bad request|account/i,
		message: 'Zoom does not accept the account ID',
		hint: 'Copy it again from the app’s Credentials page; it belongs to the same app as the client ID.',
	},
];

/** Explains why Zoom gave no token. */
export function explainSignInRefusal(refusal: Refusal): ZoomError {
	const {status, data} = refusal;
	if (status === 429 || status >= 500) {
		return explainRefusal(refusal);
	}
	const {code, words} = readWords(data);
	const everything = `${code ?? ''} ${JSON.stringify(data ?? '')}`;
	const cause = causes.find(({pattern}) => pattern.test(everything));
	const details = {code: code ?? status, words};
	return new ZoomError(withWords(cause?.message ?? 'Zoom refused the sign-in', details), {
		zoomCode: code,
		code: 'not-allowed',
		hint: cause?.hint ?? 'Check the credentials with `recscribe setup`.',
	});
}
