import type {ServerResponse} from 'node:http';
import {describe, expect, test} from 'vitest';
import {createZoom} from '../../source/zoom/create-zoom.ts';
import type {Zoom} from '../../source/zoom/zoom.ts';
import {serve, type TestServer} from '../support/serve.ts';
import {collect} from './sandboxed.ts';

const {signal} = new AbortController();

type Query = Readonly<Record<string, string | undefined>>;
type Reply = {readonly status: number; readonly body: unknown};

/** A Zoom that answers each GET as the test says. */
async function serveZoom(
	answer: (path: string, query: Query) => Reply | object,
): Promise<AsyncDisposable & {readonly zoom: Zoom; readonly server: TestServer}> {
	const server = await serve((request, response) => {
		const {pathname, searchParams} = new URL(request.url ?? '', 'http://127.0.0.1');
		const reply =
			pathname === '/oauth/token'
				? {access_token: 'token', expires_in: 3600}
				: answer(pathname, Object.fromEntries(searchParams));
		send(response, 'status' in reply ? (reply as Reply) : {status: 200, body: reply});
	});
	const zoom = createZoom({
		credentials: {type: 'server-to-server', accountId: 'a', clientId: 'b', clientSecret: 'c'},
		apiUrl: `${server.url}/v2`,
		oauthUrl: server.url,
		patience: {backoffMs: 1},
	});
	return {zoom, server, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]()};
}

function send(response: ServerResponse, {status, body}: Reply): void {
	response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body));
}

function meeting(uuid: string, day: string): object {
	return {uuid, id: 123, topic: uuid, start_time: `${day}T12:00:00Z`, recording_files: []};
}

const expired = {
	status: 400,
	body: {code: 300, message: 'The next page token is invalid or expired.'},
};
const range = {from: '2026-11-02', to: '2026-11-20'};

describe('a list in pages', () => {
	test('is read to its end, with the same question each time', async () => {
		const queries: Query[] = [];
		await using served = await serveZoom((_, query) => {
			queries.push(query);
			const page = Number(query['next_page_token'] ?? 1);
			return {
				from: query['from'],
				next_page_token: page < 3 ? String(page + 1) : '',
				meetings: [meeting(`m${page}`, '2026-11-10')],
			};
		});
		const pages = await collect(served.zoom.listMeetings('me', range, signal));
		expect(pages.flatMap(page => page.meetings.map(({uuid}) => uuid))).toEqual(['m1', 'm2', 'm3']);
		expect(pages.map(({windowsDone}) => windowsDone)).toEqual([0, 0, 1]);
		const base = {from: '2026-11-01', to: '2026-11-21', page_size: '300'};
		expect(queries).toEqual([
			base,
			{...base, next_page_token: '2'},
			{...base, next_page_token: '3'},
		]);
	});

	test('begins again when its token has expired, and repeats nothing', async () => {
		let hasExpired = false;
		await using served = await serveZoom((_, query) => {
			const page = Number(query['next_page_token'] ?? 1);
			if (page === 3 && !hasExpired) {
				hasExpired = true;
				return expired;
			}
			return {
				next_page_token: page < 3 ? String(page + 1) : '',
				meetings: [meeting(`m${page}`, '2026-11-10')],
			};
		});
		const pages = await collect(served.zoom.listMeetings('me', range, signal));
		expect(pages.flatMap(page => page.meetings.map(({uuid}) => uuid))).toEqual(['m1', 'm2', 'm3']);
	});

	test('is given up when its token always expires', async () => {
		await using served = await serveZoom((_, query) =>
			query['next_page_token'] === undefined
				? {next_page_token: 'next', meetings: [meeting('m1', '2026-11-10')]}
				: expired,
		);
		const request = collect(served.zoom.listMeetings('me', range, signal));
		await expect(request).rejects.toMatchObject({code: 'service', zoomCode: 300});
		expect(served.server.requests.length).toBeLessThan(12);
	});

	test('ends when the token does not change', async () => {
		await using served = await serveZoom(() => ({next_page_token: 'same', meetings: []}));
		expect(await collect(served.zoom.listMeetings('me', range, signal))).toHaveLength(2);
	});

	test('of users is read to its end for both kinds', async () => {
		await using served = await serveZoom((_, {status, next_page_token: token}) => ({
			total_records: '2',
			next_page_token: token === undefined ? 'next' : '',
			users: [{id: `${status} ${token}`, email: 'a@example.com', status}],
		}));
		const pages = await collect(served.zoom.listUsers(signal));
		expect(pages.map(({users, total}) => [users[0]?.id, total])).toEqual([
			['active undefined', 4],
			['active next', 4],
			['inactive undefined', 4],
			['inactive next', 4],
		]);
	});

	test('of users names each once, also when Zoom overlooks which kind was asked for', async () => {
		await using served = await serveZoom(() => ({
			users: [{id: 'u1', first_name: 'Ada', last_name: 'Example', email: 'ada@example.com'}],
		}));
		const users = (await collect(served.zoom.listUsers(signal))).flatMap(page => page.users);
		expect(users).toEqual([
			{
				id: 'u1',
				email: 'ada@example.com',
				name: 'Ada Example',
				status: 'active',
				department: undefined,
			},
		]);
	});
});

