import {randomBytes} from 'node:crypto';
import type {Clock} from '../clock.ts';

/** Zoom's tokens for the next page: good for 15 minutes, and only with the parameters they came from. */
export type PageTokens = {
	issue(parameters: string, position: number): string;
	/** Where the page begins; undefined when the token is wrong or too old. */
	redeem(token: string, parameters: string): number | undefined;
};

const lifeMilliseconds = 15 * 60_000;

export function createPageTokens(clock: Clock): PageTokens {
	const issued = new Map<string, {parameters: string; position: number; expires: number}>();
	return {
		issue(parameters, position) {
			const token = randomBytes(24).toString('base64url');
			issued.set(token, {parameters, position, expires: clock.now() + lifeMilliseconds});
			return token;
		},
		redeem(token, parameters) {
			const found = issued.get(token);
			const isGood = found?.parameters === parameters && found.expires > clock.now();
			return isGood ? found.position : undefined;
		},
	};
}
