import {describe, expect, test} from 'vitest';
import {safeText} from '../../source/safe-text.ts';
import {allScopes} from '../../source/sandbox/zoom/scopes.ts';
import {parseZoomTranscript} from '../../source/zoom/zoom-transcript.ts';
import {serve} from '../support/serve.ts';
import {fileAt, meetingOf, zoomAt} from './made-up-meeting.ts';
import {openSandbox} from './sandboxed.ts';

const {signal} = new AbortController();
const vtt = 'WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\nAda Example: Hello.\n';
const twelve = new Date('2026-11-20T12:00:00Z');
const half = new Date('2026-11-20T12:30:00Z');

/** A Zoom with one answer for the transcript or summary endpoint, and one file. */
async function serveAnswer(status: number, answer: object | ((url: string) => object)) {
	const server = await serve((request, response) => {
		if (request.url?.startsWith('/file') === true) {
			response.writeHead(200, {'content-type': 'text/vtt'}).end(vtt);
			return;
		}
		const body = typeof answer === 'function' ? answer(server.url) : answer;
		response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body));
	});
	return {server, zoom: zoomAt(server.url), [Symbol.asyncDispose]: server[Symbol.asyncDispose]};
}

describe('Zoom’s own transcript', () => {
	test('is read from the file beside the sound', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const meeting = await zoom.getMeeting(sandbox.world.find('first-choice').uuid, signal);
		const files = await zoom.readTranscriptFiles(meeting, signal);
		const transcript = parseZoomTranscript(files);
		expect(files).toMatchObject([{offsetMs: 0, vtt: expect.stringMatching(/^WEBVTT/)}]);
		expect(transcript?.source).toBe('zoom');
		expect(transcript?.turns[0]?.speaker).toBe('Ada Moreau');
		expect(sandbox.requests.some(({path}) => path.endsWith('/transcript'))).toBe(false);
	});

	test('is asked for where the recording does not have it', async () => {
		await using opened = await openSandbox({scopes: allScopes});
		const {zoom, sandbox} = opened;
		const meeting = await zoom.getMeeting(sandbox.world.find('mp4-only').uuid, signal);
		const files = await zoom.readTranscriptFiles(meeting, signal);
		expect(files).toMatchObject([{offsetMs: 0, vtt: expect.stringMatching(/^WEBVTT/)}]);
		expect(parseZoomTranscript(files)?.turns.length).toBeGreaterThan(10);
	});

	test('of several segments has the times of the whole', async () => {
		await using opened = await openSandbox({scopes: allScopes});
		const {zoom, sandbox} = opened;
		const meeting = await zoom.getMeeting(sandbox.world.find('several-segments').uuid, signal);
		const files = await zoom.readTranscriptFiles(meeting, signal);
		const starts = sandbox.world
			.find('several-segments')
			.segments.map(({start}) => start.getTime() - meeting.start.getTime());
		expect(starts.length).toBeGreaterThan(1);
		for (const {offsetMs} of files) {
			expect(starts).toContain(offsetMs);
		}
	});

	test('says which of several segments a lone file is of', async () => {
		await using served = await serveAnswer(404, {});
		const meeting = meetingOf({
			files: [
				fileAt(`${served.server.url}/file`, {type: 'TRANSCRIPT', extension: 'VTT', start: half}),
				fileAt(`${served.server.url}/sound`, {start: twelve, end: half}),
			],
		});
		const files = await served.zoom.readTranscriptFiles(meeting, signal);
		expect(files).toEqual([{vtt, offsetMs: 1_800_000}]);
		expect(parseZoomTranscript(files)?.turns[0]).toMatchObject({
			startMs: 1_801_000,
			speaker: 'Ada Example',
			text: 'Hello.',
		});
	});

	test('is there where the endpoint gives an address', async () => {
		await using served = await serveAnswer(200, url => ({
			can_download: true,
			download_url: `${url}/file`,
		}));
		expect(await served.zoom.readTranscriptFiles(meetingOf({}), signal)).toEqual([
			{vtt, offsetMs: 0},
		]);
		expect(served.server.requests).toEqual(['GET /meetings/uuid/transcript', 'GET /file']);
	});

	test.each([
		[404, {code: 3322, message: 'The transcript does not exist.'}],
		[
			200,
			{can_download: false, download_url: null, download_restriction_reason: 'NO_TRANSCRIPT_DATA'},
		],
		[200, {can_download: false, download_url: null, download_restriction_reason: 'UNSUPPORTED'}],
	])('may not exist (%i %o)', async (status, answer) => {
		await using served = await serveAnswer(status, answer);
		const files = await served.zoom.readTranscriptFiles(meetingOf({}), signal);
		expect(files).toEqual([]);
		expect(parseZoomTranscript(files)).toBeUndefined();
	});

	test.each([
		['NOT_READY', 'not-ready'],
		['DELETED_OR_TRASHED', 'not-found'],
		['SOMETHING_NEW', 'not-allowed'],
	])('that can’t be had (%s) says why', async (reason, code) => {
		await using served = await serveAnswer(200, {
			can_download: false,
			download_restriction_reason: reason,
		});
		await expect(served.zoom.readTranscriptFiles(meetingOf({}), signal)).rejects.toMatchObject({
			name: 'ZoomError',
			code,
		});
	});

	test('that Zoom is still working on is not ready', async () => {
		const files = [fileAt(undefined, {type: 'TRANSCRIPT', extension: 'VTT', isReady: false})];
		const request = zoomAt('https://zoom.invalid').readTranscriptFiles(meetingOf({files}), signal);
		await expect(request).rejects.toMatchObject({code: 'not-ready'});
	});
});

