import {describe, expect, test} from 'vitest';
import {allScopes, usualScopes} from '../../source/sandbox/zoom/scopes.ts';
import {createZoom} from '../../source/zoom/create-zoom.ts';
import type {EveryonesMeetingPage} from '../../source/zoom/zoom.ts';
import {serve} from '../support/serve.ts';
import {collect, openSandbox, type Sandboxed} from './sandboxed.ts';

const {signal} = new AbortController();
const quarter = {from: '2026-08-24', to: '2026-11-24'};

function expectedUuids({sandbox}: Sandboxed): readonly string[] {
	return sandbox.world.meetings
		.filter(
			({start}) =>
				start >= new Date('2026-08-24T00:00:00') && start < new Date('2026-11-25T00:00:00'),
		)
		.map(({uuid}) => uuid)
		.toSorted();
}

function toUuids(pages: readonly EveryonesMeetingPage[]): readonly string[] {
	return pages.flatMap(({meetings}) => meetings.map(({uuid}) => uuid)).toSorted();
}

function countRequests({sandbox}: Sandboxed, path: RegExp): number {
	return sandbox.requests.filter(request => path.test(request.path)).length;
}

describe('everybody’s meetings', () => {
	test('come from the account’s list where Zoom allows it', async () => {
		await using opened = await openSandbox({scopes: allScopes});
		const pages = await collect(opened.zoom.listEveryonesMeetings(quarter, signal));
		expect(toUuids(pages)).toEqual(expectedUuids(opened));
		expect(pages[0]?.searched.to).toBe('2026-11-25');
		expect(pages.at(-1)?.progress).toEqual({by: 'account', windowsDone: 4, windowsTotal: 4});
		expect(countRequests(opened, /\/users/)).toBe(0);
	});

	test.each([
		['without a paid plan', {scopes: allScopes, isPaid: false}],
		['without the scope', {scopes: usualScopes}],
	])('come user by user %s', async (_, options) => {
		await using opened = await openSandbox(options);
		const pages = await collect(opened.zoom.listEveryonesMeetings(quarter, signal));
		expect(toUuids(pages)).toEqual(expectedUuids(opened));
		const users = opened.sandbox.world.users.filter(({status}) => status !== 'pending');
		const done = pages.flatMap(({progress}) =>
			progress.by === 'user' && progress.isUserDone ? [progress] : [],
		);
		expect(done.map(({user}) => user.id).toSorted()).toEqual(users.map(({id}) => id).toSorted());
		expect(done.at(-1)).toMatchObject({usersDone: users.length, usersTotal: users.length});
		expect(countRequests(opened, /\/accounts\//)).toBe(1);
	});

	test('go on after an interruption, without the users already done', async () => {
		await using opened = await openSandbox({scopes: allScopes, isPaid: false});
		const controller = new AbortController();
		const got: EveryonesMeetingPage[] = [];
		const skipUsers = new Set<string>();
		const interrupted = async () => {
			for await (const page of opened.zoom.listEveryonesMeetings(quarter, controller.signal)) {
				got.push(page);
				if (page.progress.by === 'user' && page.progress.isUserDone) {
					skipUsers.add(page.progress.user.id);
				}
				if (skipUsers.size === 3) {
					controller.abort(new Error('interrupted'));
				}
			}
		};
		await expect(interrupted()).rejects.toThrow('interrupted');
		const before = opened.sandbox.requests.length;
		const rest = await collect(opened.zoom.listEveryonesMeetings(quarter, signal, {skipUsers}));
		expect([...new Set(toUuids([...got, ...rest]))]).toEqual(expectedUuids(opened));
		const asked = opened.sandbox.requests.slice(before).map(({path}) => path);
		for (const user of skipUsers) {
			expect(asked.some(path => path.includes(user))).toBe(false);
		}
		expect(rest.at(-1)?.progress).toMatchObject({
			usersDone:
				skipUsers.size +
				rest.filter(({progress}) => progress.by === 'user' && progress.isUserDone).length,
		});
	});

	test('leave out a user whose recordings can’t be listed, and say why once', async () => {
		await using opened = await openSandbox({scopes: allScopes, isPaid: false});
		const host = opened.sandbox.world.find('cjk-topic').host;
		opened.sandbox.inject(
			{path: `/v2/users/${host.id}/recordings`, times: 99},
			{
				type: 'answer',
				status: 404,
				body: '{"code":1001,"message":"User does not exist."}',
				headers: {'content-type': 'application/json'},
			},
		);
		const pages = await collect(opened.zoom.listEveryonesMeetings(quarter, signal));
		const problems = pages.flatMap(({progress}) =>
			progress.by === 'user' && progress.problem !== undefined ? [progress] : [],
		);
		expect(problems).toMatchObject([{user: {id: host.id}, problem: {code: 'not-found'}}]);
		const others = opened.sandbox.world.meetings.filter(meeting => meeting.host !== host);
		expect(toUuids(pages)).toEqual(
			expectedUuids(opened).filter(uuid => others.some(meeting => meeting.uuid === uuid)),
		);
	});

	test('end with what concerns all of them', async () => {
		await using opened = await openSandbox({scopes: ['user:read:list_users:admin']});
		const request = collect(opened.zoom.listEveryonesMeetings(quarter, signal));
		await expect(request).rejects.toMatchObject({
			code: 'not-allowed',
			missingScopes: expect.arrayContaining(['cloud_recording:read:list_user_recordings:admin']),
		});
	});

	test('are searched again only in the window whose page token has expired', async () => {
		await using opened = await openSandbox({
			scopes: allScopes,
			largestPage: 5,
		});
		const uuids: string[] = [];
		let hasExpired = false;
		for await (const page of opened.zoom.listEveryonesMeetings(quarter, signal)) {
			uuids.push(...page.meetings.map(({uuid}) => uuid));
			if (!hasExpired) {
				opened.sandbox.advance(16 * 60_000);
				hasExpired = true;
			}
		}
		expect(uuids.toSorted()).toEqual(expectedUuids(opened));
		expect(new Set(uuids).size).toBe(uuids.length);
	});
});

test('of somebody who is signed in as themselves are their own', async () => {
	await using server = await serve((request, response) => {
		const {pathname} = new URL(request.url ?? '', 'http://127.0.0.1');
		const answers: Readonly<Record<string, object>> = {
			'/oauth/token': {access_token: 'token', refresh_token: 'next', expires_in: 3600},
			'/v2/users/me': {id: 'u1', email: 'ada@example.com'},
			'/v2/users/me/recordings': {meetings: []},
		};
		const answer = answers[pathname];
		response.writeHead(answer === undefined ? 404 : 200, {'content-type': 'application/json'});
		response.end(JSON.stringify(answer ?? {code: 2300, message: 'Not recognized.'}));
	});
	const zoom = createZoom({
		credentials: {type: 'user', clientId: 'public'},
		apiUrl: `${server.url}/v2`,
		oauthUrl: server.url,
		tokenKeeper: {withLock: act => act(), read: () => 'first', keep: () => Promise.resolve()},
	});
	const pages = await collect(
		zoom.listEveryonesMeetings({from: '2026-11-01', to: '2026-11-24'}, signal),
	);
	expect(pages.at(-1)?.progress).toMatchObject({by: 'user', usersDone: 1, usersTotal: 1});
	expect(server.requests.some(request => request.includes('accounts'))).toBe(false);
});

test('two thousand users arrive page by page', async () => {
	await using opened = await openSandbox({extraUsers: 2000});
	const pages = await collect(opened.zoom.listUsers(signal));
	expect(pages.length).toBeGreaterThan(6);
	expect(pages[0]?.users.length).toBe(300);
	expect(pages.flatMap(({users}) => users).length).toBe(
		opened.sandbox.world.users.filter(({status}) => status !== 'pending').length,
	);
});
