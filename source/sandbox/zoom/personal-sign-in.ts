import {randomBytes} from 'node:crypto';
import {type Context, Hono} from 'hono';
import type {ZoomAccount} from './account.ts';
import {ownerId} from './authenticate.ts';
import type {AuthorizationCodes, Redeemed} from './authorization-codes.ts';
import {accessTokenSeconds} from './tokens.ts';

/** A port is not compared: whoever listens on a loopback address takes the one that is free. */
const registeredRedirect = /^http:\/\/127\.0\.0\.1(?::\d+)?\/?$/;
const sha256 = /^[\w-]{43}$/;

/** `GET /oauth/authorize`: the person is signed in already and consents at once. */
export function createAuthorize(account: ZoomAccount, codes: AuthorizationCodes) {
	const app = new Hono();
	app.get('/oauth/authorize', context => {
		const query = context.req.query();
		const {client_id: clientId, redirect_uri: redirectUri = '', state} = query;
		if (clientId !== account.credentials.publicClientId) {
			return context.text('Invalid client_id (4,702)', 400);
		}
		if (!registeredRedirect.test(redirectUri)) {
			return context.text('Invalid redirect url (4,709)', 400);
		}
		const target = new URL(redirectUri);
		if (state !== undefined) {
			target.searchParams.set('state', state);
		}
		const {code_challenge: challenge = '', code_challenge_method: method} = query;
		const isWellFormed = query['response_type'] === 'code' && method === 'S256';
		if (!(isWellFormed && sha256.test(challenge))) {
			target.searchParams.set('error', 'invalid_request');
		} else if (account.hasConsent) {
			const request = {redirectUri, challenge, userId: ownerId(account)};
			target.searchParams.set('code', codes.issue(request));
		} else {
			target.searchParams.set('error', 'access_denied');
		}
		return context.redirect(target.href, 302);
	});
	return app;
}

const refusals: Readonly<Record<Exclude<Redeemed['state'], 'good'>, string>> = {
	invalid: 'Invalid authorization code',
	expired: 'The authorization code has expired',
	'wrong-verifier': 'Invalid code verifier',
	'wrong-redirect': 'Redirect URI mismatch',
};

/** The grants of a public client: it has no secret, so no `Authorization` either. */
export function createPersonalGrants(account: ZoomAccount, codes: AuthorizationCodes) {
	const users = new Map<string, string>();

	function give(context: Context, userId: string): Response {
		const refreshToken = randomBytes(48).toString('base64url');
		users.set(refreshToken, userId);
		const scopes = account.personalScopes;
		return context.json({
			access_token: account.tokens.issue({scopes, userId, isPersonal: true}),
			token_type: 'bearer',
			refresh_token: refreshToken,
			expires_in: accessTokenSeconds,
			scope: scopes.join(' '),
			api_url: account.origins.zoom,
		});
	}

	return {
		/** What is wrong with whoever asks; undefined if nothing. */
		findClientFault(context: Context, parameters: URLSearchParams): string | undefined {
			return context.req.header('authorization') !== undefined ||
				parameters.get('client_id') !== account.credentials.publicClientId
				? 'Invalid client_id or client_secret'
				: undefined;
		},
		redeemCode(context: Context, parameters: URLSearchParams): Response {
			const [code, redirectUri, verifier] = ['code', 'redirect_uri', 'code_verifier'].map(
				name => parameters.get(name) ?? '',
			);
			const redeemed = codes.redeem(code ?? '', redirectUri ?? '', verifier ?? '');
			return redeemed.state === 'good'
				? give(context, redeemed.userId)
				: context.json({reason: refusals[redeemed.state], error: 'invalid_grant'}, 400);
		},
		/** Each refresh token is good once. */
		refresh(context: Context, parameters: URLSearchParams): Response {
			const refreshToken = parameters.get('refresh_token') ?? '';
			const userId = users.get(refreshToken);
			users.delete(refreshToken);
			return userId === undefined
				? context.json({reason: 'Invalid Token!', error: 'invalid_grant'}, 400)
				: give(context, userId);
		},
	};
}
