import {type IncomingMessage, type ServerResponse, request as sendOn} from 'node:http';
import {text} from 'node:stream/consumers';
import {terminalTricks} from '../corpora/terminal-tricks.ts';
import {serve, type TestServer} from './serve.ts';

/** Stands behind every trick: where it is seen, poisoned text has come through the cleaning. */
export const poisonMark = '☣';

/** What a client can't do without to the letter: ids, addresses, times, kinds, tokens. */
const toTheLetter =
	/(?:^|_)(?:id|uuid|ids|url|token|type|extension|time|start|end|status|created|completed|from|to|model|models|code|scope|passcode|password|language|timezone|pmi)$/;

/**
 * Stands before a service and puts terminal tricks into every text of its answers. `url` is the
 * service's own address, with the path that it has.
 */
export async function poison(url: string): Promise<TestServer> {
	const {origin, pathname} = new URL(url);
	const server = await serve((request, response) => void pass(origin, request, response));
	return {...server, url: `${server.url}${pathname === '/' ? '' : pathname}`};
}

async function pass(
	origin: string,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const {method, headers} = request;
	const sent = sendOn(new URL(request.url ?? '/', origin), {
		method,
		headers: {...headers, host: new URL(origin).host, 'accept-encoding': 'identity'},
	});
	sent.on('error', () => response.destroy());
	sent.on('response', answer => void passBack(answer, response));
	request.pipe(sent);
}

async function passBack(answer: IncomingMessage, response: ServerResponse): Promise<void> {
	const {'content-length': _, ...headers} = answer.headers;
	response.writeHead(answer.statusCode ?? 500, headers);
	const body = await text(answer);
	const isJson = headers['content-type']?.startsWith('application/json') === true && body !== '';
	response.end(isJson ? JSON.stringify(poisonValue(JSON.parse(body), '')) : body);
}

let count = 0;

function poisonValue(value: unknown, name: string): unknown {
	if (Array.isArray(value)) {
		return value.map(item => poisonValue(item, name));
	}
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			// By that, Zoom's token would lead past the proxy.
			Object.entries(value)
				.filter(([key]) => key !== 'api_url')
				.map(([key, inner]) => [key, poisonValue(inner, key)]),
		);
	}
	if (typeof value !== 'string' || toTheLetter.test(name)) {
		return value;
	}
	count++;
	const trick = terminalTricks[count % terminalTricks.length]?.bytes ?? '';
	return `${value}${poisonMark}${trick}`;
}