describe('Zoom’s summary', () => {
	test('is read from its files', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const meeting = await zoom.getMeeting(sandbox.world.find('first-choice').uuid, signal);
		const summary = await zoom.readSummary(meeting, signal);
		expect(summary?.overview).toContain('Ada Moreau');
		expect(summary?.chapters.length).toBeGreaterThan(1);
		expect(summary?.chapters.every(({startMs, text}) => startMs !== undefined && text !== '')).toBe(
			true,
		);
		expect(summary?.nextSteps.length).toBeGreaterThan(1);
	});

	test('is asked for where the recording does not have it', async () => {
		await using opened = await openSandbox({scopes: allScopes});
		const {zoom, sandbox} = opened;
		const meeting = await zoom.getMeeting(sandbox.world.find('mp4-only').uuid, signal);
		const summary = await zoom.readSummary(meeting, signal);
		expect(summary?.overview).not.toBe('');
		expect(summary?.chapters[0]).toMatchObject({startMs: undefined});
		expect(summary?.nextSteps.length).toBeGreaterThan(0);
	});

	test.each([
		[404, {code: 3001, message: 'Meeting does not exist.'}],
		[404, {code: 3301, message: 'No recording.'}],
		[200, {}],
	])('may not exist (%i %o)', async (status, answer) => {
		await using served = await serveAnswer(status, answer);
		expect(await served.zoom.readSummary(meetingOf({}), signal)).toBeUndefined();
	});

	test('that may not be seen says why', async () => {
		await using served = await serveAnswer(403, {code: 2305, message: 'Sharing is restricted.'});
		await expect(served.zoom.readSummary(meetingOf({}), signal)).rejects.toMatchObject({
			code: 'not-allowed',
			message: expect.stringContaining('Sharing is restricted'),
		});
	});

	test('is taken as it comes, whatever Zoom leaves out or adds', async () => {
		await using served = await serveAnswer(200, {
			summary_content: 'In short.',
			summary_details: [{summary: 'Only text'}, {label: 'Only\u001B[31m label'}],
			next_steps: ['Ada to call', {text: 'Bo to write'}, 7, null, {other: 1}],
		});
		expect(await served.zoom.readSummary(meetingOf({}), signal)).toEqual({
			overview: 'In short.',
			chapters: [
				{label: '', startMs: undefined, text: 'Only text'},
				{label: safeText('Only label'), startMs: undefined, text: ''},
			],
			nextSteps: ['Ada to call', 'Bo to write', '7'],
		});
	});
});
