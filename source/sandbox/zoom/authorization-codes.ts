import {createHash, randomBytes} from 'node:crypto';
import type {Clock} from '../clock.ts';

/** What a code was asked for with, and must be redeemed with. */
export type CodeRequest = {
	readonly redirectUri: string;
	/** The S256 of the verifier. */
	readonly challenge: string;
	readonly userId: string;
};

export type Redeemed =
	| {readonly state: 'good'; readonly userId: string}
	| {readonly state: 'invalid' | 'expired' | 'wrong-verifier' | 'wrong-redirect'};

/** Authorization codes: good for five minutes, and once. */
export type AuthorizationCodes = {
	issue(request: CodeRequest): string;
	redeem(code: string, redirectUri: string, verifier: string): Redeemed;
};

const lifeMs = 5 * 60_000;

export function createAuthorizationCodes(clock: Clock): AuthorizationCodes {
	const issued = new Map<string, CodeRequest & {readonly expires: number}>();
	return {
		issue(request) {
			const code = randomBytes(24).toString('base64url');
			issued.set(code, {...request, expires: clock.now() + lifeMs});
			return code;
		},
		redeem(code, redirectUri, verifier) {
			const found = issued.get(code);
			issued.delete(code);
			if (found === undefined) {
				return {state: 'invalid'};
			}
			if (found.expires <= clock.now()) {
				return {state: 'expired'};
			}
			if (found.redirectUri !== redirectUri) {
				return {state: 'wrong-redirect'};
			}
			const challenge = createHash('sha256').update(verifier).digest('base64url');
			return found.challenge === challenge
				? {state: 'good', userId: found.userId}
				: {state: 'wrong-verifier'};
		},
	};
}
