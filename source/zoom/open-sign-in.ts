import type {Service} from '../http.ts';
import {type LegacyJwtCredentials, signLegacyJwt} from './legacy-jwt.ts';
import {
	type PersonalCredentials,
	requestPersonalToken,
	type TokenKeeper,
} from './personal-token.ts';
import {requestServerToken, type ServerToServerCredentials} from './server-to-server.ts';
import {createSignIn, type SignIn} from './sign-in.ts';
import {explainRefreshRefusal, explainSignInRefusal, signInAgain} from './sign-in-refusals.ts';
import {openTokenOffice} from './token-answer.ts';

/** Every way to sign in to Zoom. */
export type ZoomSignInOptions = {
	readonly credentials: ServerToServerCredentials | LegacyJwtCredentials | PersonalCredentials;
	/** Where the refresh token of somebody is who signs in as themselves; for nobody else. */
	readonly tokenKeeper?: TokenKeeper | undefined;
};

/** Signs in with these credentials, as often as it is needed. */
export function openSignIn(
	{credentials, tokenKeeper}: ZoomSignInOptions,
	oauthUrl: URL,
	patience: Service['patience'],
): SignIn {
	switch (credentials.type) {
		case 'legacy-jwt': {
			return createSignIn(() => signLegacyJwt(credentials));
		}

		case 'server-to-server': {
			const office = openTokenOffice(oauthUrl, explainSignInRefusal, patience);
			return createSignIn(signal => requestServerToken(office, credentials, signal));
		}

		case 'user': {
			const office = openTokenOffice(oauthUrl, explainRefreshRefusal, patience);
			return createSignIn(async signal => {
				if (tokenKeeper === undefined) {
					throw signInAgain('Nobody is signed in to Zoom');
				}
				return requestPersonalToken(office, credentials, tokenKeeper, signal);
			});
		}
	}
}
