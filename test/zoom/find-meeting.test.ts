import {describe, expect, test} from 'vitest';
import {allScopes} from '../../source/sandbox/zoom/scopes.ts';
import {openSandbox} from './sandboxed.ts';

const {signal} = new AbortController();
const range = {from: '2026-10-26', to: '2026-11-24'};

describe('a meeting that a person pastes', () => {
	test.each([
		['the whole account', {scopes: allScopes}],
		['one user after the other', {}],
	])('as a link to its recording is searched for in %s', async (_, options) => {
		await using opened = await openSandbox(options);
		const {zoom, sandbox} = opened;
		const wanted = sandbox.world.find('emoji-topic');
		const listed = await zoom.getMeeting(wanted.uuid, signal);
		const playUrl = listed.files.find(file => file.playUrl !== undefined)?.playUrl;
		for (const link of [listed.shareUrl, playUrl]) {
			const found = await zoom.findMeeting(
				`Recording: ${link}?pwd=abc123 Passcode: x`,
				{user: undefined, range},
				signal,
			);
			expect(found.uuid).toBe(wanted.uuid);
			expect(found.participantAudioFiles).not.toHaveLength(0);
		}
	});

	test('as a link is searched for only among the recordings of the user named', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const wanted = sandbox.world.find('emoji-topic');
		const {shareUrl} = await zoom.getMeeting(wanted.uuid, signal);
		const place = {user: wanted.host.email, range};
		expect(await zoom.findMeeting(shareUrl ?? '', place, signal)).toMatchObject({
			uuid: wanted.uuid,
		});
		const asked = sandbox.requests
			.map(({path}) => path)
			.filter(path => path.endsWith('recordings'));
		expect(new Set(asked.slice(1, -1))).toEqual(
			new Set([`/v2/users/${encodeURIComponent(wanted.host.email)}/recordings`]),
		);
	});

	test('as a link that says when it was is searched for on that day', async () => {
		await using opened = await openSandbox({scopes: allScopes});
		const {zoom, sandbox} = opened;
		const wanted = sandbox.world.meetings[5];
		const {shareUrl} = await zoom.getMeeting(wanted?.uuid ?? '', signal);
		const link = `${shareUrl}?startTime=${wanted?.start.getTime()}`;
		const found = await zoom.findMeeting(link, {user: undefined, range}, signal);
		expect(found.uuid).toBe(wanted?.uuid);
	});

	test('as a link that nothing has is said not to be found, and where was looked', async () => {
		await using opened = await openSandbox({scopes: allScopes});
		const link = 'https://us02web.zoom.us/rec/share/nobody-knows-this';
		await expect(
			opened.zoom.findMeeting(link, {user: undefined, range}, signal),
		).rejects.toMatchObject({
			code: 'not-found',
			message: expect.stringContaining('26 Oct – 24 Nov 2026'),
			hint: expect.stringContaining('--from'),
		});
	});

	test('as a number or a link to join it is the latest one', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const {uuid, number} = sandbox.world.find('recurring');
		const digits = String(number);
		for (const text of [
			digits,
			`${digits.slice(0, 3)}-${digits.slice(3)}`,
			`https://us02web.zoom.us/j/${digits}?pwd=x`,
		]) {
			const found = await zoom.findMeeting(text, {user: undefined, range}, signal);
			expect(found.uuid).toBe(uuid);
		}
		await expect(zoom.getMeeting('https://zoom.us/rec/share/abc', signal)).rejects.toMatchObject({
			code: 'usage',
		});
	});
});
