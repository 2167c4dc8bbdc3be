import {describe, expect, test} from 'vitest';
import {createZoom} from '../../source/zoom/create-zoom.ts';
import {chooseAudio} from '../../source/zoom/recording-choice.ts';
import {collect, openSandbox, toZoomOptions} from './sandboxed.ts';

const {signal} = new AbortController();
const year = {from: '2025-11-24', to: '2026-11-24'};

describe('signing in', () => {
	test('takes one token for everything', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		await Promise.all([zoom.getUser('me', signal), collect(zoom.listUsers(signal))]);
		const signIns = sandbox.requests.filter(({path}) => path === '/oauth/token');
		expect(signIns).toHaveLength(1);
		expect(signIns[0]).toMatchObject({query: {}, authorizationScheme: 'Basic'});
	});

	test('happens once more when the token has expired at Zoom', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const user = await zoom.getUser('me', signal);
		sandbox.expireTokens();
		expect(await zoom.getUser('me', signal)).toEqual(user);
		expect(sandbox.requests.map(({path}) => path)).toEqual([
			'/oauth/token',
			'/v2/users/me',
			'/v2/users/me',
			'/oauth/token',
			'/v2/users/me',
		]);
	});

	test('happens only once more, then it is said', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const body = JSON.stringify({code: 124, message: 'Access token is expired.'});
		const fault = sandbox.inject(
			{path: '/v2/users/me', times: 9},
			{type: 'answer', status: 401, body, headers: {'content-type': 'application/json'}},
		);
		await expect(zoom.getUser('me', signal)).rejects.toMatchObject({
			name: 'ZoomError',
			code: 'not-allowed',
		});
		expect(fault.count).toBe(2);
	});

	test.each([
		['client secret', {clientSecret: 'wrong'}, /client ID and secret/],
		['client ID', {clientId: 'wrong'}, /client ID and secret/],
		['account ID', {accountId: 'wrong'}, /account ID/],
	])('with a wrong %s is explained', async (_, wrong, message) => {
		await using opened = await openSandbox();
		const {sandbox} = opened;
		const options = toZoomOptions(sandbox);
		const credentials = {...options.credentials, ...wrong} as typeof options.credentials;
		await expect(createZoom({...options, credentials}).getUser('me', signal)).rejects.toMatchObject(
			{
				code: 'not-allowed',
				message: expect.stringMatching(message),
			},
		);
		expect(sandbox.requests).toHaveLength(1);
	});

	test('works with a legacy JWT, and says so when its secret is wrong', async () => {
		await using opened = await openSandbox();
		const {sandbox} = opened;
		const {ZOOM_API_KEY: apiKey, ZOOM_API_SECRET: apiSecret} = sandbox.legacyEnvironment;
		const legacy = (secret: string) =>
			createZoom({
				...toZoomOptions(sandbox),
				credentials: {type: 'legacy-jwt', apiKey, apiSecret: secret},
			});
		expect(await legacy(apiSecret).getUser('me', signal)).toMatchObject({status: 'active'});
		await expect(legacy('wrong').getUser('me', signal)).rejects.toMatchObject({
			code: 'not-allowed',
		});
		expect(sandbox.requests.some(({path}) => path === '/oauth/token')).toBe(false);
	});

	test('with too few scopes names those that are missing', async () => {
		await using opened = await openSandbox({scopes: []});
		await expect(opened.zoom.getUser('me', signal)).rejects.toMatchObject({
			code: 'not-allowed',
			missingScopes: expect.arrayContaining(['user:read:user:admin']),
		});
	});

	test('asks for a new token after scopes were missing, which may have been added', async () => {
		await using opened = await openSandbox({scopes: []});
		const {zoom, sandbox} = opened;
		for (let count = 0; count < 2; count++) {
			await expect(zoom.getUser('me', signal)).rejects.toHaveProperty('code', 'not-allowed');
		}
		expect(sandbox.requests.filter(({path}) => path === '/oauth/token')).toHaveLength(2);
	});

	test('goes to no address that is neither https nor this computer', () => {
		const credentials = {type: 'legacy-jwt', apiKey: 'key', apiSecret: 'secret'} as const;
		const https = 'https://zoom.example';
		for (const addresses of [
			{apiUrl: 'http://zoom.example/v2', oauthUrl: https},
			{apiUrl: https, oauthUrl: 'http://zoom.example'},
		]) {
			expect(() => createZoom({credentials, ...addresses})).toThrow(
				expect.objectContaining({code: 'usage'}),
			);
		}
	});
});

describe('users', () => {
	test('come active first, then deactivated, none pending, each once', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const pages = await collect(zoom.listUsers(signal));
		const users = pages.flatMap(page => page.users);
		const expected = sandbox.world.users.filter(({status}) => status !== 'pending');
		expect(users).toHaveLength(expected.length);
		expect(new Set(users.map(({id}) => id))).toEqual(new Set(expected.map(({id}) => id)));
		expect(users.map(({status}) => status)).toEqual(users.map(({status}) => status).toSorted());
		expect(users.at(-1)?.status).toBe('inactive');
		expect(users.every(({name}) => name !== '')).toBe(true);
		expect(pages.at(-1)?.total).toBe(expected.length);
	});

	test('can be asked for by id and by email', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		for (const {id, email} of sandbox.world.users.filter(user => user.status === 'active')) {
			const user = await zoom.getUser(email, signal);
			expect(user).toMatchObject({id, email});
			expect(await zoom.getUser(user.id, signal)).toEqual(user);
		}
	});

	test('that Zoom does not know are said to be unknown', async () => {
		await using opened = await openSandbox();
		const request = opened.zoom.getUser('nobody+1/x@example.com', signal);
		await expect(request).rejects.toMatchObject({code: 'not-found'});
		expect(opened.sandbox.requests.at(-1)?.path).toBe('/v2/users/nobody%2B1%2Fx%40example.com');
	});
});

