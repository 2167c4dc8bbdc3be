import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** How the stand-in answers; a test changes it as it goes. */
export type Behaviour = {
	clientSecret: string;
	assemblyaiKey: string;
	/** Scopes that the app lacks, in addition to those it has. */
	missingScopes: readonly string[];
	/** Zoom's own "you may not" for recordings. */
	refusesRecordings: boolean;
	/** Added to the `Date` header, in milliseconds. */
	clockOffsetMs: number;
	/** Answers nothing to Zoom's token requests while it is set. */
	isSilent: boolean;
};

export type StandIn = AsyncDisposable & {
	readonly behaviour: Behaviour;
	/** `METHOD /path` of each request. */
	readonly requests: readonly string[];
	readonly url: string;
	readonly apiUrl: string;
};

type Answer = readonly [status: number, body: unknown];

const scopeOf: readonly (readonly [RegExp, string])[] = [
	[/^\/v2\/users\?/, 'user:read:list_users:admin'],
	[/^\/v2\/users\/[^/]+$/, 'user:read:user:admin'],
	[/^\/v2\/users\/[^/]+\/recordings/, 'cloud_recording:read:list_user_recordings:admin'],
	[/^\/v2\/meetings\//, 'cloud_recording:read:list_recording_files:admin'],
];

/** As much of both services as setup asks: a token, a list, a look at one meeting, a key. */
export async function startStandIn(changes: Partial<Behaviour> = {}): Promise<StandIn> {
	const behaviour: Behaviour = {
		clientSecret: 'right-secret',
		assemblyaiKey: 'right-key',
		missingScopes: [],
		refusesRecordings: false,
		clockOffsetMs: 0,
		isSilent: false,
		...changes,
	};
	const requests: string[] = [];
	const server = createServer((request, response) => {
		requests.push(`${request.method} ${request.url}`);
		respond(request, response, behaviour);
	});
	await new Promise<void>(resolve => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const address = server.address();
	const url = `http://127.0.0.1:${isAddressInfo(address) ? address.port : 0}`;
	return {
		behaviour,
		requests,
		url,
		apiUrl: `${url}/v2`,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise(resolve => {
				server.close(resolve);
			});
		},
	};
}

function isAddressInfo(address: string | AddressInfo | null): address is AddressInfo {
	return typeof address === 'object' && address !== null;
}

function respond(request: IncomingMessage, response: ServerResponse, behaviour: Behaviour): void {
	request.resume();
	const {url = '', headers} = request;
	if (url === '/oauth/token' && behaviour.isSilent) {
		return;
	}
	const [status, body] = answer(url, headers.authorization ?? '', behaviour);
	response.writeHead(status, {
		'content-type': 'application/json',
		date: new Date(Date.now() + behaviour.clockOffsetMs).toUTCString(),
	});
	response.end(JSON.stringify(body));
}

function answer(url: string, authorization: string, behaviour: Behaviour): Answer {
	if (url === '/oauth/token') {
		return answerToken(authorization, behaviour);
	}
	if (url.startsWith('/v2/transcript')) {
		return authorization === behaviour.assemblyaiKey
			? [200, {page_details: {limit: 1, result_count: 0}, transcripts: []}]
			: [401, {error: 'Authentication error, API token missing/invalid'}];
	}
	return answerZoom(url, authorization, behaviour);
}

function answerToken(authorization: string, {clientSecret}: Behaviour): Answer {
	const expected = `Basic ${Buffer.from(`client:${clientSecret}`).toString('base64')}`;
	return authorization === expected
		? [200, {access_token: 'access', token_type: 'bearer', expires_in: 3600}]
		: [400, {reason: 'Invalid client_id or client_secret', error: 'invalid_client'}];
}

function answerZoom(url: string, authorization: string, behaviour: Behaviour): Answer {
	if (authorization !== 'Bearer access') {
		return [401, {code: 124, message: 'Invalid access token.'}];
	}
	const scope = scopeOf.find(([pattern]) => pattern.test(url))?.[1] ?? '';
	if (behaviour.missingScopes.includes(scope)) {
		const scopes = `${scope.replace(/:admin$/, '')}, ${scope}`;
		return [
			400,
			{code: 4711, message: `Invalid access token, does not contain scopes:[${scopes}].`},
		];
	}
	if (scope.startsWith('cloud_recording') && behaviour.refusesRecordings) {
		return [200, {code: 200, message: 'You do not have the right permissions'}];
	}
	if (/^\/v2\/users\?.*\bstatus=inactive\b/.test(url)) {
		return [200, {page_size: 0, total_records: 0, next_page_token: '', users: []}];
	}
	if (/^\/v2\/users\?/.test(url)) {
		const users = [{id: 'ada', email: 'ada@example.com', type: 2, status: 'active'}];
		return [200, {page_size: 300, total_records: 12, next_page_token: '', users}];
	}
	if (/^\/v2\/users\/[^/]+$/.test(url)) {
		return [200, {id: 'ada', email: 'ada@example.com', type: 2, status: 'active'}];
	}
	if (/^\/v2\/users\/[^/]+\/recordings/.test(url)) {
		const {searchParams} = new URL(url, 'http://localhost');
		const [from, to] = [searchParams.get('from'), searchParams.get('to')];
		return [200, {from, to, page_size: 0, total_records: 0, next_page_token: '', meetings: []}];
	}
	return [404, {code: 3301, message: 'There is no recording for this meeting.'}];
}
