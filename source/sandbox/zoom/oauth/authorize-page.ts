import type {Context} from 'hono';
import {html} from 'hono/html';
import {createApp} from '../../server/app.ts';
import type {ZoomAccount} from '../account.ts';
import type {CodeRequest, Codes} from './codes.ts';

type Asked = {readonly request: CodeRequest; readonly state: string | undefined};

/**
 * `GET /oauth/authorize`: the page on which somebody allows the app to act for them. Its two links,
 * "Allow" and "Decline", lead back to the app.
 */
export function createAuthorizePages(account: ZoomAccount, codes: Codes) {
	const app = createApp();
	app.get('/oauth/authorize', context => {
		const asked = readRequest(context, account);
		if (typeof asked === 'string') {
			return context.html(errorPage(asked), 400);
		}
		const {search} = new URL(context.req.url);
		return context.html(html`<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Authorize - Zoom (sandbox)</title></head>
<body>
<h1>You are about to allow an app to read your cloud recordings</h1>
<p>This is the sandbox: nobody is asked for a password here.</p>
<p><a id="allow" href="/oauth/allow${search}">Allow</a> <a id="decline" href="/oauth/decline${search}">Decline</a></p>
</body>
</html>`);
	});
	app.get('/oauth/allow', context => {
		const asked = readRequest(context, account);
		return typeof asked === 'string'
			? context.html(errorPage(asked), 400)
			: context.redirect(leadBack(asked, {code: codes.issue(asked.request)}), 302);
	});
	app.get('/oauth/decline', context => {
		const asked = readRequest(context, account);
		return typeof asked === 'string'
			? context.html(errorPage(asked), 400)
			: context.redirect(leadBack(asked, {error: 'access_denied'}), 302);
	});
	return app;
}

/** The request, or what is wrong with it: told on a page, since there is nowhere safe to lead back to. */
function readRequest(context: Context, {credentials}: ZoomAccount): Asked | string {
	const query = context.req.query();
	const {client_id: clientId, redirect_uri: redirectUri, code_challenge: challenge} = query;
	if (clientId !== credentials.publicClientId) {
		return 'Invalid client_id (4,702)';
	}
	if (query['response_type'] !== 'code') {
		return 'Invalid response_type (4,700)';
	}
	if (redirectUri === undefined || !isLoopback(redirectUri)) {
		return `Invalid redirect: ${redirectUri ?? ''} (4,700)`;
	}
	const method = query['code_challenge_method'] ?? 'plain';
	if (challenge === undefined || challenge === '' || (method !== 'S256' && method !== 'plain')) {
		return 'Invalid code_challenge (4,700)';
	}
	return {request: {clientId, redirectUri, challenge, method}, state: query['state']};
}

/** `http://127.0.0.1` is what the app has registered: any port and path, but not `localhost`. */
function isLoopback(address: string): boolean {
	const url = URL.parse(address);
	return url?.protocol === 'http:' && url.hostname === '127.0.0.1';
}

function leadBack({request, state}: Asked, answer: Readonly<Record<string, string>>): string {
	const url = new URL(request.redirectUri);
	for (const [name, value] of Object.entries(answer)) {
		url.searchParams.set(name, value);
	}
	if (state !== undefined) {
		url.searchParams.set('state', state);
	}
	return url.href;
}

function errorPage(message: string) {
	return html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Error - Zoom (sandbox)</title></head>
<body><h1>${message}</h1></body></html>`;
}
