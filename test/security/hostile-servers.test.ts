import type {ServerResponse} from 'node:http';
import {gzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {createAssemblyAI} from '../../source/assemblyai/create-assemblyai.ts';
import {parseTranscript} from '../../source/assemblyai/parse-transcript.ts';
import {UserError} from '../../source/errors.ts';
import {createZoom} from '../../source/zoom/create-zoom.ts';
import {serve} from '../support/serve.ts';

const patience = {backoffMs: 1, timeoutMs: 3000, stallMs: 500};

const clients = {
	Zoom(url: string) {
		const zoom = createZoom({
			credentials: {
				type: 'server-to-server',
				accountId: 'account',
				clientId: 'client',
				clientSecret: 'secret',
			},
			apiUrl: `${url}/v2`,
			oauthUrl: url,
			patience,
		});
		return (signal: AbortSignal) => zoom.getMeeting('uuid', signal);
	},
	AssemblyAI(url: string) {
		const assemblyai = createAssemblyAI({apiKey: 'key', baseUrl: url, patience});
		return (signal: AbortSignal) => assemblyai.listTranscripts(signal).next();
	},
} as const;

const json = {'content-type': 'application/json'};
const token = JSON.stringify({access_token: 'token', expires_in: 3600, api_url: null});

/** What a server that means harm, or has lost its mind, answers with. */
const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
	'a body without an end'(response) {
		response.writeHead(200, json);
		const piece = Buffer.alloc(1 << 20, ' ');
		const write = () => {
			while (!response.destroyed && response.write(piece));
		};
		response.on('drain', write);
		write();
	},
	'a bomb that grows by being unpacked'(response) {
		response
			.writeHead(200, {...json, 'content-encoding': 'gzip'})
			.end(gzipSync(Buffer.alloc(64 << 20, ' ')));
	},
	'data nested a hundred thousand deep': response =>
		response.writeHead(200, json).end('['.repeat(100_000) + ']'.repeat(100_000)),
	'the page of a captive portal': response =>
		response
			.writeHead(200, {'content-type': 'text/html'})
			.end('<html>\u001B]0;owned\u0007Accept our terms</html>'),
	'a picture': response =>
		response.writeHead(200, {'content-type': 'image/png'}).end(Buffer.from([0x89, 0x50, 0, 255])),
	'half of an object': response => response.writeHead(200, json).end('{"transcripts": [{"id"'),
	null: response => response.writeHead(200, json).end('null'),
	'a number': response => response.writeHead(200, json).end('7'),
	'lists where objects belong': response =>
		response.writeHead(200, json).end('{"transcripts": {"0": []}, "recording_files": 7}'),
	nothing: response => response.writeHead(200, json).end(),
	'a redirect to itself': response => response.writeHead(302, {location: '/'}).end(),
	'a redirect to another computer': response =>
		response.writeHead(307, {location: 'http://169.254.169.254/latest/meta-data'}).end(),
	'a refusal with a megabyte of words': response =>
		response.writeHead(400, json).end(JSON.stringify({message: 'x'.repeat(1_000_000), code: 7})),
	'an invention of its own': response => response.writeHead(999).end('?'),
};

describe.each(Object.keys(clients) as ReadonlyArray<keyof typeof clients>)(
	'%s answers with',
	name => {
		test.each(Object.entries(answers))('%s: an error that names it, in time', async (_, answer) => {
			await using server = await serve((request, response) => {
				if (request.url?.startsWith('/oauth/token') === true) {
					response.writeHead(200, json).end(token);
					return;
				}

				answer(response);
			});
			const before = process.memoryUsage().rss;
			const error: unknown = await clients[name](server.url)(AbortSignal.timeout(15_000)).then(
				value => (name === 'AssemblyAI' && isEmpty(value) ? undefined : new Error('It was taken')),
				(thrown: unknown) => thrown,
			);
			if (error !== undefined) {
				expect(error).toBeInstanceOf(UserError);
				expect(String(error)).toContain(name);
				// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
				expect(String(error)).not.toMatch(/[\u0000-\u001F]/);
				expect(String(error).length).toBeLessThan(20_000);
			}

			expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20);
		});
	},
);

function isEmpty(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'done' in value && value.done === true;
}

test('numbers as strings, times that go backwards, doubled and missing things are made the best of', () => {
	const {turns} = parseTranscript(
		JSON.stringify({
			audio_duration: '60',
			utterances: [
				{speaker: 1, start: '5000', end: 3000, text: 'Hello.', words: null},
				{
					speaker: 'A',
					start: -7,
					end: 'soon',
					text: 'Hello.',
					words: [{text: 'Hello.', start: 9e99}],
				},
				{speaker: {}, text: ['no text']},
				null,
			],
		}),
	);
	expect(turns.map(({text}) => text)).toEqual(['Hello.', 'Hello.']);
	for (const {startMs, endMs} of turns) {
		expect(endMs).toBeGreaterThanOrEqual(startMs);
	}
});
