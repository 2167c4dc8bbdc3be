import {createApp} from '../../server/app.ts';
import type {ZoomAccount} from '../account.ts';
import {createAuthorizePages} from './authorize-page.ts';
import {createCodes} from './codes.ts';
import {readTokenRequest} from './read-token-request.ts';
import {refuseToken} from './refuse-token.ts';
import {grantAccountCredentials} from './server-to-server.ts';
import {createUserGrants} from './user-grants.ts';

/** Everything under `/oauth`: signing in as an account, or as oneself. */
export function createOAuth(account: ZoomAccount) {
	const app = createApp();
	const codes = createCodes(account.clock);
	const userGrants = createUserGrants(account, codes);
	app.route('/', createAuthorizePages(account, codes));
	app.post('/oauth/token', async context => {
		const request = await readTokenRequest(context);
		switch (request.parameters.get('grant_type')) {
			case 'account_credentials':
				return grantAccountCredentials(context, request, account);
			case 'authorization_code':
				return userGrants.exchangeCode(context, request);
			case 'refresh_token':
				return userGrants.refresh(context, request);
			default:
				return refuseToken(context, 'unsupported_grant_type', 'unsupported grant type');
		}
	});
	app.post('/oauth/revoke', async context => {
		const {parameters} = await readTokenRequest(context);
		account.tokens.revoke(parameters.get('token') ?? '');
		return context.json({status: 'success'});
	});
	return app;
}
