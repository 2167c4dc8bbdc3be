import {setTimeout as wait} from 'node:timers/promises';
import {planLimits, type Sandbox, startSandbox} from '../source/sandbox/sandbox.ts';
import {allScopes} from '../source/sandbox/zoom/scopes.ts';
import {createZoom} from '../source/zoom/create-zoom.ts';
import type {Zoom} from '../source/zoom/zoom.ts';
import {type Benchmark, interleave} from './measure.ts';
import {countOneAfterAnother, signInPlainly} from './peers/one-after-another.ts';

const latencyMs = 100;
/** Beside the fourteen whose recordings the sandbox always has: fifty users. */
const extraUsers = 36;
const what = '50 users × 12 months';
const today = new Date('2026-11-24T12:00:00Z');
const year = {from: '2025-11-25', to: '2026-11-24'};
const month = {from: '2026-10-27', to: '2026-11-25', page_size: '300'};
const {signal} = new AbortController();

/** Zoom's limits for a Pro account: whoever is faster gets 429. */
const proLimits = {...planLimits.pro, hasHeaders: false};

function openAccount(isPaid: boolean): Promise<Sandbox> {
	return startSandbox({
		now: today,
		latencyMs,
		extraUsers,
		scopes: allScopes,
		isPaid,
		rateLimits: proLimits,
	});
}

/** A client that is signed in already, as one is after the first request. */
async function signIn({environment}: Sandbox): Promise<Zoom> {
	const zoom = createZoom({
		credentials: {
			type: 'server-to-server',
			accountId: environment.ZOOM_ACCOUNT_ID,
			clientId: environment.ZOOM_CLIENT_ID,
			clientSecret: environment.ZOOM_CLIENT_SECRET,
		},
		apiUrl: environment.ZOOM_API_URL,
		oauthUrl: environment.ZOOM_OAUTH_URL,
		plan: 'pro',
	});
	await zoom.getUser('me', signal);
	return zoom;
}

/** Milliseconds that it takes, in a second of its own as far as Zoom's limits go. */
async function time(act: () => Promise<unknown>): Promise<number> {
	await wait(1200);
	const start = performance.now();
	await act();
	return performance.now() - start;
}

async function countEveryones(zoom: Zoom): Promise<number> {
	let count = 0;
	for await (const {meetings} of zoom.listEveryonesMeetings(year, signal)) {
		count += meetings.length;
	}
	return count;
}

/** Until there is something to show; what else was asked for is then left. */
async function readFirst(
	pages: AsyncIterable<{readonly meetings: readonly unknown[]}>,
): Promise<void> {
	for await (const {meetings} of pages) {
		if (meetings.length > 0) {
			return;
		}
	}
}

async function measure(whole: Sandbox, single: Sandbox) {
	const [account, users, plain] = await Promise.all([
		signIn(whole),
		signIn(single),
		signInPlainly(single.environment),
	]);
	const host = single.world.users[0]?.id ?? '';
	const counts = new Map<string, number>();
	const count = (name: string, act: () => Promise<number>) =>
		time(async () => counts.set(name, await act()));
	const plainMs = await count('plain', () => countOneAfterAnother(plain, year));
	const usersMs = await count('users', () => countEveryones(users));
	const times = await interleave(3, {
		account: () => count('account', () => countEveryones(account)),
		request: () => time(() => plain.get(`users/${host}/recordings`, month)),
		firstOfUser: () => time(() => readFirst(users.listMeetings(host, year, signal))),
		firstOfAll: () => time(() => readFirst(account.listEveryonesMeetings(year, signal))),
	});
	if (new Set(counts.values()).size > 1) {
		throw new Error(`Not every way finds as many: ${JSON.stringify([...counts])}`);
	}

	const refused = [...whole.requests, ...single.requests].filter(({status}) => status === 429);
	if (refused.length > 0) {
		throw new Error(`${refused.length} requests were beyond the limits of a Pro account`);
	}

	return {...times, plain: plainMs, users: usersMs};
}

/** Whether a year of a whole account is there soon, and its first row at once. */
export const listing: Benchmark = {
	name: 'listing',
	async run() {
		const [whole, single] = await Promise.all([openAccount(true), openAccount(false)]);
		try {
			const times = await measure(whole, single);
			const unit = 'ms';
			const peer = {name: 'one request after another', value: times.plain};
			const request = {name: 'one request', value: times.request};
			return [
				{
					what: `${what}, the account’s own list`,
					value: times.account,
					peer,
					unit,
					aim: {atMost: 1 / 8},
				},
				{
					what: `${what}, user by user`,
					value: times.users,
					peer,
					unit,
					aim: {atMost: 0.6},
				},
				{
					what: 'first row of a user’s 12 months',
					value: times.firstOfUser,
					peer: request,
					unit,
					aim: {atMost: 1.5},
				},
				{
					what: `first row of ${what}`,
					value: times.firstOfAll,
					peer: request,
					unit,
					aim: {atMost: 1.5},
				},
			];
		} finally {
			await Promise.all([whole.close(), single.close()]);
		}
	},
};
