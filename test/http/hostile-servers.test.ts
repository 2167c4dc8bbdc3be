import type {ServerResponse} from 'node:http';
import {Readable} from 'node:stream';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {createAssemblyAI} from '../../source/assemblyai/create-assemblyai.ts';
import {parseTranscript} from '../../source/assemblyai/parse-transcript.ts';
import {UserError} from '../../source/errors.ts';
import {createZoom} from '../../source/zoom/create-zoom.ts';
import {serve} from '../support/serve.ts';
import {collect} from '../zoom/sandboxed.ts';

const {signal} = new AbortController();
const patience = {backoffMs: 1, timeoutMs: 5000, stallMs: 5000};
const mebibyte = 2 ** 20;

type Client = {
	readonly service: 'Zoom' | 'AssemblyAI';
	/** What it takes in at most, in bytes. */
	readonly limitBytes: number;
	/** Asks for a list. */
	readonly ask: (url: string, options?: Partial<typeof patience>) => Promise<readonly unknown[]>;
	/** A list of these, as the service sends it. */
	readonly list: (...items: readonly unknown[]) => unknown;
};

const clients: readonly Client[] = [
	{
		service: 'Zoom',
		limitBytes: 64 * mebibyte,
		async ask(url, options) {
			const zoom = createZoom({
				credentials: {type: 'legacy-jwt', apiKey: 'key', apiSecret: 'secret'},
				apiUrl: url,
				oauthUrl: url,
				patience: {...patience, ...options},
			});
			return (await collect(zoom.listUsers(signal))).flatMap(({users}) => users);
		},
		list: (...users) => ({users}),
	},
	{
		service: 'AssemblyAI',
		limitBytes: 16 * mebibyte,
		async ask(baseUrl, options) {
			const assemblyai = createAssemblyAI({
				apiKey: 'key',
				baseUrl,
				patience: {...patience, ...options},
			});
			return (await collect(assemblyai.listTranscripts(signal))).flat();
		},
		list: (...transcripts) => ({transcripts}),
	},
];

const json = {'content-type': 'application/json'};
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

function sendWithoutEnd(response: ServerResponse): void {
	const portion = Buffer.alloc(65_536, ' ');
	const send = (): void => {
		while (!response.destroyed && response.write(portion)) {
			// Until the socket wants a rest.
		}
	};
	response.writeHead(200, json).on('drain', send);
	send();
}

/** A byte now and then, for as long as somebody listens. */
function drip(response: ServerResponse): void {
	response.writeHead(200, json).write('{');
	const timer = setInterval(() => response.write(' '), 10);
	response.on('close', () => clearInterval(timer));
}

