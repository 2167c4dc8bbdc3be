import {createHash} from 'node:crypto';
import {expect, test} from 'vitest';
import {type Sandbox, startSandbox} from '../../source/sandbox/sandbox.ts';
import {askZoom, downloadUrl, fileOf, getToken, signedUrl} from './plain-client.ts';
import {sharedSandbox, today} from './shared-sandbox.ts';

const sandbox = sharedSandbox();
const onlyTheHost = /Only the host can download this recording/;

async function meetingToken(from: Sandbox, uuid: string, ttl = 60): Promise<string> {
	const key = encodeURIComponent(encodeURIComponent(uuid));
	const query = `include_fields=download_access_token&ttl=${ttl}`;
	return (await askZoom(from, `/meetings/${key}/recordings?${query}`)).body.download_access_token;
}

function shortest() {
	const meeting = sandbox.current.world.find('no-timezone');
	return {meeting, audio: fileOf(meeting, 'M4A')};
}

test('redirects to another origin, where the signed address works by itself', async () => {
	const {meeting, audio} = shortest();
	for (const token of [
		await getToken(sandbox.current),
		await meetingToken(sandbox.current, meeting.uuid),
	]) {
		const response = await fetch(downloadUrl(sandbox.current, audio), {
			headers: {authorization: `Bearer ${token}`},
			redirect: 'manual',
		});
		expect(response.status).toBe(302);
		const location = new URL(response.headers.get('location') ?? '');
		expect(location.port).not.toBe(new URL(response.url).port);
		const head = await fetch(location, {method: 'HEAD'});
		expect(head.headers.get('content-type')).toBe('audio/mp4');
		expect(head.headers.get('content-length')).toBe(String(audio.sizeBytes));
	}
});

test('a token in the query works too', async () => {
	const {meeting, audio} = shortest();
	const url = new URL(downloadUrl(sandbox.current, audio));
	url.searchParams.set('access_token', await meetingToken(sandbox.current, meeting.uuid));
	const response = await fetch(url, {method: 'HEAD'});
	expect([response.status, response.headers.get('content-type')]).toEqual([200, 'audio/mp4']);
	expect(sandbox.current.requests.at(-2)?.query['access_token']).toBe('(secret)');
});

test('the second origin fails when a credential comes along', async () => {
	const url = await signedUrl(sandbox.current, shortest().audio);
	const response = await fetch(url, {headers: {authorization: 'Bearer anything'}});
	expect(response.status).toBe(403);
});

test('a signed address is for one file, and for an hour', async () => {
	await using own = await startSandbox({now: today});
	const meeting = own.world.find('first-choice');
	const url = await signedUrl(own, fileOf(meeting, 'M4A'));
	const other = url.replace(fileOf(meeting, 'M4A').downloadKey, fileOf(meeting, 'MP4').downloadKey);
	expect((await fetch(other)).status).toBe(403);
	own.advance(3_599_000);
	expect((await fetch(url, {method: 'HEAD'})).status).toBe(200);
	own.advance(2000);
	expect((await fetch(url, {method: 'HEAD'})).status).toBe(403);
});

test('without a credential, a web page comes in place of the file, with HTTP 200', async () => {
	const response = await fetch(downloadUrl(sandbox.current, shortest().audio));
	expect(response.status).toBe(200);
	expect(response.headers.get('content-type')).toMatch('text/html');
	expect(await response.text()).toMatch(onlyTheHost);
});

test('an expired token gets 59 bytes of JSON', async () => {
	await using own = await startSandbox({now: today});
	const meeting = own.world.find('first-choice');
	const token = await meetingToken(own, meeting.uuid, 60);
	own.advance(61_000);
	const response = await fetch(downloadUrl(own, fileOf(meeting, 'M4A')), {
		headers: {authorization: `Bearer ${token}`},
	});
	expect(response.status).toBe(200);
	expect(response.headers.get('content-type')).toBe('application/json');
	expect(await response.text()).toHaveLength(59);
});