describe('a range of many months', () => {
	const year = {from: '2025-11-24', to: '2026-11-24'};

	/** A Zoom that holds its answers back until it is told. */
	async function serveSlowly() {
		const held: {readonly to: string; readonly answer: () => void}[] = [];
		const arrivals: (() => void)[] = [];
		const server = await serve((request, response) => {
			const {pathname, searchParams} = new URL(request.url ?? '', 'http://127.0.0.1');
			if (pathname === '/oauth/token') {
				send(response, {status: 200, body: {access_token: 'token', expires_in: 3600}});
				return;
			}
			const to = searchParams.get('to') ?? '';
			const body = {from: searchParams.get('from'), meetings: [meeting(`m${to}`, to)]};
			held.push({to, answer: () => send(response, {status: 200, body})});
			for (const arrive of arrivals) {
				arrive();
			}
		});
		const zoom = createZoom({
			credentials: {type: 'server-to-server', accountId: 'a', clientId: 'b', clientSecret: 'c'},
			apiUrl: `${server.url}/v2`,
			oauthUrl: server.url,
		});
		return {
			zoom,
			held,
			/** Resolves when so many requests are waiting for their answers. */
			async until(count: number) {
				while (held.length < count) {
					await new Promise<void>(resolve => {
						arrivals.push(resolve);
					});
				}
			},
			[Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
		};
	}

	test('is asked for several months at once, the newest first', async () => {
		await using served = await serveSlowly();
		const pages = served.zoom.listMeetings('me', year, signal);
		const first = pages.next();
		await served.until(10);
		const asked = served.held.map(({to}) => to).toSorted();
		expect(asked[0]).toBe('2026-02-28');
		expect(asked.at(-1)).toBe('2026-11-25');
		// Whatever else is there already, the newest month is shown first.
		const newestLast = served.held.toSorted((a, b) => a.to.localeCompare(b.to));
		for (const {answer} of newestLast) {
			answer();
		}
		expect((await first).value?.searched.to).toBe('2026-11-25');
		await pages.return();
	});

	test('shows the newest month although an older one has no answer yet', async () => {
		await using served = await serveSlowly();
		const pages = served.zoom.listMeetings('me', year, signal);
		const first = pages.next();
		await served.until(10);
		served.held.find(({to}) => to === '2026-11-25')?.answer();
		expect((await first).value).toMatchObject({windowsDone: 1, windowsTotal: 13});
		await pages.return();
	});
});

test('a window that Zoom cuts is asked for again until nothing is missing', async () => {
	const days = Array.from({length: 19}, (_, index) => String(index + 2).padStart(2, '0'));
	const all = days.map(day => ({uuid: `m${day}`, day: `2026-11-${day}`}));
	await using served = await serveZoom((_, {from = '', to = ''}) => {
		const earliest = new Date(Date.parse(to) - 6 * 86_400_000).toISOString().slice(0, 10);
		const first = from > earliest ? from : earliest;
		const found = all.filter(({day}) => day >= first && day <= to);
		return {from: first, to, meetings: found.map(({uuid, day}) => meeting(uuid, day))};
	});
	const pages = await collect(served.zoom.listMeetings('me', range, signal));
	const uuids = pages.flatMap(page => page.meetings.map(({uuid}) => uuid));
	expect(uuids).toEqual(all.map(({uuid}) => uuid).toReversed());
	expect(pages[0]).toMatchObject({
		searched: {from: '2026-11-15', to: '2026-11-21'},
		windowsDone: 1,
		windowsTotal: 2,
	});
	expect(pages.at(-1)?.windowsDone).toBe(pages.at(-1)?.windowsTotal);
});

test('meetings of the days around the range are left out', async () => {
	const wanted = ['2026-11-02', '2026-11-20'];
	await using served = await serveZoom(() => ({
		meetings: ['2026-10-31', ...wanted, '2026-11-22'].map(day => meeting(day, day)),
	}));
	const pages = await collect(served.zoom.listMeetings('me', range, signal));
	expect(pages.flatMap(page => page.meetings.map(({uuid}) => uuid))).toEqual(wanted.toReversed());
});

test('a meeting without a start begins with its first file', async () => {
	await using served = await serveZoom(() => ({
		uuid: 'm1',
		recording_files: [
			{file_type: 'MP4', recording_start: '2026-11-10T12:30:00Z', status: 'completed'},
			{file_type: 'M4A', recording_start: '2026-11-10T12:00:00Z', status: 'completed'},
		],
	}));
	const found = await served.zoom.getMeeting('m1', signal);
	expect(found.start).toEqual(new Date('2026-11-10T12:00:00Z'));
	expect(new Set(found.files.map(({id}) => id)).size).toBe(2);
});

test.each([
	['a meeting without a UUID', {meetings: [{topic: 'x', start_time: '2026-11-10T12:00:00Z'}]}],
	['a meeting without any time', {meetings: [{uuid: 'm1'}]}],
	['something else than a list', {meetings: 'none'}],
	['no object at all', [1, 2]],
])('%s is named as what was not expected', async (_, body) => {
	await using served = await serveZoom(() => ({status: 200, body}));
	const request = collect(served.zoom.listMeetings('me', range, signal));
	await expect(request).rejects.toMatchObject({
		name: 'ZoomError',
		code: 'service',
		message: expect.stringMatching(/^Zoom’s answer is not as expected/),
	});
});

test('the clock is named when a legacy JWT is refused and it is wrong', async () => {
	await using server = await serve((_, response) => {
		const date = new Date(Date.now() + 3_600_000).toUTCString();
		response.writeHead(401, {'content-type': 'application/json', date});
		response.end('{"code":124,"message":"Invalid access token."}');
	});
	const zoom = createZoom({
		credentials: {type: 'legacy-jwt', apiKey: 'key', apiSecret: 'secret'},
		apiUrl: server.url,
		oauthUrl: server.url,
	});
	await expect(zoom.getUser('me', signal)).rejects.toMatchObject({
		code: 'not-allowed',
		message: expect.stringContaining('clock is 1 h behind Zoom’s'),
	});
});