describe('meetings', () => {
	test('of a year are all there, once, the newest month first', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const hosts = [...new Set(sandbox.world.meetings.map(({host}) => host))];
		for (const host of hosts) {
			const pages = await collect(zoom.listMeetings(host.id ?? host.email, year, signal));
			const meetings = pages.flatMap(page => page.meetings.map(({uuid}) => uuid));
			const expected = sandbox.world.meetings
				.filter(meeting => meeting.host === host && meeting.start >= new Date(2025, 10, 24))
				.map(({uuid}) => uuid);
			expect(meetings.toSorted()).toEqual(expected.toSorted());
			expect(pages[0]?.searched.to).toBe('2026-11-25');
			expect(pages.at(-1)).toMatchObject({windowsDone: pages.length, windowsTotal: pages.length});
		}
	});

	test('come as they are, whatever form Zoom gives the numbers', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const {uuid, number, host} = sandbox.world.find('stringly-numbers');
		const pages = await collect(zoom.listMeetings(host.id ?? '', year, signal));
		const meeting = pages.flatMap(page => page.meetings).find(found => found.uuid === uuid);
		expect(meeting).toMatchObject({number: String(number), hostId: host.id});
		expect(meeting?.totalSizeBytes).toBeGreaterThan(1_000_000);
	});

	test('of nobody are an error', async () => {
		await using opened = await openSandbox();
		const request = collect(opened.zoom.listMeetings('nobody', year, signal));
		await expect(request).rejects.toMatchObject({code: 'not-found', zoomCode: 1001});
	});

	test('stop coming when they are no longer wanted', async () => {
		await using opened = await openSandbox();
		const controller = new AbortController();
		const reason = new Error('left');
		const pages = opened.zoom.listMeetings('me', year, controller.signal);
		await pages.next();
		controller.abort(reason);
		await expect(pages.next()).rejects.toBe(reason);
	});
});

describe('one meeting', () => {
	test('is found by its UUID, with slashes or without, and by its number', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		for (const tag of ['first-choice', 'uuid-with-slashes'] as const) {
			const {uuid, topic} = sandbox.world.find(tag);
			expect(await zoom.getMeeting(uuid, signal)).toMatchObject({uuid, topic});
		}
		const {uuid, number} = sandbox.world.find('recurring');
		const digits = String(number);
		const spaced = `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`;
		expect(await zoom.getMeeting(spaced, signal)).toMatchObject({uuid, number: digits});
	});

	test('comes with a token for its files alone, for an hour', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const meeting = await zoom.getMeeting(sandbox.world.find('first-choice').uuid, signal);
		expect(meeting.downloadAccessToken).toMatch(/^\S+$/);
		expect(sandbox.requests.at(-1)?.query).toEqual({
			include_fields: 'download_access_token',
			ttl: '3600',
		});
	});

	test('keeps its passcode and the participants’ own audio', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const locked = sandbox.world.find('passcode');
		expect((await zoom.getMeeting(locked.uuid, signal)).passcode).toBe(locked.passcode);
		const {uuid, participantFiles} = sandbox.world.find('participant-audio');
		const meeting = await zoom.getMeeting(uuid, signal);
		expect(meeting.participantAudioFiles).toHaveLength(participantFiles.length);
	});

	test('whose error hides in status 200 is refused', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const request = zoom.getMeeting(sandbox.world.find('no-permission').uuid, signal);
		await expect(request).rejects.toMatchObject({code: 'not-allowed', zoomCode: 200});
	});

	test('without a recording is not found', async () => {
		await using opened = await openSandbox();
		const request = opened.zoom.getMeeting('AAAAAAAAAAAAAAAAAAAAAA==', signal);
		await expect(request).rejects.toMatchObject({code: 'not-found', zoomCode: 3301});
	});

	test.each([
		['first-choice', 'M4A'],
		['mp4-only', 'MP4'],
		['bare-timeline', 'M4A'],
		['unknown-recording-type', 'M4A'],
		['stringly-numbers', 'M4A'],
		['ten-hours', 'M4A'],
	] as const)('of the kind %s has its %s chosen', async (tag, type) => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const meeting = await zoom.getMeeting(sandbox.world.find(tag).uuid, signal);
		expect(chooseAudio(meeting).file).toMatchObject({fileType: type, isReady: true});
	});

	test('in segments has that said; still being processed, that', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const segmented = await zoom.getMeeting(sandbox.world.find('several-segments').uuid, signal);
		expect(chooseAudio(segmented).remark).toContain('3 segments');
		const unfinished = await zoom.getMeeting(sandbox.world.find('processing').uuid, signal);
		expect(() => chooseAudio(unfinished)).toThrow(expect.objectContaining({code: 'not-ready'}));
	});

	test('has a topic that is fit to be shown', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const {uuid, topic} = sandbox.world.find('control-characters-topic');
		expect(topic).toMatch(/\p{Cc}/u);
		expect((await zoom.getMeeting(uuid, signal)).topic).not.toMatch(/\p{Cc}/u);
	});
});
