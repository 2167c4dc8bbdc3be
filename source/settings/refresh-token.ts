import path from 'node:path';
import {withSignInLock} from './sign-in-lock.ts';
import type {SettingsStore} from './store.ts';
import type {StoredSettings} from './stored-settings.ts';

/** The refresh token of somebody who is signed in to Zoom as themselves, in the settings file. */
export type KeptRefreshToken = {
	/** Does `act` while no other Recscribe renews the sign-in. */
	readonly withLock: <Value>(act: () => Promise<Value>, signal: AbortSignal) => Promise<Value>;
	/** As the file has it now; undefined when nobody is signed in to this app that way. */
	readonly read: () => string | undefined;
	/** Puts the new one in the former's place; not where somebody has signed in anew meanwhile. */
	readonly keep: (refreshToken: string, former: string) => Promise<void>;
};

/** @param clientId The app's Public Client ID: a token belongs to the app that it was given to. */
export function keepRefreshToken(store: SettingsStore, clientId: string): KeptRefreshToken {
	const folder = path.dirname(store.path);
	return {
		withLock: (act, signal) => withSignInLock(path.join(folder, 'sign-in.lock'), act, signal),
		read: () => readToken(store.read().settings, clientId),
		async keep(refreshToken, former) {
			await store.change('zoom', zoom =>
				zoom !== undefined && readToken({zoom}, clientId) === former
					? {...zoom, credentials: {type: 'user', clientId, refreshToken}}
					: zoom,
			);
		},
	};
}

function readToken({zoom}: StoredSettings, clientId: string): string | undefined {
	const credentials = zoom?.credentials;
	return credentials?.type === 'user' && credentials.clientId === clientId
		? credentials.refreshToken
		: undefined;
}
