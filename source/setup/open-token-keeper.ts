import {keepRefreshToken} from '../settings/refresh-token.ts';
import type {Settings} from '../settings/settings.ts';
import {openSettingsStore} from '../settings/store.ts';
import type {TokenKeeper} from '../zoom/personal-token.ts';

/** What renews the sign-in of somebody who is signed in as themselves; undefined for every other kind. */
export function openTokenKeeper({zoom, folders}: Settings): TokenKeeper | undefined {
	const {credentials} = zoom;
	return credentials?.type === 'user'
		? keepRefreshToken(openSettingsStore(folders.config), credentials.clientId)
		: undefined;
}
