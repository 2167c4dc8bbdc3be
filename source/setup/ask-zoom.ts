import type {PromptContext} from '../questions/terminal-prompts.ts';
import {usualAddresses} from '../settings/resolve.ts';
import type {ZoomCredentials} from '../settings/settings.ts';
import type {StoredZoom} from '../settings/stored-settings.ts';
import {createZoom} from '../zoom/create-zoom.ts';
import type {TokenKeeper} from '../zoom/personal-token.ts';
import {type AskOptions, type AskOutcome, askAndKeep, noteWhatComesFirst} from './ask-and-keep.ts';
import {askPersonalSignIn} from './ask-personal-sign-in.ts';
import {askLegacyJwt, askServerToServer} from './ask-zoom-app-values.ts';
import {askZoomKind, type ZoomAddresses, type ZoomChoice} from './ask-zoom-kind.ts';
import {checkZoom} from './check-zoom.ts';
import {explainZoomApp} from './explain-zoom-app.ts';
import {type OpenBrowser, openBrowser as openUsualBrowser} from './open-browser.ts';

type Given = ZoomAddresses & {
	readonly credentials: ZoomCredentials;
	/** The refresh token as the check leaves it. */
	readonly tokenKeeper: TokenKeeper;
};

/**
 * Asks how to sign in to Zoom and for what that takes, checks it with Zoom, and keeps it.
 * Throws a `UserError` when it can't be written.
 */
export function askZoom(options: AskOptions): Promise<AskOutcome> {
	const {settings, store, openBrowser = openUsualBrowser} = options;
	return askAndKeep<ZoomChoice, Given>(
		{
			name: 'Zoom',
			begin(context) {
				noteWhatComesFirst(context, 'Zoom', settings.sources.zoom);
				return askZoomKind(settings.zoom, context);
			},
			explain: ({kind, oauthUrl}, context) => {
				explainZoomApp(kind, oauthUrl, context);
			},
			async ask(choice, previous, context) {
				const former = previous?.credentials ?? settings.zoom.credentials;
				const credentials = await askCredentials(
					{
						...choice,
						former: previous?.credentials,
						clientId: former?.type === 'user' ? former.clientId : settings.zoom.publicClientId,
						openBrowser,
					},
					context,
				);
				const {apiUrl, oauthUrl} = choice;
				return credentials === undefined
					? undefined
					: {credentials, apiUrl, oauthUrl, tokenKeeper: keepInMemory(credentials)};
			},
			check: (given, signal) => checkZoom(createZoom(given), signal, given.credentials.type),
			keep: given => store.keep('zoom', withUnusualAddresses(renewed(given))),
		},
		options,
	);
}

/** The credentials, with the addresses only where they are not Zoom's usual ones. */
export function withUnusualAddresses({
	credentials,
	apiUrl,
	oauthUrl,
}: ZoomAddresses & {readonly credentials: ZoomCredentials}): StoredZoom {
	return {
		credentials,
		...(apiUrl !== usualAddresses.zoomApi && {apiUrl}),
		...(oauthUrl !== usualAddresses.zoomOauth && {oauthUrl}),
	};
}

function askCredentials(
	{
		kind,
		oauthUrl,
		former,
		clientId,
		openBrowser,
	}: ZoomChoice & {
		/** What was given before, and refused. */
		readonly former: ZoomCredentials | undefined;
		readonly clientId: string | undefined;
		readonly openBrowser: OpenBrowser;
	},
	context: PromptContext,
): Promise<ZoomCredentials | undefined> {
	switch (kind) {
		case 'user': {
			return askPersonalSignIn({previousClientId: clientId, oauthUrl, openBrowser}, context);
		}

		case 'server-to-server': {
			return askServerToServer(former, context);
		}

		case 'legacy-jwt': {
			return askLegacyJwt(former, context);
		}
	}
}

/** The check uses up the refresh token and gets the next one: that is what has to be kept in the end. */
function keepInMemory(credentials: ZoomCredentials): TokenKeeper {
	let newest = credentials.type === 'user' ? credentials.refreshToken : undefined;
	return {
		withLock: act => act(),
		read: () => newest,
		async keep(refreshToken) {
			newest = refreshToken;
		},
	};
}

function renewed({credentials, tokenKeeper, ...addresses}: Given) {
	const refreshToken = tokenKeeper.read();
	return {
		...addresses,
		credentials:
			credentials.type === 'user' && refreshToken !== undefined
				? {...credentials, refreshToken}
				: credentials,
	};
}
