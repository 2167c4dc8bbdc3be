import {pipeline} from 'node:stream/promises';
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import type {Context} from 'hono';
import {readByteRange} from '../media/byte-range.ts';
import type {ReadMedia} from '../media/bytes.ts';
import {type Bindings, createApp} from '../server/app.ts';
import type {FoundFile} from '../world/world.ts';
import type {ZoomAccount} from './account.ts';
import {openFile, type ServedFile} from './served-file.ts';
import {isSigned} from './signed-url.ts';

/** The second server, where the files are: signed addresses only, and no credential may come here. */
export function createMediaHost(account: ZoomAccount, readMedia: ReadMedia) {
	const app = createApp();
	app.on(['GET', 'HEAD'], '/cmr/replay/:key', async context => {
		if (context.req.header('authorization') !== undefined) {
			return forbid(context, 'Only one auth mechanism allowed; remove the Authorization header.');
		}
		if (!isSigned(new URL(context.req.url), account)) {
			return forbid(context, 'Access denied');
		}
		const found = account.world.findDownload(context.req.param('key'));
		return found === undefined ? context.notFound() : send(context, found, account, readMedia);
	});
	return app;
}

async function send(
	context: Context<Bindings>,
	found: FoundFile,
	account: ZoomAccount,
	readMedia: ReadMedia,
): Promise<Response> {
	const file = openFile(found, account.world, readMedia);
	const wanted = account.hasRanges ? context.req.header('range') : undefined;
	const range = readByteRange(wanted, file.sizeBytes);
	const {outgoing, incoming} = context.env;
	const common = {
		'content-type': file.contentType,
		'content-disposition': `attachment; filename="${file.name}"`,
		...(account.hasRanges ? {'accept-ranges': 'bytes'} : {}),
	};
	if (range.type === 'unsatisfiable') {
		outgoing.writeHead(416, {...common, 'content-range': `bytes */${file.sizeBytes}`}).end();
		return RESPONSE_ALREADY_SENT;
	}
	const [start, end] = range.type === 'part' ? [range.start, range.end] : [0, file.sizeBytes];
	outgoing.writeHead(range.type === 'part' ? 206 : 200, {
		...common,
		'content-length': end - start,
		...(range.type === 'part'
			? {'content-range': `bytes ${start}-${end - 1}/${file.sizeBytes}`}
			: {}),
	});
	if (incoming.method === 'HEAD') {
		outgoing.end();
	} else {
		await pipe(file, start, end, context);
	}
	return RESPONSE_ALREADY_SENT;
}

async function pipe(
	file: ServedFile,
	start: number,
	end: number,
	{env: {outgoing}}: Context<Bindings>,
): Promise<void> {
	try {
		await pipeline(file.read(start, end), outgoing);
	} catch {
		// The client has gone away: that is its right, and the pipeline has cleaned up.
	}
}

function forbid(context: Context, message: string): Response {
	return context.body(
		`<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`,
		403,
		{'content-type': 'application/xml'},
	);
}
