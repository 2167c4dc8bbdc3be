import {parseBaseUrl} from '../http/addresses.ts';
import type {Patience} from '../http/repeat.ts';
import {type SafeText, safeText} from '../safe-text.ts';
import {openSignIn, type ZoomSignInOptions} from './open-sign-in.ts';

/**
 * Signs in and gives back what Zoom says that the token allows; undefined where it says nothing, as for
 * a legacy JWT, which Zoom does not give out. Throws `ZoomError`, or the signal's reason.
 */
export async function readGrantedScopes(
	{
		oauthUrl,
		patience,
		...options
	}: ZoomSignInOptions & {
		/** `https://zoom.us` */
		readonly oauthUrl: string;
		readonly patience?: Partial<Patience> | undefined;
	},
	signal: AbortSignal,
): Promise<readonly SafeText[] | undefined> {
	const signIn = openSignIn(options, parseBaseUrl(oauthUrl, 'Zoom'), patience);
	const {scopes} = await signIn.getToken(signal);
	return scopes?.map(safeText);
}
