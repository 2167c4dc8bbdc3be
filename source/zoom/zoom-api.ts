import type {z} from 'zod';
import {joinUrl} from '../http/addresses.ts';
import {createHttp, type Http, type Service} from '../http.ts';
import {chooseApiUrl} from './api-url.ts';
import {explainByClock} from './clock-skew.ts';
import type {RateLabel, Scheduler} from './rate-limits.ts';
import {explainRefusal, findHiddenRefusal} from './refusals.ts';
import type {SignIn, Token} from './sign-in.ts';
import {ZoomError} from './zoom-error.ts';

export type ZoomRequest = {
	/** How heavy Zoom's documentation takes this endpoint to be. */
	readonly label: RateLabel;
	/** After the API's own address. Each part must be percent-encoded already. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string | undefined>>;
};

export type ZoomApi = {
	/** Whether somebody is signed in as themselves: then there is nobody but `me`. */
	readonly isPersonal: boolean;
	/** GETs a path when its turn has come, and parses the answer. */
	readonly get: <Schema extends z.ZodType>(
		request: ZoomRequest,
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
	readonly scheduler: Scheduler;
	readonly isPersonal: boolean;
	/** Whether a token is only good as long as this computer's clock is right. */
	readonly isClockBound: boolean;
	readonly patience: Service['patience'];
};

export function createZoomApi(options: ZoomApiOptions): ZoomApi {
	const {apiUrl, signIn, scheduler, isClockBound, patience} = options;
	const addClock = (error: ZoomError, headers: Headers) =>
		isClockBound ? explainByClock(error, headers) : error;
	const http: Http = createHttp({
		name: 'Zoom',
		createError: (message, options) => new ZoomError(message, options),
		explain: refusal => {
			scheduler.observe(refusal.headers);
			return addClock(explainRefusal(refusal), refusal.headers);
		},
		// The scheduler has its turn first: repeated at once, it would be one request too many again.
		isHopeless: ({status}) => status === 429,
		patience,
	});

	async function withGrant<Value>(
		signal: AbortSignal,
		act: (token: Token) => Promise<Value>,
		beforeRepeat?: () => Promise<void>,
	): Promise<Value> {
		const token = await signIn.getToken(signal);
		try {
			return await act(token);
		} catch (error) {
			if (!isTiedToToken(error)) {
				throw error;
			}
			signIn.forget(token.value);
			if (error.remedy !== 'renew-token') {
				throw error;
			}
		}
		const renewed = await signIn.getToken(signal);
		await beforeRepeat?.();
		return act(renewed);
	}

	async function getData(
		{label, path, query}: ZoomRequest,
		token: Token,
		beforeRepeat: () => Promise<void>,
		signal: AbortSignal,
	): Promise<unknown> {
		const answer = await http.read({
			url: joinUrl(chooseApiUrl(apiUrl, token.apiUrl), path, query),
			headers: {authorization: `Bearer ${token.value}`},
			limitBytes: 64 * 2 ** 20,
			beforeRepeat,
			signal,
		});
		scheduler.observe(answer.headers, label);
		const data = http.parseJson(answer);
		const refusal = findHiddenRefusal(data, answer.headers);
		if (refusal !== undefined) {
			throw addClock(refusal, answer.headers);
		}
		return data;
	}

	return {
		isPersonal: options.isPersonal,
		withToken: (signal, act) => withGrant(signal, ({value}) => act(value)),
		async get(request, schema, signal) {
			const data = await scheduler.run(request.label, signal, again =>
				withGrant(signal, token => getData(request, token, again, signal), again),
			);
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
