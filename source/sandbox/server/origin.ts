import {once} from 'node:events';
import {createServer, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import {setTimeout as wait} from 'node:timers/promises';
import {getRequestListener} from '@hono/node-server';
import type {App} from './app.ts';
import {befall} from './befall.ts';
import type {Faults, Service} from './faults.ts';
import {FaultyResponse} from './faulty-response.ts';
import type {Journal} from './journal.ts';

/** A server on the loopback interface, up and with an address, but without anything to say yet. */
export type Origin = {
	/** `http://127.0.0.1:PORT`, without a slash at the end. */
	readonly url: string;
	serve(app: App): void;
	/** Breaks every connection to it. */
	disconnect(): void;
	close(): Promise<void>;
};

export type OriginOptions = {
	readonly service: Service;
	/** 0: a free one. */
	readonly port: number;
	readonly latencyMs: number;
	readonly faults: Faults;
	readonly journal: Journal;
};

/** Rejects with the system's error (`EADDRINUSE`, …) when the port can't be had. */
export async function openOrigin(options: OriginOptions): Promise<Origin> {
	let listener: (request: IncomingMessage, response: FaultyResponse) => Promise<void> = async (
		_request,
		response,
	) => {
		response.writeHead(503).end();
	};
	const server = createServer({ServerResponse: FaultyResponse}, (request, response) => {
		receive(request, response, options, () => listener(request, response)).catch(() =>
			request.socket.destroy(),
		);
	});
	server.listen(options.port, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		serve(app) {
			listener = getRequestListener(app.fetch, {overrideGlobalObjects: false});
		},
		disconnect: () => server.closeAllConnections(),
		async close() {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}

async function receive(
	request: IncomingMessage,
	response: FaultyResponse,
	{service, latencyMs, faults, journal}: OriginOptions,
	handle: () => Promise<void>,
): Promise<void> {
	const entry = journal.write(service, request, response);
	if (latencyMs > 0) {
		await wait(latencyMs, undefined, {ref: false});
	}
	const fault = faults.take(entry);
	await (fault === undefined ? handle() : befall(fault, request, response, handle));
}
