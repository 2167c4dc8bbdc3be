import {describe, expect, test} from 'vitest';
import {resolveSettings, type SettingsInput} from '../../source/settings/resolve.ts';
import {parseStoredSettings} from '../../source/settings/stored-settings.ts';

const folders = {config: '/config', data: '/data'};
const credentials = {type: 'user', clientId: 'client', refreshToken: 'token'} as const;
const stored = {zoom: {credentials, oauthUrl: 'https://zoomgov.com'}};

function resolve(input: Partial<SettingsInput>) {
	return resolveSettings({environment: {}, stored: {}, folders, ...input});
}

describe('somebody who is signed in as themselves', () => {
	test('is so by what is saved', () => {
		const {zoom, sources} = resolve({stored});
		expect(zoom).toMatchObject({credentials, oauthUrl: 'https://zoomgov.com'});
		expect(sources.zoom).toBe('settings-file');
	});

	test('is not where the environment has an app', () => {
		const environment = {ZOOM_API_KEY: 'key', ZOOM_API_SECRET: 'secret'};
		const {zoom, sources} = resolve({environment, stored});
		expect(zoom).toMatchObject({
			credentials: {type: 'legacy-jwt'},
			oauthUrl: 'https://zoom.us',
		});
		expect(sources.zoom).toBe('environment');
	});
});

test('the public client ID says which app to offer, and is no sign-in by itself', () => {
	const environment = {ZOOM_PUBLIC_CLIENT_ID: ' "public" '};
	expect(resolve({environment, stored}).zoom).toMatchObject({
		publicClientId: 'public',
		credentials,
	});
	expect(resolve({environment})).toMatchObject({
		zoom: {publicClientId: 'public', credentials: undefined},
		sources: {zoom: undefined},
	});
	const variables = {ZOOM_PUBLIC_CLIENT_ID: 'of-the-file'};
	const envFile = {path: 'tokens.env', variables, ignoredNames: []};
	expect(resolve({envFile}).zoom.publicClientId).toBe('of-the-file');
	expect(resolve({envFile, environment}).zoom.publicClientId).toBe('public');
});

test('the plan of the account is a preference, and one that does not exist is said', () => {
	const {settings} = parseStoredSettings({preferences: {zoomPlan: 'free'}});
	expect(resolve({stored: settings}).preferences.zoomPlan).toBe('free');
	expect(resolve({}).preferences.zoomPlan).toBeUndefined();
	expect(parseStoredSettings({preferences: {zoomPlan: 'gold'}}).problems).toEqual([
		'preferences.zoomPlan',
	]);
});
