import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {UserError} from '../../source/errors.ts';
import {openSettingsStore} from '../../source/settings/store.ts';
import {keepFromEnvFile} from '../../source/setup/keep-from-env-file.ts';
import {temporaryFolder} from '../settings/temporary-folder.ts';
import {type StandIn, startStandIn} from './stand-in.ts';

function setUp(content: string) {
	const folder = temporaryFolder();
	const file = path.join(folder, 'tokens.env');
	writeFileSync(file, content);
	const store = openSettingsStore(path.join(folder, 'config'));
	const {signal} = new AbortController();
	const keep = () =>
		keepFromEnvFile({path: file, store, folders: {config: folder, data: folder}, signal});
	return {file, store, keep};
}

function everything({apiUrl, url}: StandIn, secret = 'right-secret'): string {
	return [
		'ZOOM_ACCOUNT_ID = account',
		'ZOOM_CLIENT_ID = client',
		`ZOOM_CLIENT_SECRET = "${secret}"`,
		`ZOOM_API_URL = ${apiUrl}`,
		`ZOOM_OAUTH_URL = ${url}`,
		'ASSEMBLYAI_TOKEN = right-key',
		`ASSEMBLYAI_BASE_URL = ${url}`,
	].join('\n');
}

test('keeps the credentials and addresses of both services, and says so by name', async () => {
	await using standIn = await startStandIn();
	const {store, keep} = setUp(everything(standIn));
	const result = await keep();
	expect(result).toEqual({
		services: [
			{
				name: 'Zoom',
				names: [
					'ZOOM_ACCOUNT_ID',
					'ZOOM_CLIENT_ID',
					'ZOOM_CLIENT_SECRET',
					'ZOOM_API_URL',
					'ZOOM_OAUTH_URL',
				],
				check: {status: 'accepted', as: 'an account with 12 users'},
			},
			{
				name: 'AssemblyAI',
				names: ['ASSEMBLYAI_TOKEN', 'ASSEMBLYAI_BASE_URL'],
				check: expect.objectContaining({status: 'accepted'}),
			},
		],
		ignoredNames: [],
		notices: [],
	});
	expect(store.read().settings).toMatchObject({
		zoom: {
			credentials: {type: 'server-to-server', clientSecret: 'right-secret'},
			apiUrl: standIn.apiUrl,
			oauthUrl: standIn.url,
		},
		assemblyai: {apiKey: 'right-key', baseUrl: standIn.url},
	});
});

test('keeps what a service refuses, and says why it is refused, without a value', async () => {
	await using standIn = await startStandIn();
	const {store, keep} = setUp(everything(standIn, 'hunter2'));
	const result = await keep();
	expect(result.services[0]?.check).toMatchObject({status: 'refused', reason: 'wrong-secret'});
	expect(store.read().settings.zoom).toBeDefined();
	expect(JSON.stringify(result)).not.toContain('hunter2');
});

test('leaves the other service as it was, and names what it does not keep', async () => {
	await using standIn = await startStandIn();
	const {store, keep} = setUp(
		`ASSEMBLYAI_API_KEY = right-key\nASSEMBLYAI_TOKEN = other\nASSEMBLYAI_BASE_URL = ${standIn.url}\nZOOM_API_URL = ${standIn.apiUrl}\nOTHER = 1`,
	);
	const credentials = {type: 'legacy-jwt', apiKey: 'saved', apiSecret: 'saved'} as const;
	await store.keep('zoom', {credentials});
	const {services, ignoredNames} = await keep();
	expect(services.map(({name}) => name)).toEqual(['AssemblyAI']);
	expect(ignoredNames).toEqual(['ZOOM_API_URL', 'ASSEMBLYAI_TOKEN', 'OTHER']);
	expect(store.read().settings).toMatchObject({
		zoom: {credentials},
		assemblyai: {apiKey: 'right-key'},
	});
});

describe('keeps nothing', () => {
	test.each<[string, string, UserError['code']]>([
		['without credentials', 'OTHER = hunter2', 'usage'],
		['with a part of a set', 'ZOOM_CLIENT_ID = a\nASSEMBLYAI_TOKEN = hunter2', 'not-set-up'],
		['with an address that is none', 'ASSEMBLYAI_TOKEN = a\nZOOM_API_URL = hunter2', 'usage'],
		['with a value that cannot be', 'ASSEMBLYAI_TOKEN = hünter2', 'not-set-up'],
	])('of a file %s', async (_, content, code) => {
		const {store, keep} = setUp(content);
		const failure = keep();
		await expect(failure).rejects.toMatchObject({name: 'UserError', code});
		await expect(failure).rejects.not.toThrow(/h[uü]nter2/);
		expect(existsSync(store.path)).toBe(false);
	});
});
