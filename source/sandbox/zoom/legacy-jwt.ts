import {errors, jwtVerify} from 'jose';
import type {Clock} from '../clock.ts';
import type {AppCredentials} from './account.ts';

export type LegacyCheck = 'valid' | 'expired' | 'unknown';

/** Whether a bearer is a JWT that this account's legacy app has signed (HS256, `iss`, `exp`, perhaps `iat`). */
export async function checkLegacyJwt(
	bearer: string,
	{apiKey, apiSecret}: AppCredentials,
	clock: Clock,
): Promise<LegacyCheck> {
	try {
		await jwtVerify(bearer, new TextEncoder().encode(apiSecret), {
			algorithms: ['HS256'],
			issuer: apiKey,
			requiredClaims: ['exp'],
			currentDate: new Date(clock.now()),
		});
		return 'valid';
	} catch (error) {
		return error instanceof errors.JWTExpired ? 'expired' : 'unknown';
	}
}
