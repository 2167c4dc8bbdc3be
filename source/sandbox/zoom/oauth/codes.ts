import {randomBytes} from 'node:crypto';
import type {Clock} from '../../clock.ts';

/** What a code was given for: it is only good together with the same again. */
export type CodeRequest = {
	readonly clientId: string;
	readonly redirectUri: string;
	readonly challenge: string;
	readonly method: 'S256' | 'plain';
};

/** Authorization codes: good for five minutes, and once. */
export type Codes = {
	issue(request: CodeRequest): string;
	redeem(code: string): CodeRequest | undefined;
};

const lifeMilliseconds = 5 * 60_000;

export function createCodes(clock: Clock): Codes {
	const issued = new Map<string, {request: CodeRequest; expires: number}>();
	return {
		issue(request) {
			const code = randomBytes(24).toString('base64url');
			issued.set(code, {request, expires: clock.now() + lifeMilliseconds});
			return code;
		},
		redeem(code) {
			const found = issued.get(code);
			issued.delete(code);
			return found !== undefined && found.expires > clock.now() ? found.request : undefined;
		},
	};
}
