import {SignJWT} from 'jose';
import type {Token} from './sign-in.ts';
import {ZoomError} from './zoom-error.ts';

export type LegacyJwtCredentials = {
	readonly type: 'legacy-jwt';
	readonly apiKey: string;
	readonly apiSecret: string;
};

const lifeMs = 10 * 60_000;
/** Issued a little in the past, for a clock that is a little ahead. */
const leewayMs = 30_000;

/** Signs a token as Zoom's JWT apps did until 2023: HS256 over `iss`, `iat` and `exp`. */
export async function signLegacyJwt(
	{apiKey, apiSecret}: LegacyJwtCredentials,
	now = Date.now(),
): Promise<Token> {
	if (apiSecret === '') {
		throw new ZoomError('Zoom’s API secret is empty', {
			code: 'not-set-up',
			hint: 'Enter it again with `recscribe setup`.',
		});
	}
	const expiresAt = now + lifeMs;
	const value = await new SignJWT()
		.setProtectedHeader({alg: 'HS256', typ: 'JWT'})
		.setIssuer(apiKey)
		.setIssuedAt(toSeconds(now - leewayMs))
		.setExpirationTime(toSeconds(expiresAt))
		.sign(new TextEncoder().encode(apiSecret));
	return {value, expiresAt};
}

function toSeconds(milliseconds: number): number {
	return Math.floor(milliseconds / 1000);
}
