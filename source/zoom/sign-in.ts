/** What opens Zoom's API for a while. */
export type Token = {
	readonly value: string;
	/** Milliseconds since the epoch. */
	readonly expiresAt: number;
	/** Where Zoom says that the API is for this account, such as `https://api-eu.zoom.us`. */
	readonly apiUrl?: string | undefined;
	/** What it allows, by Zoom's names, where Zoom says so. */
	readonly scopes?: readonly string[] | undefined;
};

export type SignIn = {
	/** A token that is good for a while yet. Several callers at once cause one request. */
	readonly getToken: (signal: AbortSignal) => Promise<Token>;
	/** Says that Zoom no longer takes this token: the next caller gets another. */
	readonly forget: (token: string) => void;
};

type Flight = {
	readonly token: Promise<Token>;
	readonly controller: AbortController;
	passengers: number;
};

/** A token is not used in its last minute, nor in the second half of a short life. */
const reserveMs = 60_000;

/** Keeps a token in memory and obtains the next one before it ends. */
export function createSignIn(obtain: (signal: AbortSignal) => Promise<Token>): SignIn {
	let kept: {readonly token: Token; readonly goodUntil: number} | undefined;
	let flight: Flight | undefined;

	function depart(): Flight {
		const controller = new AbortController();
		const obtainedAt = Date.now();
		const token = obtain(controller.signal);
		const started: Flight = {token, controller, passengers: 0};
		const land = () => {
			if (flight === started) {
				flight = undefined;
			}
		};
		token.then(value => {
			const lifeMs = value.expiresAt - obtainedAt;
			kept = {token: value, goodUntil: value.expiresAt - Math.min(reserveMs, lifeMs / 2)};
			land();
		}, land);
		return started;
	}

	return {
		async getToken(signal) {
			signal.throwIfAborted();
			if (kept !== undefined && Date.now() < kept.goodUntil) {
				return kept.token;
			}
			flight ??= depart();
			return await ride(flight, signal, () => {
				flight = undefined;
			});
		},
		forget(token) {
			if (kept?.token.value === token) {
				kept = undefined;
			}
		},
	};
}

/** Waits for the flight until `signal` says otherwise; whoever leaves it last calls it off. */
async function ride(flight: Flight, signal: AbortSignal, onCancel: () => void): Promise<Token> {
	const aborted = Promise.withResolvers<never>();
	const leave = () => {
		aborted.reject(signal.reason);
		flight.passengers--;
		if (flight.passengers === 0) {
			flight.controller.abort(signal.reason);
			onCancel();
		}
	};
	flight.passengers++;
	signal.addEventListener('abort', leave, {once: true});
	try {
		return await Promise.race([flight.token, aborted.promise]);
	} finally {
		signal.removeEventListener('abort', leave);
	}
}
