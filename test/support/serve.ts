import {createServer, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';

export type TestServer = AsyncDisposable & {
	readonly url: string;
	/** `GET /path?query` of every request so far. */
	readonly requests: readonly string[];
};

/** A server on loopback that answers as one test wants it to; `count` is 1 for the first request. */
export async function serve(
	answer: (...args: [...Parameters<RequestListener>, count: number]) => void,
): Promise<TestServer> {
	const requests: string[] = [];
	const server = createServer((request, response) => {
		requests.push(`${request.method} ${request.url}`);
		answer(request, response, requests.length);
	});
	await new Promise<void>(resolve => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const {port} = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		requests,
		async [Symbol.asyncDispose]() {
			const closed = new Promise(resolve => {
				server.close(resolve);
			});
			server.closeAllConnections();
			await closed;
		},
	};
}
