import {say} from '../questions/say.ts';
import type {PromptContext} from '../questions/terminal-prompts.ts';
import type {ZoomCredentials} from '../settings/settings.ts';
import {
	morePersonalZoomScopes,
	moreZoomScopes,
	personalZoomScopes,
	type ZoomScope,
	zoomScopes,
} from './zoom-scopes.ts';

/** Says where in Zoom's App Marketplace an app is made and its values are found. */
export function explainZoomApp(
	kind: ZoomCredentials['type'],
	oauthUrl: string,
	context: PromptContext,
): void {
	const marketplace = marketplaceOf(oauthUrl);
	say(context, '');
	switch (kind) {
		case 'user': {
			explainPersonal(marketplace, context);
			break;
		}

		case 'server-to-server': {
			explainServerToServer(marketplace, context);
			break;
		}

		case 'legacy-jwt': {
			say(context, 'The key and the secret are on the App Credentials page of the JWT app:');
			say(context, `${marketplace} › Manage › your app`, {indent: 2});
			break;
		}
	}
	say(context, '');
}

function explainPersonal(marketplace: string, context: PromptContext): void {
	const step = (text: string) => {
		say(context, text, {indent: 2});
	};
	say(
		context,
		'An app of your own in Zoom’s App Marketplace, for which you need no administrator:',
	);
	step(`1. ${marketplace} › Develop › Build an App`);
	say(context, 'General App › Create; it is managed by the user', {indent: 5});
	step('2. Basic Information: switch “Use Public Client OAuth” on');
	step('3. OAuth redirect URL, and OAuth allow list:');
	say(context, 'http://127.0.0.1', {indent: 8, style: 'bold'});
	step('4. Scopes › Add Scopes:');
	listScopes([...personalZoomScopes, ...morePersonalZoomScopes], context);
	say(context, 'The Public Client ID is then on the app’s Basic Information page.');
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
	listScopes(zoomScopes, context);
	say(context, 'and for everyone at once, Zoom’s own transcripts and summaries:', {indent: 5});
	listScopes(moreZoomScopes, context);
	step('4. Activation › Activate your app');
	step('5. Your role must allow “View the recording content”');
	say(context, 'The three values are on the app’s App Credentials page.');
}

function listScopes(scopes: readonly ZoomScope[], context: PromptContext): void {
	for (const {name} of scopes) {
		say(context, name, {indent: 8, style: 'bold'});
	}
}

/** Zoom for Government has a Marketplace of its own. */
function marketplaceOf(oauthUrl: string): string {
	const isGovernment = /(?:^|\.)zoomgov\.com$/.test(new URL(oauthUrl).hostname);
	return isGovernment ? 'https://marketplace.zoomgov.com' : 'https://marketplace.zoom.us';
}
