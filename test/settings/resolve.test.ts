import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {resolveSettings, type SettingsInput} from '../../source/settings/resolve.ts';
import type {Settings} from '../../source/settings/settings.ts';
import type {StoredSettings} from '../../source/settings/stored-settings.ts';
import {variableNames} from '../../source/settings/variables.ts';

const folders = {config: '/config', data: '/data'};

function resolve(input: Partial<SettingsInput> = {}): Settings {
	return resolveSettings({environment: {}, stored: {}, folders, ...input});
}

function envFile(variables: Readonly<Record<string, string>>) {
	return {path: 'tokens.env', variables, ignoredNames: []};
}

function errorOf(input: Partial<SettingsInput>): UserError {
	try {
		resolve(input);
	} catch (error) {
		if (error instanceof UserError) {
			return error;
		}
		throw error;
	}
	throw new Error('It resolved');
}

const serverToServer = {
	ZOOM_ACCOUNT_ID: 'account',
	ZOOM_CLIENT_ID: 'client',
	ZOOM_CLIENT_SECRET: 'secret',
};
const legacy = {ZOOM_API_KEY: 'key', ZOOM_API_SECRET: 'secret'};
const stored: StoredSettings = {
	zoom: {
		credentials: {type: 'legacy-jwt', apiKey: 'saved', apiSecret: 'saved'},
		apiUrl: 'https://api.zoomgov.com/v2',
		oauthUrl: 'https://zoomgov.com',
	},
	assemblyai: {apiKey: 'saved', baseUrl: 'https://api.eu.assemblyai.com'},
	preferences: {audio: 'direct', speechModels: []},
};

test('with nothing configured there are only defaults', () => {
	expect(resolve()).toEqual({
		zoom: {
			credentials: undefined,
			apiUrl: 'https://api.zoom.us/v2',
			oauthUrl: 'https://zoom.us',
		},
		assemblyai: {apiKey: undefined, baseUrl: 'https://api.assemblyai.com'},
		preferences: {
			speechModels: ['assemblyai-stt-3-7', 'universal-2'],
			audio: 'stream',
			askAboveUsd: 5,
			prices: {},
			notifications: true,
		},
		folders,
		sources: {zoom: undefined, assemblyai: undefined},
	});
});

test('what is saved is used, with its addresses', () => {
	expect(resolve({stored})).toMatchObject({
		zoom: stored.zoom ?? {},
		assemblyai: stored.assemblyai ?? {},
		preferences: stored.preferences ?? {},
		sources: {zoom: 'settings-file', assemblyai: 'settings-file'},
	});
});

describe('the order', () => {
	test('environment, then env file, then what is saved', () => {
		const file = envFile({...legacy, ASSEMBLYAI_API_KEY: 'from-file'});
		const {zoom, assemblyai, sources} = resolve({
			environment: {...serverToServer},
			envFile: file,
			stored,
		});
		expect(zoom.credentials).toEqual({
			type: 'server-to-server',
			accountId: 'account',
			clientId: 'client',
			clientSecret: 'secret',
		});
		expect(assemblyai.apiKey).toBe('from-file');
		expect(sources).toEqual({zoom: 'environment', assemblyai: 'env-file'});
		expect(resolve({envFile: file, stored}).zoom.credentials).toMatchObject({apiKey: 'key'});
	});

	test('Server-to-Server before legacy, ASSEMBLYAI_API_KEY before ASSEMBLYAI_TOKEN', () => {
		const environment = {
			...legacy,
			...serverToServer,
			ASSEMBLYAI_TOKEN: 'token',
			ASSEMBLYAI_API_KEY: 'key',
		};
		expect(resolve({environment}).zoom.credentials?.type).toBe('server-to-server');
		expect(resolve({environment}).assemblyai.apiKey).toBe('key');
		expect(resolve({environment: {ASSEMBLYAI_TOKEN: 'token'}}).assemblyai.apiKey).toBe('token');
	});

	test('the sandbox stands alone', () => {
		const {zoom, assemblyai, sources} = resolve({
			environment: {...legacy, ZOOM_CLIENT_ID: 'half', ZOOM_API_URL: 'no address'},
			envFile: envFile({ASSEMBLYAI_API_KEY: 'real'}),
			sandbox: {
				...serverToServer,
				ASSEMBLYAI_API_KEY: 'sandbox',
				ASSEMBLYAI_BASE_URL: 'http://127.0.0.1:4000',
			},
		});
		expect(zoom.credentials?.type).toBe('server-to-server');
		expect(assemblyai).toEqual({apiKey: 'sandbox', baseUrl: 'http://127.0.0.1:4000'});
		expect(sources).toEqual({zoom: 'sandbox', assemblyai: 'sandbox'});
	});
});

