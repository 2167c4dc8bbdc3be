import {describe, expect, test, vi} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {safeText} from '../../source/safe-text.ts';
import {keys} from '../support/keys.ts';
import {patience} from '../support/patience.ts';
import {type OpenedApp, openMeetings, sizes} from './open-app.tsx';
import {meeting, opened} from './things.ts';

const budget = meeting('Budget review', 1);
const launch = meeting('Launch party', 2);

type Size = {readonly columns?: number; readonly rows?: number};

/** Opens it with the budget review put in line, and followed. */
async function openFollowed(size: Size = {}): Promise<OpenedApp> {
	const app = await openMeetings([budget, launch], size);
	await app.press(keys.enter);
	await app.waitFor('0 of 1 done');
	return app;
}

/** Opens it with both of them put in line. */
async function openBoth(size: Size = {}): Promise<OpenedApp> {
	const app = await openMeetings([budget, launch], size);
	await app.press('a', keys.enter);
	await app.waitFor('0 of 2 done');
	return app;
}

function complete(app: OpenedApp, which: typeof budget): void {
	const transcript = opened(which);
	app.services.transcripts.push(transcript);
	app.services.jobs.progress(which.topic, {
		stage: 'completed',
		transcriptId: transcript.record.id,
	});
}

function words(app: OpenedApp): string {
	return app.screen().replaceAll(/\s+/g, ' ');
}

describe.each(sizes)('at $columns×$rows', size => {
	test('every stage is told as it comes, and the transcript opens by itself', async () => {
		const app = await openFollowed(size);
		const {jobs} = app.services;
		expect(app.screen()).toMatch(/Budget review +in line +0:00/);
		expect(app.frameFaults()).toEqual([]);
		jobs.progress('Budget review', {stage: 'fetching'});
		await app.waitFor(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] Budget review .*asking Zoom for the audio/);
		jobs.progress('Budget review', {
			stage: 'uploading',
			sentBytes: 21_000_000,
			totalBytes: 42_000_000,
		});
		await app.waitFor(/━{6}─{6} 21 MB of 42 MB/);
		expect(app.frameFaults()).toEqual([]);
		jobs.progress('Budget review', {
			stage: 'uploading',
			sentBytes: 21_000_000,
			totalBytes: undefined,
		});
		await app.waitFor('sending 21 MB');
		jobs.progress('Budget review', {stage: 'submitting'});
		await app.waitFor('handing over');
		jobs.progress('Budget review', {stage: 'waiting', status: 'queued'});
		await app.waitFor('in line at AssemblyAI');
		jobs.progress('Budget review', {stage: 'waiting', status: 'processing'});
		await app.waitFor(/Budget review +transcribing/);
		expect(app.rows()[0]).toMatch(/1 transcribing$/);
		complete(app, budget);
		await app.waitFor('Can you hear me?');
		expect(app.rows()[0]).not.toContain('1 transcribing');
		expect(app.frameFaults()).toEqual([]);
		await app.press(keys.escape);
		expect(app.screen()).toMatch(/Budget review .* transcribed/);
	});

	test('a job that fails says what happened and what to do, and t tries again', async () => {
		const app = await openFollowed(size);
		app.services.jobs.progress('Budget review', {
			stage: 'failed',
			error: new UserError('AssemblyAI’s account has no balance left', {
				hint: 'Add credit on its dashboard, then try again.',
			}),
		});
		await app.waitFor(/✗ Budget review +failed/);
		expect(words(app)).toContain(
			'✗ AssemblyAI’s account has no balance left Add credit on its dashboard, then try again.',
		);
		expect(app.rows().at(-1)).toContain('t try again');
		expect(app.frameFaults()).toEqual([]);
		await app.press('t');
		await app.waitFor('1 of 2 done');
		app.services.jobs.progress('Budget review', {stage: 'fetching'});
		await app.waitFor('asking Zoom for the audio');
	});
});

test('the transcript of a second try opens by itself too', async () => {
	const app = await openFollowed();
	app.services.jobs.progress('Budget review', {stage: 'failed', error: new UserError('No')});
	await app.waitFor('✗ No');
	await app.press('t');
	complete(app, budget);
	await app.waitFor('Can you hear me?');
});

test('a mistake of the program’s own is said as well', async () => {
	const app = await openFollowed();
	app.services.jobs.progress('Budget review', {stage: 'failed', error: new TypeError('oh dear')});
	await app.waitFor('✗ oh dear');
});

test('what is worth knowing about a job stands under the list', async () => {
	const app = await openFollowed();
	app.services.jobs.remark('Budget review', 'The recording has 3 segments; this is number 2.');
	await app.waitFor('3 segments');
});

test('with several jobs none opens by itself; Enter opens the one under the cursor', async () => {
	const app = await openBoth();
	complete(app, launch);
	await app.waitFor('1 of 2 done');
	expect(app.rows().at(-1)).toContain('x cancel');
	await app.press(keys.down);
	expect(app.rows()).toContainEqual(expect.stringMatching(/^❯ +✓ Launch party +done/));
	expect(app.rows().at(-1)).toContain('Enter open');
	await app.press(keys.enter);
	await app.waitFor('Launch party ›');
	await app.press(keys.escape);
	expect(app.screen()).toContain('1 of 2 done');
});

