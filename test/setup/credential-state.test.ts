import {expect, test} from 'vitest';
import {resolveSettings} from '../../source/settings/resolve.ts';
import {credentialStates, showCredentialState} from '../../source/setup/credential-state.ts';

const folders = {config: '/config', data: '/data'};

test('says what is set, of which kind, and from where', () => {
	const states = credentialStates(
		resolveSettings({
			environment: {ZOOM_API_KEY: 'hunter2', ZOOM_API_SECRET: 'hunter2'},
			stored: {assemblyai: {apiKey: 'hunter2'}},
			folders,
		}),
	);
	expect(states).toEqual({
		zoom: {status: 'set', source: 'environment', kind: 'legacy JWT'},
		assemblyai: {status: 'set', source: 'settings-file', kind: 'API key'},
	});
	expect(showCredentialState(states.zoom)).toBe('legacy JWT, from the environment');
	expect(showCredentialState(states.assemblyai)).toBe('API key, saved');
});

test('says what is not set', () => {
	const {zoom, assemblyai} = credentialStates(
		resolveSettings({environment: {}, stored: {}, folders}),
	);
	expect([zoom, assemblyai].map(showCredentialState)).toEqual(['not set', 'not set']);
});
