import type {HttpBindings} from '@hono/node-server';
import {type Context, Hono} from 'hono';
import type {ZoomAccount} from './account.ts';
import {checkLegacyJwt} from './legacy-jwt.ts';
import {signMediaUrl} from './signed-url.ts';
import type {TokenCheck} from './tokens.ts';

/** `GET /rec/download/…`: sends those who may on to the file server, and tells others so in odd ways. */
export function createDownloads(account: ZoomAccount) {
	const app = new Hono<{Bindings: HttpBindings}>();
	app.on(['GET', 'HEAD'], '/rec/download/:key', async context => {
		const found = account.world.findDownload(context.req.param('key'));
		if (found === undefined || found.file.status === 'processing') {
			return context.html(page('This recording does not exist.'), 404);
		}
		const token = readToken(context);
		if (token === undefined) {
			// Not a 401: a web page, as if it were the file.
			return context.html(page('Only the host can download this recording.'));
		}
		const state = await check(token, found.meeting.uuid, account);
		if (state === 'expired') {
			// 59 bytes, as people have found in files named .mp4.
			return context.json({status: false, errorCode: 300, errorMessage: 'Forbidden'});
		}
		if (state === 'unknown') {
			return context.json(
				{status: false, errorCode: 124, errorMessage: 'Invalid access token.'},
				401,
			);
		}
		return context.redirect(signMediaUrl(found.file.downloadKey, account), 302);
	});
	return app;
}

function readToken(context: Context): string | undefined {
	const header = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
	return header ?? context.req.query('access_token');
}

async function check(
	token: string,
	meetingUuid: string,
	{tokens, credentials, clock}: ZoomAccount,
): Promise<TokenCheck['state']> {
	const state = tokens.checkForDownload(token, meetingUuid);
	return state === 'unknown' ? checkLegacyJwt(token, credentials, clock) : state;
}

function page(message: string): string {
	return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Error - Zoom</title></head>
<body><h1>${message}</h1><p>Sign in to view this recording, or ask its owner for the passcode.</p></body>
</html>
`;
}