describe.each(clients)('$service', ({service, limitBytes, ask, list}) => {
	const bomb = Buffer.alloc(limitBytes + mebibyte, ' ');
	const listed = (text: string) => JSON.stringify(list('x')).replace('"x"', () => text);
	const answers: Readonly<
		Record<string, readonly [answer: (response: ServerResponse) => void, message: string]>
	> = {
		'a stream without end': [sendWithoutEnd, 'is larger than the'],
		'a gzip bomb': [
			response =>
				response.writeHead(200, {...json, 'content-encoding': 'gzip'}).end(gzipSync(bomb)),
			'is larger than the',
		],
		'a brotli bomb': [
			response =>
				response
					.writeHead(200, {...json, 'content-encoding': 'br'})
					.end(brotliCompressSync(bomb, {params: {1: 1}})),
			'is larger than the',
		],
		'the sign-in page of a network': [
			response =>
				response.writeHead(200, {'content-type': 'text/html'}).end('<html>Welcome, guest</html>'),
			'answered with something other than data (text/html)',
		],
		'a redirect to itself': [
			response => response.writeHead(302, {location: '/'}).end(),
			'sent the request on to another address',
		],
		'brackets 100,000 deep': [
			response => response.writeHead(200, json).end(nested(100_000)),
			'answer holds more than can be read: more than 100 levels',
		],
		'brackets 100,000 deep where a list belongs': [
			response => response.writeHead(200, json).end(listed(nested(100_000))),
			'answer holds more than can be read: more than 100 levels',
		],
		'brackets as deep as it is read': [
			response => response.writeHead(200, json).end(listed(nested(90))),
			'answer is not as expected',
		],
		'a list of nothing, as long as an answer may be': [
			response => response.writeHead(200, json).end(listed(`${'0,'.repeat(limitBytes / 2 - 20)}0`)),
			'answer holds more than can be read: more than 500000 values',
		],
		'nothing at all': [response => response.writeHead(200, json).end(), 'other than data'],
		'half of it': [
			response => response.writeHead(200, json).end('{"users":[{"id":"a"'),
			'other than data',
		],
		'entries that are none': [
			response => response.writeHead(200, json).end(JSON.stringify(list(null, 7, 'x'))),
			'answer is not as expected',
		],
		'an entry without an id': [
			response => response.writeHead(200, json).end(JSON.stringify(list({status: 'x'}))),
			'answer is not as expected|neither id nor email',
		],
		'a status that HTTP does not have': [
			response => response.writeHead(999, json).end('{}'),
			'problem of its own',
		],
		'escape sequences for a reason': [
			response =>
				response
					.writeHead(400, json)
					.end(
						JSON.stringify({code: 300, message: '\u001B]0;x\u0007\u202Eno', error: '\u009B2Jno'}),
					),
			'no',
		],
	};

	test.each(Object.keys(answers))(
		'%s: the error says whose it is, and nothing hangs',
		async name => {
			const [answer, message] = answers[name] ?? [() => undefined, ''];
			await using server = await serve((_, response) => answer(response));
			const error: unknown = await ask(server.url).catch((reason: unknown) => reason);
			expect(error).toBeInstanceOf(UserError);
			const said = error instanceof UserError ? `${error.message} ${error.hint}` : '';
			expect(said).toContain(service);
			expect(said).toMatch(new RegExp(message.replaceAll(/[()]/g, '\\$&')));
			expect(said).not.toMatch(/\p{C}/u);
			expect(server.requests.length).toBeLessThanOrEqual(2);
		},
	);

	test('a byte now and then is given up in time', async () => {
		await using server = await serve((_, response) => drip(response));
		await expect(ask(server.url, {timeoutMs: 100})).rejects.toMatchObject({
			code: 'network',
			message: expect.stringContaining(service),
		});
		expect(server.requests.length).toBeLessThanOrEqual(6);
	});

	test('the same entry a thousand times is one, with numbers as strings and what makes no sense left out', async () => {
		const entry = {
			id: 'a',
			email: 'ada@example.com',
			status: 'completed',
			created: '+275760-09-13T00:00:00Z',
			total_records: '1e999',
		};
		await using server = await serve((_, response) => {
			response.writeHead(200, json).end(JSON.stringify(list(...Array(1000).fill(entry))));
		});
		expect(await ask(server.url)).toHaveLength(1);
	});
});

describe('a transcript of ten million words', () => {
	const word = '{"text":"so"},';
	const portion = word.repeat(100_000);

	function* answer() {
		yield '{"status":"completed","words":[';
		for (let count = 0; count < 100; count++) {
			yield portion;
		}

		yield '{}]}';
	}

	test('that is small enough to be taken in is not read, and the error says whose it is', async () => {
		await using server = await serve((_, response) => {
			Readable.from(answer()).pipe(response.writeHead(200, json));
		});
		const assemblyai = createAssemblyAI({apiKey: 'key', baseUrl: server.url, patience});
		await expect(assemblyai.getTranscript('a', signal)).rejects.toMatchObject({
			code: 'service',
			message: expect.stringMatching(
				/^AssemblyAI’s answer holds more than can be read: more than /,
			),
		});
		expect(server.requests).toHaveLength(1);
	});

	test('is no transcript where it is found in the library', () => {
		expect(() => parseTranscript([...answer()].join(''))).toThrow('not a transcript');
	});
});

test('a transcript whose times go backwards, end before they start and are no numbers is read in order', () => {
	const times = [5000, -1, '900', 'NaN', null, 1e308, {}, 3000, '1e999', 100];
	const words = times.map((start, index) => ({
		text: `w${index}`,
		start,
		end: times.at(-index),
		confidence: index % 2 === 0 ? '0.5' : 7,
	}));
	const utterances = words.map(word => ({...word, speaker: 'A', words: [word, ...words]}));
	for (const answer of [{words}, {utterances}, {utterances, words, audio_duration: '-1e400'}]) {
		const {turns, durationMs} = parseTranscript(JSON.stringify(answer));
		const starts = turns.map(({startMs}) => startMs);
		expect(starts).toEqual(starts.toSorted((a, b) => a - b));
		expect(turns.every(({startMs, endMs}) => endMs >= startMs)).toBe(true);
		expect(Number.isSafeInteger(durationMs)).toBe(true);
	}
});
