import type {HttpBindings} from '@hono/node-server';
import {createMiddleware} from 'hono/factory';
import type {ZoomAccount} from './account.ts';
import {checkLegacyJwt} from './legacy-jwt.ts';
import {isAllowed, type ScopeChoice} from './scopes.ts';
import type {Grant, TokenCheck} from './tokens.ts';
import {refuse} from './zoom-error.ts';

export type ZoomEnvironment = {Bindings: HttpBindings; Variables: {grant: Grant}};

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

/** Lets only tokens through that have one of these scopes. */
export function requireScope(choice: ScopeChoice) {
	return createMiddleware<ZoomEnvironment>(async (context, next) => {
		const {scopes, isPersonal} = context.get('grant');
		// Also one's own id is somebody else's then: only `me` is.
		const isSomebodyElse = isPersonal === true && (context.req.param('user') ?? 'me') !== 'me';
		if (isAllowed(choice, scopes) && !isSomebodyElse) {
			return next();
		}
		const granular = choice.granular.filter(scope => !isSomebodyElse || scope.endsWith(':admin'));
		const missing = granular.join(', ');
		return refuse(
			context,
			400,
			4711,
			`Invalid access token, does not contain scopes:[${missing}].`,
		);
	});
}

async function checkBearer(bearer: string, account: ZoomAccount): Promise<TokenCheck> {
	const check = account.tokens.check(bearer);
	if (check.state !== 'unknown') {
		return check;
	}
	const legacy = await checkLegacyJwt(bearer, account.credentials, account.clock);
	return legacy === 'valid'
		? // A JWT app may do whatever the account's owner may.
			{
				state: 'valid',
				grant: {scopes: ['user:read:admin', 'recording:read:admin'], userId: ownerId(account)},
			}
		: {state: legacy};
}

export function ownerId({world}: ZoomAccount): string {
	return world.users.find(({id}) => id !== undefined)?.id ?? '';
}
