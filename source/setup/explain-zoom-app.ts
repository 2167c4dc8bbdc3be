import type {ZoomCredentials} from '../settings/settings.ts';
import {say} from './say.ts';
import type {PromptContext} from './terminal-prompts.ts';
import {zoomScopes} from './zoom-scopes.ts';

/** Says where in Zoom's App Marketplace an app is made and its values are found. */
export function explainZoomApp(
	kind: ZoomCredentials['type'],
	oauthUrl: string,
	context: PromptContext,
): void {
	const marketplace = marketplaceOf(oauthUrl);
	say(context, '');
	if (kind === 'legacy-jwt') {
		say(context, 'The key and the secret are on the App Credentials page of the JWT app:');
		say(context, `${marketplace} › Manage › your app`, {indent: 2});
	} else {
		explainServerToServer(marketplace, context);
	}
	say(context, '');
}

function explainServerToServer(marketplace: string, context: PromptContext): void {
	const step = (text: string) => {
		say(context, text, {indent: 2});
	};
	say(context, 'In Zoom’s App Marketplace, as an owner or administrator:');
	step(`1. ${marketplace} › Develop › Build an App`);
	say(context, 'Server-to-Server OAuth App › Create', {indent: 5});
	step('2. Information: a company, a developer’s name and email');
	step('3. Scopes › Add Scopes, these four:');
	for (const {name} of zoomScopes) {
		say(context, name, {indent: 8, style: 'bold'});
	}
	step('4. Activation › Activate your app');
	step('5. Your role must allow “View the recording content”');
	say(context, 'The three values are on the app’s App Credentials page.');
}

/** Zoom for Government has a Marketplace of its own. */
function marketplaceOf(oauthUrl: string): string {
	const isGovernment = /(?:^|\.)zoomgov\.com$/.test(new URL(oauthUrl).hostname);
	return isGovernment ? 'https://marketplace.zoomgov.com' : 'https://marketplace.zoom.us';
}
