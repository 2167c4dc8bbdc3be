import type {z} from 'zod';
import {joinUrl} from '../http/addresses.ts';
import {createHttp, type Http, type Service} from '../http.ts';
import {explainByClock} from './clock-skew.ts';
import {explainRefusal, findHiddenRefusal, isHopeless} from './refusals.ts';
import type {SignIn} from './sign-in.ts';
import {ZoomError} from './zoom-error.ts';

export type ZoomApi = {
	/** GETs a path and parses the answer. Each part of `path` must be percent-encoded already. */
	readonly get: <Schema extends z.ZodType>(
		path: string,
		query: Readonly<Record<string, string | undefined>>,
		schema: Schema,
		signal: AbortSignal,
	) => Promise<z.output<Schema>>;
	/** Runs `act` with a token; where that is refused, once more with a new one. */
	readonly withToken: <Value>(
		signal: AbortSignal,
		act: (token: string) => Promise<Value>,
	) => Promise<Value>;
};

export type ZoomApiOptions = {
	readonly apiUrl: URL;
	readonly signIn: SignIn;
	/** Whether a token is only good as long as this computer's clock is right. */
	readonly isClockBound: boolean;
	readonly patience: Service['patience'];
};

export function createZoomApi({apiUrl, signIn, isClockBound, patience}: ZoomApiOptions): ZoomApi {
	const addClock = (error: ZoomError, headers: Headers) =>
		isClockBound ? explainByClock(error, headers) : error;
	const http: Http = createHttp({
		name: 'Zoom',
		createError: (message, options) => new ZoomError(message, options),
		explain: refusal => addClock(explainRefusal(refusal), refusal.headers),
		isHopeless,
		patience,
	});

	async function withToken<Value>(
		signal: AbortSignal,
		act: (token: string) => Promise<Value>,
	): Promise<Value> {
		const token = await signIn.getToken(signal);
		try {
			return await act(token);
		} catch (error) {
			if (!isTiedToToken(error)) {
				throw error;
			}
			signIn.forget(token);
			if (error.remedy !== 'renew-token') {
				throw error;
			}
		}
		return act(await signIn.getToken(signal));
	}

	async function getData(url: URL, token: string, signal: AbortSignal): Promise<unknown> {
		const answer = await http.read({
			url,
			headers: {authorization: `Bearer ${token}`},
			limitBytes: 64 * 2 ** 20,
			signal,
		});
		const data = http.parseJson(answer);
		const refusal = findHiddenRefusal(data, answer.headers);
		if (refusal !== undefined) {
			throw addClock(refusal, answer.headers);
		}
		return data;
	}

	return {
		withToken,
		async get(path, query, schema, signal) {
			const url = joinUrl(apiUrl, path, query);
			const data = await withToken(signal, token => getData(url, token, signal));
			return http.parse(schema, data);
		},
	};
}

/** A token keeps the scopes that it was given: after new ones were added, the next try needs a new token. */
function isTiedToToken(error: unknown): error is ZoomError {
	return (
		error instanceof ZoomError && (error.remedy === 'renew-token' || error.missingScopes.length > 0)
	);
}
