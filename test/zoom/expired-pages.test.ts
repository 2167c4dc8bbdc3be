import {expect, test} from 'vitest';
import {openSandbox} from './sandboxed.ts';

const {signal} = new AbortController();
/** Zoom's tokens for the next page live for fifteen minutes. */
const quarterMs = 15 * 60_000;

test('when a page token has expired, the windows it belongs to begin again, and no others', async () => {
	await using opened = await openSandbox({largestPage: 5}, {plan: 'business'});
	const {sandbox, zoom} = opened;
	const {host} = sandbox.world.find('first-choice');
	const range = {from: '2025-11-25', to: '2026-11-24'};
	const uuids: string[] = [];
	let hasExpired = false;
	for await (const {meetings} of zoom.listMeetings(host.id ?? '', range, signal)) {
		uuids.push(...meetings.map(({uuid}) => uuid));
		if (uuids.length >= 20 && !hasExpired) {
			hasExpired = true;
			sandbox.advance(quarterMs);
		}
	}

	const own = sandbox.world.meetings.filter(
		({host: other, start}) => other === host && start >= new Date(`${range.from}T00:00:00`),
	);
	expect(uuids.toSorted()).toEqual(own.map(({uuid}) => uuid).toSorted());
	const asked = sandbox.requests.filter(({path}) => path.endsWith('/recordings'));
	const windows = [...Map.groupBy(asked, ({query}) => query['to'] ?? '').values()];
	const begun = windows.map(requests => ({
		times: requests.filter(({query}) => query['next_page_token'] === undefined).length,
		refused: requests.filter(({status}) => status === 400).length,
	}));
	for (const {times, refused} of begun) {
		expect(times).toBe(1 + refused);
	}

	const again = begun.filter(({times}) => times === 2).length;
	expect(again).toBeGreaterThan(0);
	expect(again).toBeLessThan(windows.length);
	expect(Math.max(...begun.map(({times}) => times))).toBe(2);
});

test('the users begin again by themselves, each once', async () => {
	await using opened = await openSandbox({largestPage: 5}, {plan: 'business'});
	const {sandbox, zoom} = opened;
	const ids: string[] = [];
	let hasExpired = false;
	for await (const {users} of zoom.listUsers(signal)) {
		ids.push(...users.map(({id}) => id));
		if (!hasExpired) {
			hasExpired = true;
			sandbox.advance(quarterMs);
		}
	}

	const expected = sandbox.world.users.filter(({status}) => status !== 'pending');
	expect(ids.toSorted()).toEqual(expected.map(({id}) => id).toSorted());
	expect(sandbox.requests.filter(({status}) => status === 400)).toHaveLength(1);
});
