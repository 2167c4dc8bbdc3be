import {choose} from '../questions/choose.ts';
import type {PromptContext} from '../questions/terminal-prompts.ts';
import {governmentAddresses, usualAddresses} from '../settings/resolve.ts';
import type {ZoomCredentials, ZoomSettings} from '../settings/settings.ts';

export type ZoomAddresses = Pick<ZoomSettings, 'apiUrl' | 'oauthUrl'>;

/** How to sign in, and to which Zoom. */
export type ZoomChoice = ZoomAddresses & {readonly kind: ZoomCredentials['type']};

const commercial: ZoomAddresses = {
	apiUrl: usualAddresses.zoomApi,
	oauthUrl: usualAddresses.zoomOauth,
};
const government: ZoomAddresses = {
	apiUrl: governmentAddresses.zoomApi,
	oauthUrl: governmentAddresses.zoomOauth,
};

/** Asks how to sign in. Undefined: the person goes back. */
export async function askZoomKind(
	{apiUrl, oauthUrl}: ZoomAddresses,
	context: PromptContext,
): Promise<ZoomChoice | undefined> {
	let addresses: ZoomAddresses = {apiUrl, oauthUrl};
	for (;;) {
		const choice = await askOnce(addresses, context);
		switch (choice) {
			case undefined:
			case 'back': {
				return undefined;
			}

			case 'commercial': {
				addresses = commercial;
				break;
			}

			case 'government': {
				addresses = government;
				break;
			}

			default: {
				return {...addresses, kind: choice};
			}
		}
	}
}

function askOnce(addresses: ZoomAddresses, context: PromptContext) {
	const isGovernment = isSame(addresses, government);
	return choose(
		{
			message: isGovernment
				? 'How do you want to sign in to Zoom for Government?'
				: 'How do you want to sign in to Zoom?',
			choices: [
				{
					value: 'user',
					name: 'As myself, in the browser',
					description: 'For your own recordings. No administrator needed.',
				} as const,
				{
					value: 'server-to-server',
					name: 'Server-to-Server OAuth app',
					description:
						'For everybody’s recordings: for an owner or administrator of the Zoom account.',
				} as const,
				{
					value: 'legacy-jwt',
					name: 'Legacy JWT app (API key and secret)',
					description:
						'Zoom ended this kind in September 2023: only for an account or a gateway that still takes it.',
				} as const,
				...otherZoom(addresses),
				{value: 'back', name: 'Go back'} as const,
			],
		},
		context,
	);
}

/** Somebody who has named another host, such as a gateway, is not asked to choose between these. */
function otherZoom(addresses: ZoomAddresses) {
	if (isSame(addresses, commercial)) {
		return [
			{
				value: 'government',
				name: 'I use Zoom for Government',
				description: 'Asks the same for zoomgov.com.',
			} as const,
		];
	}
	return isSame(addresses, government)
		? [
				{
					value: 'commercial',
					name: 'I use the usual Zoom',
					description: 'Asks the same for zoom.us.',
				} as const,
			]
		: [];
}

function isSame(one: ZoomAddresses, other: ZoomAddresses): boolean {
	return one.apiUrl === other.apiUrl && one.oauthUrl === other.oauthUrl;
}
