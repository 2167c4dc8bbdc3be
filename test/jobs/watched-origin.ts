import {createServer, request as forward} from 'node:http';
import type {AddressInfo} from 'node:net';
import {pipeline} from 'node:stream';

export type WatchedOrigin = AsyncDisposable & {
	readonly url: string;
};

/** A server in front of another: tells of each request when it comes, and only then hands it on. */
export async function watchOrigin(
	target: string,
	onRequest: (request: string) => void,
): Promise<WatchedOrigin> {
	const server = createServer((request, response) => {
		onRequest(`${request.method} ${request.url}`);
		const {method, headers} = request;
		const outgoing = forward(new URL(request.url ?? '/', target), {method, headers}, answer => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			pipeline(answer, response, () => undefined);
		});
		// Whoever gives up on one side is given up on the other.
		pipeline(request, outgoing, error => {
			if (error !== null && error !== undefined) {
				response.destroy();
			}
		});
		outgoing.on('error', () => response.destroy());
	});
	await new Promise<void>(resolve => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const {port} = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		async [Symbol.asyncDispose]() {
			const closed = new Promise(resolve => {
				server.close(resolve);
			});
			server.closeAllConnections();
			await closed;
		},
	};
}
