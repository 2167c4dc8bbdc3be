import {type IncomingMessage, type ServerResponse, request as sendOn} from 'node:http';
import {text} from 'node:stream/consumers';
import {poisonValue} from './poison.ts';
import {serve, type TestServer} from './serve.ts';

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
	response.end(isJson ? JSON.stringify(poisonValue(JSON.parse(body))) : body);
}
