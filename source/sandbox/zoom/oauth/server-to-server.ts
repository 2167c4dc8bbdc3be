import type {Context} from 'hono';
import type {ZoomAccount} from '../account.ts';
import {ownerId} from '../authenticate.ts';
import {accessTokenSeconds} from '../tokens.ts';
import type {TokenRequest} from './read-token-request.ts';
import {refuseToken} from './refuse-token.ts';

/** `grant_type=account_credentials`: the app acts for the whole account. There is no refresh token. */
export function grantAccountCredentials(
	context: Context,
	{parameters, basic}: TokenRequest,
	account: ZoomAccount,
): Response {
	const {accountId, clientId, clientSecret} = account.credentials;
	if (basic?.id !== clientId || basic.secret !== clientSecret) {
		return refuseToken(context, 'invalid_client', 'Invalid client_id or client_secret');
	}
	if (parameters.get('account_id') !== accountId) {
		return refuseToken(context, 'invalid_request', 'Bad Request');
	}
	return context.json({
		access_token: account.tokens.issue({scopes: account.scopes, userId: ownerId(account)}),
		token_type: 'bearer',
		expires_in: accessTokenSeconds,
		scope: account.scopes.join(' '),
		api_url: account.origins.zoom,
	});
}