describe('a part of a set', () => {
	test.each([
		[{ZOOM_CLIENT_ID: 'client-value'}, 'ZOOM_ACCOUNT_ID and ZOOM_CLIENT_SECRET'],
		[{...serverToServer, ZOOM_CLIENT_SECRET: ' '}, 'ZOOM_CLIENT_SECRET'],
		[{ZOOM_API_SECRET: 'secret-value'}, 'ZOOM_API_KEY'],
		[{ZOOM_API_KEY: 'key-value', ZOOM_ACCOUNT_ID: 'account'}, 'ZOOM_CLIENT_SECRET'],
	])('%j is an error that names what is missing', (environment, missing) => {
		const error = errorOf({environment, stored});
		expect(error.code).toBe('not-set-up');
		expect(error.message).toMatch(new RegExp(`${missing} is missing: the environment has only`));
		expect(`${error.message}${error.hint}`).not.toContain('-value');
	});

	test('is never completed from another source', () => {
		const {ZOOM_CLIENT_SECRET, ...rest} = serverToServer;
		const error = errorOf({environment: rest, envFile: envFile({ZOOM_CLIENT_SECRET})});
		expect(error.message).toContain('ZOOM_CLIENT_SECRET');
	});

	test('does not count beside a complete one of the other kind', () => {
		const environment = {...legacy, ZOOM_ACCOUNT_ID: 'account'};
		expect(resolve({environment}).zoom.credentials?.type).toBe('legacy-jwt');
	});

	test('in the env file is named as such', () => {
		expect(errorOf({envFile: envFile({ZOOM_API_KEY: 'a'})}).message).toMatch(/the file tokens.env/);
	});
});

describe('addresses', () => {
	test('of the environment go with credentials from anywhere', () => {
		const environment = {
			ZOOM_API_URL: 'http://localhost:1/v2/',
			ASSEMBLYAI_BASE_URL: '"https://x.example//"',
		};
		const {zoom, assemblyai} = resolve({environment, stored});
		expect(zoom).toMatchObject({
			apiUrl: 'http://localhost:1/v2',
			oauthUrl: 'https://zoomgov.com',
		});
		expect(assemblyai).toEqual({apiKey: 'saved', baseUrl: 'https://x.example'});
	});

	test('that are saved go with the saved credentials only', () => {
		const {zoom, assemblyai} = resolve({
			environment: {...serverToServer, ASSEMBLYAI_TOKEN: 'key'},
			stored,
		});
		expect(zoom).toMatchObject({
			apiUrl: 'https://api.zoom.us/v2',
			oauthUrl: 'https://zoom.us',
		});
		expect(assemblyai.baseUrl).toBe('https://api.assemblyai.com');
	});

	test.each([
		'https://api.example.com',
		'http://127.0.0.1:8080/v2',
		'http://[::1]:8080',
		'http://localhost',
		'https://api.example.com/some/path',
	])('takes %s', address => {
		expect(resolve({environment: {ZOOM_API_URL: address}}).zoom.apiUrl).toBe(address);
	});

	test.each([
		'http://api.example.com',
		'http://127.0.0.1.example.com',
		'http://localhost.example.com',
		'http://10.0.0.1',
		'ftp://localhost',
		'//localhost',
		'api.example.com',
		'https://user:hunter2@example.com',
		'https://example.com/?token=hunter2',
		'https://example.com/#hunter2',
	])('refuses %s, without repeating it', address => {
		for (const name of ['ZOOM_API_URL', 'ZOOM_OAUTH_URL', 'ASSEMBLYAI_BASE_URL']) {
			const error = errorOf({environment: {[name]: address}});
			expect(error.code).toBe('usage');
			expect(error.message).toContain(name);
			expect(error.message).not.toContain('hunter2');
		}
	});
});

test('a value that cannot be sent is named and not shown', () => {
	const error = errorOf({environment: {...legacy, ZOOM_API_SECRET: 'hünter2'}});
	expect(error.code).toBe('not-set-up');
	expect(error.message).toContain('ZOOM_API_SECRET');
	expect(error.message).not.toContain('hünter2');
});

test('whatever the environment holds, no error repeats a value', () => {
	const secret = fc.string({unit: 'binary-ascii', maxLength: 10}).map(end => `hunter2${end}`);
	const environment = fc.dictionary(fc.constantFrom(...variableNames), secret);
	fc.assert(
		fc.property(environment, environment, (first, second) => {
			try {
				resolve({environment: first, envFile: envFile(second), stored});
			} catch (error) {
				expect(error).toBeInstanceOf(UserError);
				expect(JSON.stringify(error, ['message', 'hint', 'stack'])).not.toContain('hunter2');
				expect(String(error)).not.toContain('hunter2');
			}
		}),
	);
});
