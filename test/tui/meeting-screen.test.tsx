import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {safeText} from '../../source/safe-text.ts';
import type {MeetingDetail} from '../../source/zoom/recordings.ts';
import type {Readiness} from '../../source/zoom/wait-until-ready.ts';
import {keys} from '../support/keys.ts';
import {type OpenedApp, openMeetings, sizes} from './open-app.tsx';
import {createPageSource} from './page-source.ts';
import {file, meetingDetail} from './things.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 20, 10, minutes));

/** Stopped and started again, with the sound of one participant, Zoom's transcript and a passcode. */
const workshop = meetingDetail('Workshop', {
	passcode: safeText('s3cret'),
	files: [
		file({id: 'first', start: at(0), end: at(30), sizeBytes: 30_000_000}),
		file({
			id: 'video',
			fileType: safeText('MP4'),
			recordingType: safeText('gallery_view'),
			start: at(0),
			end: at(30),
			sizeBytes: 200_000_000,
		}),
		file({id: 'second', start: at(40), end: at(60), sizeBytes: 20_000_000}),
		file({
			id: 'transcript',
			fileType: safeText('TRANSCRIPT'),
			recordingType: safeText('audio_transcript'),
			start: at(40),
			end: at(60),
			sizeBytes: 12_000,
		}),
	],
	participantAudioFiles: [
		{...file({id: 'ada', sizeBytes: 9_000_000}), fileName: safeText('Audio only - Ada Moreau')},
	],
});

type Size = {readonly columns?: number; readonly rows?: number};

async function openDetails(detail: MeetingDetail, size: Size = {}): Promise<OpenedApp> {
	const app = await openMeetings([detail], size);
	app.services.zoom.getMeeting = async () => detail;
	await app.press('d');
	await app.waitFor('› files');
	return app;
}

const startedFiles = ({services}: OpenedApp) =>
	services.jobs.snapshot().map(({job}) => job.recordingFileId);

describe.each(sizes)('at $columns×$rows', size => {
	test('every file is there with its kind, segment, length and size', async () => {
		const app = await openDetails(workshop, size);
		expect(app.frameFaults()).toEqual([]);
		expect(app.screen()).toContain('passcode s3cret');
		expect(app.screen()).toMatch(/segment 1 · M4A audio only ·.* 30:00 +30 MB/);
		expect(app.screen()).toMatch(/segment 1 · MP4 gallery view +30:00 +200 MB/);
		expect(app.screen()).toMatch(/segment 2 · M4A audio only +20:00 +20 MB/);
		expect(app.screen()).toMatch(/segment 2 · TRANSCRIPT audio trans\S* +20:00 +12 kB/);
		expect(app.screen()).toMatch(/Audio only - Ada Moreau +9\.0 MB/);
		// The cursor is where Enter does the usual.
		expect(app.screen()).toMatch(/❯ +segment 1 · M4A/);
	});
});

test('another file than the usual one can be transcribed', async () => {
	const app = await openDetails(workshop);
	await app.press('j', 'j', keys.enter);
	await app.waitFor('0 of 1 done');
	expect(startedFiles(app)).toEqual(['second']);
});

test('the sound of one participant can be transcribed like any file', async () => {
	const app = await openDetails(workshop);
	await app.press('G', keys.enter);
	await app.waitFor('0 of 1 done');
	expect(startedFiles(app)).toEqual(['ada']);
});

test('of marked files each becomes a job, but for those without sound', async () => {
	const app = await openDetails(workshop);
	await app.press('a');
	expect(app.rows().at(-1)).toContain('Enter transcribe 5');
	await app.press(keys.enter);
	await app.waitFor('0 of 4 done');
	expect(startedFiles(app)).toEqual(['first', 'video', 'second', 'ada']);
});

test('a file without sound starts nothing', async () => {
	const app = await openDetails(workshop);
	await app.press('j', 'j', 'j', keys.enter);
	expect(app.screen()).toContain('❯ segment 2 · TRANSCRIPT');
	expect(startedFiles(app)).toEqual([]);
});

test('the options come first where one wants them, for this file', async () => {
	const app = await openDetails(workshop);
	await app.press('G', 'o');
	await app.waitFor('before the run');
	await app.press(keys.enter);
	await app.waitFor('0 of 1 done');
	expect(startedFiles(app)).toEqual(['ada']);
});

test('Zoom’s transcript and summary are a key away', async () => {
	const app = await openDetails(workshop);
	app.services.zoom.readSummary = async () => undefined;
	await app.press('i');
	await app.waitFor('Zoom made no summary of this meeting');
	await app.press(keys.escape);
	app.services.openZoomTranscript = async () => undefined;
	await app.press('v');
	await app.waitFor('Zoom made no transcript of this meeting');
});

test('a failure says what happened, and r asks again', async () => {
	const app = await openMeetings([workshop]);
	app.services.zoom.getMeeting = async () => {
		throw new UserError('Zoom does not answer', {hint: 'Check the network.'});
	};
	await app.press('d');
	await app.waitFor('✗ Zoom does not answer');
	expect(app.screen()).toContain('Check the network.');
	app.services.zoom.getMeeting = async () => workshop;
	await app.press('r');
	await app.waitFor('passcode');
});

describe('a recording that Zoom is still processing', () => {
	const processing = meetingDetail('Workshop', {
		files: [file({id: 'new', fileType: safeText(''), fileExtension: safeText(''), isReady: false})],
	});

	test('is shown as such in the list and among its files', async () => {
		const app = await openMeetings([processing]);
		expect(app.screen()).toMatch(/Workshop +48 min processing/);
		app.services.zoom.getMeeting = async () => processing;
		await app.press('d');
		await app.waitFor('› files');
		expect(app.screen()).toMatch(/❯.* processing/);
		expect(app.rows().at(-1)).toContain('w wait for it');
	});

	test('is waited for until it is there', async () => {
		const app = await openDetails(processing);
		const looks = createPageSource<Readiness>();
		app.services.zoom.waitUntilReady = (_, signal) => looks.open(signal);
		await app.press('w');
		looks.give({state: 'processing', meeting: processing, nextLookMs: 60_000});
		await app.waitFor('Zoom is still at it; next look in 1:00');
		app.services.zoom.getMeeting = async () => workshop;
		looks.give({state: 'ready', meeting: workshop});
		await app.waitFor('passcode s3cret');
		expect(app.rows().at(-1)).not.toContain('wait');
	});

	test('is no longer waited for by somebody who leaves, or stops', async () => {
		const app = await openDetails(processing);
		const looks = createPageSource<Readiness>();
		app.services.zoom.waitUntilReady = (_, signal) => looks.open(signal);
		await app.press('w');
		await app.waitFor('looking');
		await app.press('w');
		await app.waitFor(/^(?!.*looking)/s);
		expect(looks.isAbandoned()).toBe(true);
		await app.press('w');
		await app.waitFor('looking');
		expect(looks.isAbandoned()).toBe(false);
		await app.press(keys.escape);
		await app.waitFor('newest first');
		expect(looks.isAbandoned()).toBe(true);
	});

	test('that can’t be waited for says why', async () => {
		const app = await openDetails(processing);
		const looks = createPageSource<Readiness>();
		app.services.zoom.waitUntilReady = (_, signal) => looks.open(signal);
		await app.press('w');
		looks.fail(new UserError('Zoom has deleted this recording'));
		await app.waitFor('✗ Zoom has deleted this recording');
	});
});
