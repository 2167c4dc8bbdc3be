import {select} from '@inquirer/prompts';
import {usualAddresses} from '../settings/resolve.ts';
import type {ZoomCredentials, ZoomSettings} from '../settings/settings.ts';
import type {StoredZoom} from '../settings/stored-settings.ts';
import {createZoom} from '../zoom/create-zoom.ts';
import {type AskOptions, type AskOutcome, askAndKeep, noteWhatComesFirst} from './ask-and-keep.ts';
import {askValue} from './ask-value.ts';
import {checkZoom} from './check-zoom.ts';
import {explainZoomApp} from './explain-zoom-app.ts';
import {findProblem} from './find-problem.ts';
import type {PromptContext} from './terminal-prompts.ts';

type Kind = ZoomCredentials['type'];

/**
 * Asks which kind of Zoom app there is and for its values, checks them with Zoom, and keeps them.
 * Throws a `UserError` when they can't be written.
 */
export function askZoom(options: AskOptions): Promise<AskOutcome> {
	const {settings, store} = options;
	const {apiUrl, oauthUrl} = settings.zoom;
	return askAndKeep<Kind, ZoomCredentials>(
		{
			name: 'Zoom',
			begin(context) {
				noteWhatComesFirst(context, 'Zoom', settings.sources.zoom);
				return askKind(context);
			},
			explain: (kind, context) => {
				explainZoomApp(kind, oauthUrl, context);
			},
			ask: (kind, previous, context) =>
				kind === 'server-to-server'
					? askServerToServer(previous, context)
					: askLegacyJwt(previous, context),
			check: (credentials, signal) =>
				checkZoom(createZoom({credentials, apiUrl, oauthUrl}), signal),
			keep: credentials =>
				store.keep('zoom', withUnusualAddresses({credentials, apiUrl, oauthUrl})),
		},
		options,
	);
}

/** The credentials, with the addresses only where they are not Zoom's usual ones. */
export function withUnusualAddresses({
	credentials,
	apiUrl,
	oauthUrl,
}: ZoomSettings & {readonly credentials: ZoomCredentials}): StoredZoom {
	return {
		credentials,
		...(apiUrl !== usualAddresses.zoomApi && {apiUrl}),
		...(oauthUrl !== usualAddresses.zoomOauth && {oauthUrl}),
	};
}

async function askKind(context: PromptContext): Promise<Kind | undefined> {
	const choice = await select(
		{
			message: 'Which kind of Zoom app do you have, or want to make?',
			choices: [
				{
					value: 'server-to-server',
					name: 'Server-to-Server OAuth',
					description: 'For an owner or administrator of the Zoom account. Takes five minutes.',
				},
				{
					value: 'legacy-jwt',
					name: 'Legacy JWT (API key and secret)',
					description:
						'Zoom ended this kind in September 2023: only for an account or a gateway that still takes it.',
				},
				{value: 'back', name: 'Go back'},
			],
		},
		context,
	);
	return choice === 'back' ? undefined : choice;
}

async function askServerToServer(
	previous: ZoomCredentials | undefined,
	context: PromptContext,
): Promise<ZoomCredentials> {
	const former = previous?.type === 'server-to-server' ? previous : undefined;
	const accountId = await askValue(
		{
			message: 'Account ID:',
			isSecret: false,
			previous: former?.accountId,
			findProblem: value => findProblem(value, 'account ID'),
		},
		context,
	);
	const clientId = await askValue(
		{
			message: 'Client ID:',
			isSecret: false,
			previous: former?.clientId,
			findProblem: value => findProblem(value, 'client ID', {'account ID': accountId}),
		},
		context,
	);
	const clientSecret = await askValue(
		{
			message: 'Client secret:',
			isSecret: true,
			findProblem: value =>
				findProblem(value, 'client secret', {'account ID': accountId, 'client ID': clientId}),
		},
		context,
	);
	return {type: 'server-to-server', accountId, clientId, clientSecret};
}

async function askLegacyJwt(
	previous: ZoomCredentials | undefined,
	context: PromptContext,
): Promise<ZoomCredentials> {
	const apiKey = await askValue(
		{
			message: 'API key:',
			isSecret: false,
			previous: previous?.type === 'legacy-jwt' ? previous.apiKey : undefined,
			findProblem: value => findProblem(value, 'API key'),
		},
		context,
	);
	const apiSecret = await askValue(
		{
			message: 'API secret:',
			isSecret: true,
			findProblem: value => findProblem(value, 'API secret', {'API key': apiKey}),
		},
		context,
	);
	return {type: 'legacy-jwt', apiKey, apiSecret};
}
