import {createServer} from 'node:net';
import {describe, expect, test} from 'vitest';
import type {ZoomCredentials} from '../../source/settings/settings.ts';
import type {CheckResult} from '../../source/setup/check-result.ts';
import {checkZoom} from '../../source/setup/check-zoom.ts';
import {zoomScopes} from '../../source/setup/zoom-scopes.ts';
import {createZoom} from '../../source/zoom/create-zoom.ts';
import {startStandIn} from './stand-in.ts';

const right: ZoomCredentials = {
	type: 'server-to-server',
	accountId: 'account',
	clientId: 'client',
	clientSecret: 'right-secret',
};
const wrong: ZoomCredentials = {...right, clientSecret: 'hunter2'};
const legacy: ZoomCredentials = {type: 'legacy-jwt', apiKey: 'key', apiSecret: 'hunter2'};

function check(
	{apiUrl, url}: {readonly apiUrl: string; readonly url: string},
	credentials: ZoomCredentials = right,
	signal = new AbortController().signal,
): Promise<CheckResult> {
	const patience = {backoffMs: 1};
	return checkZoom(createZoom({credentials, apiUrl, oauthUrl: url, patience}), signal);
}

test('accepts credentials that open everything', async () => {
	await using standIn = await startStandIn();
	expect(await check(standIn)).toEqual({status: 'accepted', as: 'an account with 12 users'});
});

test('tells a wrong secret, without repeating it', async () => {
	await using standIn = await startStandIn();
	const result = await check(standIn, wrong);
	expect(result).toMatchObject({status: 'refused', reason: 'wrong-secret'});
	expect(result).toHaveProperty('message', expect.stringContaining('client ID and secret'));
	expect(JSON.stringify(result)).not.toContain('hunter2');
	expect(standIn.requests).toEqual(['POST /oauth/token']);
});

describe('missing scopes', () => {
	test('are all named at once, as they are to be added', async () => {
		const missingScopes = zoomScopes.map(({name}) => name);
		await using standIn = await startStandIn({missingScopes});
		expect(await check(standIn)).toMatchObject({
			status: 'refused',
			reason: 'missing-scopes',
			hint: expect.stringContaining('Scopes › Add Scopes'),
			missingScopes,
		});
	});

	test.each(zoomScopes)('$name alone is named', async ({name}) => {
		await using standIn = await startStandIn({missingScopes: [name]});
		expect(await check(standIn)).toMatchObject({reason: 'missing-scopes', missingScopes: [name]});
	});

	test('are named also when something else is refused as well', async () => {
		await using standIn = await startStandIn({
			missingScopes: ['user:read:list_users:admin'],
			refusesRecordings: true,
		});
		expect(await check(standIn)).toMatchObject({
			reason: 'missing-scopes',
			missingScopes: ['user:read:list_users:admin'],
		});
	});
});

test('tells a plan or role that is not enough', async () => {
	await using standIn = await startStandIn({refusesRecordings: true});
	expect(await check(standIn)).toMatchObject({
		reason: 'not-allowed',
		hint: expect.stringContaining('View the recording content'),
	});
});

describe('the legacy JWT', () => {
	test('that Zoom does not take is a wrong secret', async () => {
		await using standIn = await startStandIn();
		expect(await check(standIn, legacy)).toMatchObject({reason: 'wrong-secret'});
	});

	test('under a wrong clock is the clock’s fault', async () => {
		await using standIn = await startStandIn({clockOffsetMs: 3_600_000});
		expect(await check(standIn, legacy)).toMatchObject({
			reason: 'clock-skew',
			message: expect.stringContaining('clock'),
			hint: expect.stringContaining('clock'),
		});
	});
});

test('tells that there is no network', async () => {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise(resolve => {
		server.once('listening', resolve);
	});
	const address = server.address();
	const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
	await new Promise(resolve => {
		server.close(resolve);
	});
	expect(await check({apiUrl: `${url}/v2`, url})).toMatchObject({
		reason: 'no-network',
		message: expect.stringContaining('could not be reached'),
	});
});

test('stops when it is told to', async () => {
	await using standIn = await startStandIn({isSilent: true});
	const controller = new AbortController();
	const result = check(standIn, right, controller.signal);
	controller.abort(new Error('enough'));
	await expect(result).rejects.toThrow('enough');
});
