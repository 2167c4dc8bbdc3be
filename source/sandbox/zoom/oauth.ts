import {Buffer} from 'node:buffer';
import type {HttpBindings} from '@hono/node-server';
import {type Context, Hono} from 'hono';
import type {ZoomAccount} from './account.ts';
import {ownerId} from './authenticate.ts';
import {createAuthorizationCodes} from './authorization-codes.ts';
import {createAuthorize, createPersonalGrants} from './personal-sign-in.ts';
import {accessTokenSeconds} from './tokens.ts';

/** `GET /oauth/authorize`, and `POST /oauth/token`: what that wants may be in the query or in a form. */
export function createOAuth(account: ZoomAccount) {
	const app = new Hono<{Bindings: HttpBindings}>();
	const codes = createAuthorizationCodes(account.clock);
	const personal = createPersonalGrants(account, codes);
	app.route('/', createAuthorize(account, codes));
	app.post('/oauth/token', async context => {
		const parameters = await readParameters(context);
		const grantType = parameters.get('grant_type');
		if (grantType === 'account_credentials') {
			return grantAccountCredentials(context, parameters, account);
		}
		if (grantType === 'authorization_code' || grantType === 'refresh_token') {
			const fault = personal.findClientFault(context, parameters);
			if (fault !== undefined) {
				return refuseToken(context, 'invalid_client', fault);
			}
			return grantType === 'refresh_token'
				? personal.refresh(context, parameters)
				: personal.redeemCode(context, parameters);
		}
		return refuseToken(context, 'unsupported_grant_type', 'unsupported grant type');
	});
	return app;
}

function grantAccountCredentials(
	context: Context,
	parameters: URLSearchParams,
	account: ZoomAccount,
): Response {
	const {accountId, clientId, clientSecret} = account.credentials;
	const basic = readBasic(context.req.header('authorization'));
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

async function readParameters(context: Context): Promise<URLSearchParams> {
	const parameters = new URL(context.req.url).searchParams;
	const type = context.req.header('content-type') ?? '';
	if (type.startsWith('application/x-www-form-urlencoded')) {
		for (const [name, value] of new URLSearchParams(await context.req.text())) {
			parameters.set(name, value);
		}
	}
	return parameters;
}

function readBasic(
	header: string | undefined,
): {readonly id: string; readonly secret: string} | undefined {
	const encoded = /^Basic (\S+)$/.exec(header ?? '')?.[1];
	if (encoded === undefined) {
		return undefined;
	}
	const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString().split(':');
	return {id, secret: secret.join(':')};
}

/** OAuth's errors have a `reason`, not an `error_description`. */
function refuseToken(context: Context, error: string, reason: string): Response {
	return context.json({reason, error}, 400);
}