test("another meeting's token does not open a file", async () => {
	const {audio} = shortest();
	const other = sandbox.current.world.find('passcode');
	const token = await meetingToken(sandbox.current, other.uuid);
	const response = await fetch(downloadUrl(sandbox.current, audio), {
		headers: {authorization: `Bearer ${token}`},
	});
	expect(response.status).toBe(401);
});

test('the bytes are always the same, and as many as were promised', async () => {
	const {audio} = shortest();
	const hashes = new Set<string>();
	for (let time = 0; time < 2; time++) {
		const bytes = await (await fetch(await signedUrl(sandbox.current, audio))).bytes();
		expect(bytes).toHaveLength(audio.sizeBytes);
		expect(Buffer.from(bytes).toString('latin1', 4, 12)).toBe('ftypM4A ');
		hashes.add(createHash('sha256').update(bytes).digest('hex'));
	}
	expect(hashes.size).toBe(1);
});

test('parts of a file are the same as in the whole of it', async () => {
	const {audio} = shortest();
	const url = await signedUrl(sandbox.current, audio);
	const whole = Buffer.from(await (await fetch(url)).bytes());
	const size = whole.length;
	for (const [range, start, end] of [
		['bytes=0-9', 0, 10],
		['bytes=60-200', 60, 201],
		['bytes=1048500-2100000', 1_048_500, 2_100_001],
		[`bytes=${size - 5}-`, size - 5, size],
		['bytes=-7', size - 7, size],
		[`bytes=${size - 3}-${size + 50}`, size - 3, size],
	] as const) {
		const response = await fetch(url, {headers: {range}});
		expect(response.status).toBe(206);
		expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${size}`);
		expect(Buffer.from(await response.bytes()).equals(whole.subarray(start, end))).toBe(true);
	}
});

test.each(['bytes=999999999-', 'bytes=-0', 'bytes=10-5'])('can not satisfy %s', async range => {
	const {audio} = shortest();
	const response = await fetch(await signedUrl(sandbox.current, audio), {headers: {range}});
	expect(response.status).toBe(416);
	expect(response.headers.get('content-range')).toBe(`bytes */${audio.sizeBytes}`);
});

test('a server without ranges sends the whole file', async () => {
	await using own = await startSandbox({now: today, hasRanges: false});
	const file = fileOf(own.world.find('first-choice'), 'CHAT');
	const response = await fetch(await signedUrl(own, file), {headers: {range: 'bytes=3-'}});
	expect(response.status).toBe(200);
	expect(response.headers.get('accept-ranges')).toBeNull();
});

test.each([
	['TRANSCRIPT', 'text/vtt', /^WEBVTT\n\n1\n00:00:0\d\.\d{3} --> .+\nAda Moreau: Okay, /],
	['CC', 'text/vtt', /^WEBVTT\n\n1\n00:00:0\d\.\d{3} --> .+\nOkay, /],
	[
		'TIMELINE',
		'application/json',
		/^\{"timeline":\[\{"ts":"00:00:0\d\.\d{3}","users":\[\{"username":"Ada Moreau"/,
	],
	[
		'SUMMARY',
		'application/json',
		/^\{"overall_summary":"Ada Moreau, .*"label":"The offline tickets"/,
	],
	['CHAT', 'text/plain', /^\d\d:\d\d:\d\d\t[^\t]+:\t/],
])('there is a %s file that fits the conversation', async (type, contentType, pattern) => {
	const file = fileOf(sandbox.current.world.find('first-choice'), type);
	const response = await fetch(await signedUrl(sandbox.current, file));
	expect(response.headers.get('content-type')).toBe(contentType);
	expect(await response.text()).toMatch(pattern);
});

test('a file that is still being processed can not be had', async () => {
	const [file] = sandbox.current.world.find('processing').files;
	expect(file).toBeDefined();
	if (file !== undefined) {
		expect((await fetch(downloadUrl(sandbox.current, file))).status).toBe(404);
	}
});