test('x gives one up, and only that', async () => {
	const app = await openBoth();
	await app.press(keys.down, 'x');
	await app.waitFor(/– Launch party +cancelled/);
	expect(app.screen()).toMatch(/Budget review +in line/);
	await app.press('t');
	await app.waitFor('1 of 3 done');
});

test('leaving it leaves the jobs alone, and coming back finds them', async () => {
	const app = await openBoth();
	await app.press(keys.escape);
	app.services.jobs.progress('Budget review', {stage: 'fetching'});
	expect(app.rows()[0]).toContain('2 transcribing');
	await app.press('J');
	await app.waitFor('asking Zoom for the audio');
	expect(app.services.jobs.isClosed()).toBe(false);
	await app.press('q');
	expect(await app.waitUntilExit()).toEqual({type: 'quit'});
	expect(app.services.jobs.isClosed()).toBe(true);
});

test('jobs can be filtered by their topic', async () => {
	const app = await openBoth();
	await app.press('/', ...'launch');
	expect(app.screen()).not.toContain('Budget');
	expect(app.screen()).toMatch(/\/launch/);
});

test('a line that was paused says why, and goes on by a key', async () => {
	const app = await openBoth();
	app.services.jobs.pause(
		new UserError('AssemblyAI’s balance is negative', {hint: 'Add credit there.'}),
	);
	await app.waitFor('! Paused, nothing is lost: AssemblyAI’s balance is negative');
	expect(app.screen()).toContain('Add credit there.');
	expect(app.rows()[0]).toContain('paused');
	expect(app.frameFaults()).toEqual([]);
	await app.press('c');
	await app.waitFor(/^(?!.*Paused)/s);
	expect(app.rows()[0]).not.toContain('paused');
});

test('how long it may take is said, as the estimate that it is', async () => {
	const app = await openBoth();
	app.services.jobs.remaining = {remainingMs: 180_000, basis: 'past'};
	app.services.jobs.progress('Budget review', {stage: 'waiting', status: 'processing'});
	await app.waitFor(/Budget review .*transcribing ~3 min left/);
	expect(app.screen()).toContain('0 of 2 done · ~3 min left');
	expect(app.screen()).toContain('~ is an estimate, by your own past transcriptions.');
});

test('what AssemblyAI has of a cancelled job can be deleted', async () => {
	const app = await openFollowed();
	await app.press('x');
	await app.waitFor('cancelled');
	expect(app.screen()).not.toContain('Press D');
	app.services.jobs.submitted('Budget review', 'remote');
	await app.waitFor('Press D to delete it there');
	await app.press('D');
	await app.waitFor('! Budget review: AssemblyAI’s copy is deleted.');
	expect(app.services.jobs.deleted).toEqual(['job 1']);
});

test('a copy that can’t be deleted is said', async () => {
	const app = await openBoth();
	complete(app, budget);
	app.services.jobs.deleteRemoteOf = async () => {
		throw new UserError('AssemblyAI can’t be reached', {hint: 'Check the network.'});
	};
	await app.waitFor('1 of 2 done');
	await app.press('D');
	await app.waitFor('! AssemblyAI can’t be reached. Check the network.');
});

test('earlier ones can be looked at, and tried again', async () => {
	const app = await openBoth();
	const [first] = app.services.jobs.snapshot();
	if (first === undefined) {
		throw new Error('There is no job');
	}

	app.services.jobs.earlier = [
		{
			...first.job,
			id: 'old',
			stage: 'failed',
			meeting: {...first.job.meeting, topic: safeText('Kick-off')},
			error: {
				code: 'service',
				message: safeText('Download error'),
				hint: safeText('Try another file.'),
			},
		},
	];
	await app.press('h');
	await app.waitFor(/Kick-off +failed/);
	expect(app.screen()).toContain('0 of 2 done');
	await app.press('G');
	await app.waitFor('✗ Download error');
	await app.press('h');
	expect(app.screen()).not.toContain('Kick-off');
});

test('the terminal is told how far they are, and when the last one has ended', async () => {
	const app = await openBoth();
	const isTitle = (title: string) => () => app.written().includes(`\u001B]2;${title}\u0007`);
	await vi.waitUntil(isTitle('0/2 recscribe › transcribing'), patience);
	complete(app, budget);
	await vi.waitUntil(isTitle('1/2 recscribe › transcribing'), patience);
	expect(app.written()).not.toContain('transcribed\u0007');
	app.services.jobs.progress('Launch party', {stage: 'failed', error: new UserError('No sound')});
	await app.waitFor('2 of 2 done, 1 failed');
	await vi.waitUntil(isTitle('recscribe › transcribing'), patience);
	expect(app.written()).toContain('1 of 2 transcribed, 1 failed\u0007');
});
