import {createMiddleware} from 'hono/factory';
import type {Bindings} from '../server/app.ts';
import type {ZoomAccount} from './account.ts';
import {checkLegacyJwt} from './legacy-jwt.ts';
import {describeMissing, type Reach, reachOf, type ScopeChoice} from './scopes.ts';
import type {Grant, TokenCheck} from './tokens.ts';
import {refuse} from './zoom-error.ts';

export type ZoomEnvironment = Bindings & {
	Variables: {grant: Grant; reach: Exclude<Reach, 'none'>};
};

/** Lets only those through who show a token that is good now; 401 with code 124 otherwise. */
export function authenticate(account: ZoomAccount) {
	return createMiddleware<ZoomEnvironment>(async (context, next) => {
		const bearer = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
		if (bearer === undefined) {
			return refuse(context, 401, 124, 'Invalid access token.');
		}
		const check = await checkBearer(bearer, account);
		if (check.state === 'expired') {
			return refuse(context, 401, 124, 'Access token is expired.');
		}
		if (check.state === 'unknown') {
			return refuse(context, 401, 124, 'Invalid access token.');
		}
		context.set('grant', check.grant);
		return next();
	});
}

/**
 * Lets only tokens through that have one of these scopes. With the scope for one's own things alone,
 * a user has to be called `me`, even by their own id.
 */
export function requireScope(choice: ScopeChoice) {
	return createMiddleware<ZoomEnvironment>(async (context, next) => {
		const reach = reachOf(choice, context.get('grant').scopes);
		const user = context.req.param('user');
		if (reach === 'none' || (reach === 'own' && user !== undefined && user !== 'me')) {
			return refuse(
				context,
				400,
				4711,
				`Invalid access token, does not contain scopes:[${describeMissing(choice, reach)}].`,
			);
		}
		context.set('reach', reach);
		return next();
	});
}

async function checkBearer(bearer: string, account: ZoomAccount): Promise<TokenCheck> {
	const check = account.tokens.check(bearer);
	if (check.state !== 'unknown') {
		return check;
	}
	const legacy = await checkLegacyJwt(bearer, account.credentials, account.clock);
	if (legacy !== 'valid') {
		return {state: legacy};
	}
	// A JWT app may do whatever the account's owner may.
	const scopes = ['user:read:admin', 'recording:read:admin'];
	return {state: 'valid', grant: {scopes, userId: ownerId(account)}};
}

export function ownerId({world}: ZoomAccount): string {
	return world.users.find(({id}) => id !== undefined)?.id ?? '';
}
