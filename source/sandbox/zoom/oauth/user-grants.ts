import {createHash, randomBytes} from 'node:crypto';
import type {Context} from 'hono';
import type {ZoomAccount} from '../account.ts';
import {ownerId} from '../authenticate.ts';
import {accessTokenSeconds} from '../tokens.ts';
import type {CodeRequest, Codes} from './codes.ts';
import type {TokenRequest} from './read-token-request.ts';
import {refuseToken} from './refuse-token.ts';

/** Tokens for somebody who has signed in as themselves, through a public client: without a secret. */
export type UserGrants = {
	exchangeCode(context: Context, request: TokenRequest): Response;
	/** Gives a new refresh token each time, and the old one is worth nothing from then on. */
	refresh(context: Context, request: TokenRequest): Response;
};

export function createUserGrants(account: ZoomAccount, codes: Codes): UserGrants {
	const refreshTokens = new Set<string>();

	function answer(context: Context): Response {
		const refreshToken = randomBytes(48).toString('base64url');
		refreshTokens.add(refreshToken);
		return context.json({
			access_token: account.tokens.issue({
				scopes: account.ownScopes,
				userId: ownerId(account),
			}),
			token_type: 'bearer',
			refresh_token: refreshToken,
			expires_in: accessTokenSeconds - 1,
			scope: account.ownScopes.join(' '),
			api_url: account.origins.zoom,
		});
	}

	function isPublicClient({parameters, basic}: TokenRequest): boolean {
		return (
			basic === undefined && parameters.get('client_id') === account.credentials.publicClientId
		);
	}

	return {
		exchangeCode(context, request) {
			if (!isPublicClient(request)) {
				return refuseToken(context, 'invalid_client', 'Invalid client_id or client_secret');
			}
			const {parameters} = request;
			const given = codes.redeem(parameters.get('code') ?? '');
			if (given === undefined) {
				return refuseToken(context, 'invalid_request', 'Invalid authorization code');
			}
			if (parameters.get('redirect_uri') !== given.redirectUri) {
				return refuseToken(context, 'invalid_request', 'Redirect URI mismatch');
			}
			return isVerified(parameters.get('code_verifier') ?? '', given)
				? answer(context)
				: refuseToken(context, 'invalid_grant', 'Invalid code verifier');
		},
		refresh(context, request) {
			if (!isPublicClient(request)) {
				return refuseToken(context, 'invalid_client', 'Invalid client_id or client_secret');
			}
			return refreshTokens.delete(request.parameters.get('refresh_token') ?? '')
				? answer(context)
				: refuseToken(context, 'invalid_grant', 'Invalid Token!');
		},
	};
}

/** 43 to 128 characters, as the standard wants it. */
function isVerified(verifier: string, {challenge, method}: CodeRequest): boolean {
	if (!/^[\w.~-]{43,128}$/.test(verifier)) {
		return false;
	}
	return method === 'plain'
		? verifier === challenge
		: createHash('sha256').update(verifier).digest('base64url') === challenge;
}
