import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {Returned} from './authorization.ts';
import {renderReturnPage} from './return-page.ts';

/** Where the browser comes back to: on this computer, reachable from nowhere else. */
export type RedirectServer = AsyncDisposable & {
	/** `http://127.0.0.1:PORT/` */
	readonly redirectUri: string;
};

/**
 * Waits on a free port of the loopback address for the browser, and tells the person there how it
 * went. Whatever else comes is turned away.
 *
 * @param read Says what the query means.
 * @param onReturned Called when the page is on its way; not for what belongs to no sign-in of ours.
 */
export async function openRedirectServer(
	read: (query: URLSearchParams) => Returned,
	onReturned: (returned: Returned) => void,
): Promise<RedirectServer> {
	const server = createServer((request, response) => {
		const query = readQuery(request, host);
		if (typeof query === 'number') {
			send(response, query, renderReturnPage('not-found'));
			return;
		}
		const returned = read(query);
		switch (returned.status) {
			case 'code': {
				send(response, 200, renderReturnPage('done'), () => onReturned(returned));
				break;
			}

			case 'refused': {
				const {message, hint} = returned.error;
				const page = renderReturnPage('refused', `${message}. ${hint ?? ''}`);
				send(response, 403, page, () => onReturned(returned));
				break;
			}

			case 'foreign': {
				send(response, 400, renderReturnPage('foreign'));
				break;
			}
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
	return {
		redirectUri: `http://${host}/`,
		async [Symbol.asyncDispose]() {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}

/** The query of a request as the browser sends it; the status to turn away every other with. */
function readQuery({method, url = '/', headers}: IncomingMessage, host: string) {
	// A page elsewhere whose name leads here would send its own.
	if (headers.host !== host) {
		return 421;
	}
	const {pathname, searchParams} = new URL(url.replace(/^\/+/, '/'), `http://${host}`);
	if (pathname !== '/') {
		return 404;
	}
	return method === 'GET' ? searchParams : 405;
}

function send(
	response: ServerResponse,
	status: number,
	page: string,
	then: () => void = () => undefined,
): void {
	response.writeHead(status, {
		'content-type': 'text/html; charset=utf-8',
		'content-length': Buffer.byteLength(page),
		'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
		'cache-control': 'no-store',
		'referrer-policy': 'no-referrer',
		connection: 'close',
	});
	// Also for a browser that has gone meanwhile.
	response.once('close', then);
	response.end(page);
}
