import * as z from 'zod';
import {joinUrl} from '../http/addresses.ts';
import {
	optionalHeaderText,
	optionalNumber,
	optionalText,
	requiredHeaderText,
} from '../http/lenient.ts';
import {createHttp, type Http, type Refusal, type Service} from '../http.ts';
import {readWords} from './refusals.ts';
import type {Token} from './sign-in.ts';
import {ZoomError} from './zoom-error.ts';

const tokenAnswer = z
	.object({
		access_token: requiredHeaderText,
		expires_in: optionalNumber,
		refresh_token: optionalHeaderText,
		scope: optionalText,
		api_url: optionalText,
	})
	.transform(answer => ({
		accessToken: answer.access_token,
		lifeSeconds: answer.expires_in ?? usualLifeSeconds,
		refreshToken: answer.refresh_token,
		scopes: answer.scope?.split(/[\s,]+/).filter(scope => scope !== ''),
		apiUrl: answer.api_url,
	}));
const usualLifeSeconds = 3600;

export type TokenOffice = {
	readonly http: Http;
	/** `https://zoom.us` */
	readonly oauthUrl: URL;
	/** Explains why there is no token. */
	readonly explain: (refusal: Refusal) => ZoomError;
};

export type Granted = {
	readonly token: Token;
	/** Good for the next token, where Zoom gives one. */
	readonly refreshToken: string | undefined;
};

/** Zoom's token endpoint, with what its refusals mean for one way of signing in. */
export function openTokenOffice(
	oauthUrl: URL,
	explain: TokenOffice['explain'],
	patience: Service['patience'],
): TokenOffice {
	const http = createHttp({
		name: 'Zoom',
		createError: (message, options) => new ZoomError(message, options),
		explain,
		patience,
	});
	return {http, oauthUrl, explain};
}

/** Asks for a token. Throws `ZoomError`, or the signal's reason. */
export async function requestToken(
	{http, oauthUrl, explain}: TokenOffice,
	request: {
		readonly form: Readonly<Record<string, string>>;
		readonly headers?: Readonly<Record<string, string>>;
		readonly signal: AbortSignal;
	},
): Promise<Granted> {
	const askedAt = Date.now();
	const answer = await http.read({
		url: joinUrl(oauthUrl, 'oauth/token'),
		method: 'POST',
		headers: request.headers ?? {},
		body: new URLSearchParams(request.form),
		repeat: 'always',
		signal: request.signal,
	});
	const data = http.parseJson(answer);
	if (readWords(data).words !== '') {
		throw explain({status: 400, headers: answer.headers, data});
	}
	const {accessToken, lifeSeconds, refreshToken, scopes, apiUrl} = http.parse(tokenAnswer, data);
	return {
		token: {value: accessToken, expiresAt: askedAt + lifeSeconds * 1000, scopes, apiUrl},
		refreshToken,
	};
}
