import type {Refusal} from '../http.ts';
import {explainRefusal, readWords, withWords} from './refusals.ts';
import {ZoomError} from './zoom-error.ts';

type Cause = {readonly pattern: RegExp; readonly message: string; readonly hint: string};

const activate = 'Activate it on its Activation page in Zoom’s App Marketplace.';
const deactivated: Cause = {
	pattern: /disabled|deactivat|not activat|inactive|\b4717\b|\b4738\b/i,
	message: 'The Zoom app is deactivated',
	hint: activate,
};

// Zoom's words differ over time; the OAuth error names and numbers are matched as well.
const serverCauses: readonly Cause[] = [
	{
		pattern: /invalid_client|client_?\s?id|client_?\s?secret|\b470[246]\b/i,
		message: 'Zoom does not know this client ID and secret',
		hint: 'Copy both again from the app’s Credentials page, and check that the app is activated.',
	},
	deactivated,
	{pattern: /\b4741\b/, message: 'The Zoom app is deactivated', hint: activate},
	{
		pattern: /unsupported.grant.type|\b4705\b/i,
		message: 'This Zoom app is not a Server-to-Server OAuth app',
		hint: 'Create an app of that kind in Zoom’s App Marketplace; other kinds cannot sign in this way.',
	},
	{
		pattern: /invalid_request|bad request|account/i,
		message: 'Zoom does not accept the account ID',
		hint: 'Copy it again from the app’s Credentials page; it belongs to the same app as the client ID.',
	},
];

const unknownClient: Cause = {
	pattern: /invalid_client|client_?\s?id|client_?\s?secret|unauthorized_client|\b470[246]\b/i,
	message: 'Zoom does not know this public client ID',
	hint: 'Copy the Public Client ID again: it is not the app’s Client ID, and is there once “Use Public Client OAuth” is on.',
};

const codeCauses: readonly Cause[] = [
	unknownClient,
	deactivated,
	{
		pattern: /redirect|\b4709\b/i,
		message: 'Zoom does not know the address that it was to send the browser back to',
		hint: 'Register http://127.0.0.1 in the app: as its OAuth redirect URL, and in the OAuth allow list.',
	},
	{
		pattern: /expired|\b4733\b/i,
		message: 'The sign-in took longer than Zoom allows (5 minutes)',
		hint: 'Sign in again.',
	},
	{
		pattern: /scope|\b4711\b/i,
		message: 'The Zoom app asks for scopes that it does not have',
		hint: 'Check the app’s Scopes page in Zoom’s App Marketplace, then sign in again.',
	},
	{
		pattern: /invalid_grant|authorization code|verifier|\b4734\b|\b4735\b/i,
		message: 'Zoom does not accept what the browser came back with',
		hint: 'Sign in again.',
	},
];

/** Explains why Zoom gave a Server-to-Server app no token. */
export function explainSignInRefusal(refusal: Refusal): ZoomError {
	return explainBy(serverCauses, refusal, 'Check the credentials with `recscribe setup`.');
}

/** Explains why Zoom gave no token for what the browser came back with. */
export function explainCodeRefusal(refusal: Refusal): ZoomError {
	return explainBy(codeCauses, refusal, 'Sign in again with `recscribe setup`.');
}

/** Explains why Zoom no longer renews the sign-in of a person. */
export function explainRefreshRefusal(refusal: Refusal): ZoomError {
	if (isPassing(refusal)) {
		return explainRefusal(refusal);
	}
	const {code, words} = readWords(refusal.data);
	const everything = toText(refusal);
	const cause = [unknownClient, deactivated].find(({pattern}) => pattern.test(everything));
	return cause === undefined
		? signInAgain(withWords('Your sign-in to Zoom has ended', {code, words}), code)
		: explainBy([cause], refusal, cause.hint);
}

/** For a sign-in that is no more. */
export function signInAgain(message: string, zoomCode?: number): ZoomError {
	return new ZoomError(message, {
		code: 'not-set-up',
		zoomCode,
		hint: 'Sign in again with `recscribe setup`.',
	});
}

function explainBy(causes: readonly Cause[], refusal: Refusal, usualHint: string): ZoomError {
	if (isPassing(refusal)) {
		return explainRefusal(refusal);
	}
	const {code, words} = readWords(refusal.data);
	const everything = toText(refusal);
	const cause = causes.find(({pattern}) => pattern.test(everything));
	const details = {code: code ?? refusal.status, words};
	return new ZoomError(withWords(cause?.message ?? 'Zoom refused the sign-in', details), {
		zoomCode: code,
		code: 'not-allowed',
		hint: cause?.hint ?? usualHint,
	});
}

function isPassing({status}: Refusal): boolean {
	return status === 429 || status >= 500;
}

function toText({data}: Refusal): string {
	return `${readWords(data).code ?? ''} ${JSON.stringify(data ?? '')}`;
}
