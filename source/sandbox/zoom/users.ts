import {Hono} from 'hono';
import type {Person} from '../world/people.ts';
import type {ZoomAccount} from './account.ts';
import {requireScope, type ZoomEnvironment} from './authenticate.ts';
import {createPageTokens} from './page-tokens.ts';
import {takePage} from './paging.ts';
import type {RateLimiter} from './rate-limits.ts';
import {scopes} from './scopes.ts';
import {refuse, refuseField} from './zoom-error.ts';

/** `GET /users` and `GET /users/{id|email|me}`. */
export function createUsers(account: ZoomAccount, limit: RateLimiter) {
	const app = new Hono<ZoomEnvironment>();
	const pageTokens = createPageTokens(account.clock);
	app.get('/users', limit('medium'), requireScope(scopes.listUsers), context => {
		const status = context.req.query('status') ?? 'active';
		if (!['active', 'inactive', 'pending'].includes(status)) {
			return refuseField(context, 'status');
		}
		const users = account.world.users.filter(user => user.status === status);
		const page = takePage(context, users, pageTokens, {
			parameters: `users ${status}`,
			largestPage: account.largestPage,
		});
		if (page instanceof Response) {
			return page;
		}
		return context.json({
			page_count: Math.ceil(page.total / page.pageSize),
			page_number: 1,
			page_size: page.pageSize,
			total_records: page.total,
			next_page_token: page.nextPageToken,
			users: page.items.map(describeUser),
		});
	});
	app.get('/users/:user', limit('light'), requireScope(scopes.readUser), context => {
		const key = context.req.param('user');
		const user = findUser(key, context.get('grant').userId, account);
		return user === undefined
			? refuse(context, 404, 1001, `User does not exist: ${key}.`)
			: context.json({...describeUser(user), account_id: account.credentials.accountId});
	});
	return app;
}

/** By id, email, or `me`. Somebody who has not accepted the invitation can't be asked about. */
export function findUser(key: string, me: string, {world}: ZoomAccount): Person | undefined {
	const wanted = (key === 'me' ? me : key).toLowerCase();
	return world.users.find(
		({id, email}) =>
			id !== undefined && (id.toLowerCase() === wanted || email.toLowerCase() === wanted),
	);
}

function describeUser(user: Person, index: number | undefined = 0): object {
	return {
		...(user.id === undefined ? {} : {id: user.id}),
		...(user.firstName === '' ? {} : {first_name: user.firstName}),
		...(user.lastName === '' ? {} : {last_name: user.lastName}),
		...(user.displayName === undefined ? {} : {display_name: user.displayName}),
		email: user.email,
		type: user.status === 'pending' ? 4 : user.plan,
		...(user.status === 'pending' ? {} : {pmi: 4_400_100_000 + index * 7919}),
		...(user.timezone === '' ? {} : {timezone: user.timezone}),
		verified: user.status === 'pending' ? 0 : 1,
		...(user.department === '' ? {} : {dept: user.department}),
		created_at: '2021-03-02T09:12:44Z',
		...(user.plan === 1 ? {} : {last_login_time: '2021-03-09T07:01:10Z'}),
		...(user.status === 'pending' ? {} : {language: user.language, login_types: [1]}),
		phone_number: '',
		status: user.status,
		role_id: index === 0 ? '0' : '2',
		user_created_at: '2021-03-02T09:12:40Z',
	};
}
