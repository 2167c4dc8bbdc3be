import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest';
import {type Caller, createCaller} from '../commands/caller.ts';

let caller: Caller;
const asked: string[] = [];
// It refuses everybody, and remembers whom it was asked for.
const proxy = createServer((request, response) => {
	asked.push(`${request.method} ${request.url}`);
	response.writeHead(502).end();
}).on('connect', (request, socket) => {
	asked.push(`CONNECT ${request.url} ${JSON.stringify(request.headers)}`);
	socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
});

beforeAll(async () => {
	caller = await createCaller();
	await new Promise<void>(resolve => {
		proxy.listen(0, '127.0.0.1', resolve);
	});
});

beforeEach(() => {
	asked.length = 0;
});

afterAll(async () => {
	proxy.close();
	await caller.close();
});

function users(variables: Readonly<Record<string, string>>) {
	const {port} = proxy.address() as AddressInfo;
	const proxyUrl = `http://127.0.0.1:${port}`;
	return caller.run(['users', '--json'], {
		variables: {...caller.variables, HTTPS_PROXY: proxyUrl, HTTP_PROXY: proxyUrl, ...variables},
	});
}

const elsewhere = {
	ZOOM_OAUTH_URL: 'https://zoom.invalid',
	ZOOM_API_URL: 'https://api.zoom.invalid/v2',
};

test('a proxy that the usual variables name is asked, and gets no secret', async () => {
	const {exitCode, stderr} = await users(elsewhere);
	expect(exitCode).toBe(1);
	expect(stderr).toContain('zoom.invalid');
	expect(asked[0]).toMatch(/^CONNECT zoom\.invalid:443 /);
	expect(asked.join()).not.toMatch(/authorization|basic|bearer/i);
});

test('but not for whom NO_PROXY names', async () => {
	expect(await users({...elsewhere, NO_PROXY: 'zoom.invalid'})).toMatchObject({exitCode: 1});
	expect(asked).toEqual([]);
});

test('and not for this computer: the sandbox works on', async () => {
	expect(await users({})).toMatchObject({exitCode: 0});
	expect(asked).toEqual([]);
});

test('certificates are checked, whatever the environment says', async () => {
	const {exitCode, stderr} = await users({NODE_TLS_REJECT_UNAUTHORIZED: '0'});
	expect(exitCode).toBe(2);
	expect(stderr).toContain('NODE_EXTRA_CA_CERTS');
});
