import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {safeText} from '../../source/safe-text.ts';
import type {MeetingPage} from '../../source/zoom/zoom.ts';
import {keys} from '../support/keys.ts';
import {type OpenedApp, openDates, openMeetings, sizes} from './open-app.tsx';
import {file, meeting, opened, unfinishedMeeting} from './things.ts';

const budget = meeting('Budget review', 1, {durationMinutes: 10, totalSizeBytes: 10_000_000});
const launch = meeting('Launch party', 2, {durationMinutes: 90, totalSizeBytes: 90_000_000});
const talk = meeting('A talk', 3);

function page(meetings: MeetingPage['meetings'], windowsDone: number): MeetingPage {
	return {
		meetings,
		searched: {from: '2026-10-26', to: '2026-11-24'},
		windowsDone,
		windowsTotal: 3,
	};
}

function words(app: OpenedApp): string {
	return app.screen().replaceAll(/\s+/g, ' ');
}

/** Topics from top to bottom. */
function topics(app: OpenedApp): readonly string[] {
	return app
		.rows()
		.flatMap(row => /^[❯ ][✓ ]\w{3} \d\d \w{3,4} \d\d:\d\d +(.*?) {2,}/.exec(row)?.[1] ?? []);
}

describe.each(sizes)('at $columns×$rows', size => {
	test('meetings arrive while one looks, and the cursor stays on its meeting', async () => {
		const app = await openDates(size);
		await app.press(keys.enter);
		await app.waitFor(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] Asking Zoom for recordings of /);
		expect(app.frameFaults()).toEqual([]);
		app.services.meetings.give(page([], 1));
		await app.waitFor(/\(1\s+of 3\s+windows\)/);
		app.services.meetings.give(page([launch, talk], 2));
		await app.waitFor(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] 2 meetings, newest first · asked 2 of 3 windows/);
		await app.press(keys.down);
		app.services.meetings.give(page([budget], 3));
		await app.waitFor('3 meetings');
		expect(topics(app)).toEqual(['Budget review', 'Launch party', 'A talk']);
		expect(app.rows()).toContainEqual(expect.stringMatching(/^❯.* A talk /));
		app.services.meetings.end();
		await app.waitFor(/^ 3 meetings, newest first$/m);
		expect(app.frameFaults()).toEqual([]);
	});

	test('no meetings: what was asked, and what to do', async () => {
		const app = await openDates(size);
		await app.press(keys.enter);
		app.services.meetings.give(page([], 3));
		app.services.meetings.end();
		await app.waitFor('no cloud recordings');
		expect(words(app)).toMatch(/Ada Moreau has no cloud recordings of .*\d{4} /);
		expect(words(app)).toContain('Zoom was asked in 3 windows and listed none.');
		expect(words(app)).toContain('Press Esc for other days, or r to ask again.');
		expect(app.frameFaults()).toEqual([]);
		await app.press('r');
		await app.waitFor('Asking Zoom for recordings');
	});

	test('a failure says what happened and what to do, and r asks again', async () => {
		const app = await openDates(size);
		await app.press(keys.enter);
		app.services.meetings.fail(
			new UserError('Zoom does not let this app list recordings', {
				hint: 'Add the scope cloud_recording:read:list_user_recordings:admin to the app.',
			}),
		);
		await app.waitFor('✗ Zoom does not let this app list recordings');
		expect(words(app)).toContain('cloud_recording:read:list_user_recordings:admin');
		expect(app.frameFaults()).toEqual([]);
		await app.press('r');
		await app.waitFor('Asking Zoom for recordings');
		app.services.meetings.give(page([budget], 3));
		await app.waitFor('Budget review');
	});

	test('a failure half way leaves what has arrived, and says why there is no more', async () => {
		const app = await openDates(size);
		await app.press(keys.enter);
		app.services.meetings.give(page([budget, launch], 1));
		await app.waitFor('2 meetings');
		app.services.meetings.fail(new UserError('Zoom is down', {hint: 'Try again in an hour.'}));
		await app.waitFor('✗ Zoom is down');
		expect(words(app)).toContain('Try again in an hour.');
		expect(topics(app)).toEqual(['Budget review', 'Launch party']);
		expect(words(app)).toContain('Press r to ask for the rest.');
		expect(app.frameFaults()).toEqual([]);
	});

	test('the list scrolls with the cursor, by page and to both ends', async () => {
		const many = Array.from({length: 60}, (_, index) => meeting(`Talk ${index + 1}`, index));
		const app = await openMeetings(many, size);
		const shown = topics(app).length;
		expect(shown).toBeGreaterThan(8);
		expect(shown).toBeLessThanOrEqual(size.rows - 4);
		await app.press(keys.pageDown);
		expect(app.rows()).toContainEqual(expect.stringMatching(`^❯.* Talk ${shown} `));
		await app.press(keys.pageUp, keys.ctrlD, keys.ctrlU, keys.down);
		expect(app.rows()).toContainEqual(expect.stringMatching(/^❯.* Talk 2 /));
		await app.press('G');
		expect(app.rows()).toContainEqual(expect.stringMatching(/^❯.* Talk 60 /));
		expect(topics(app)).toHaveLength(shown);
		await app.press('g');
		expect(app.rows()).toContainEqual(expect.stringMatching(/^❯.* Talk 1 /));
		expect(app.frameFaults()).toEqual([]);
	});
});

test('the cursor stands on the newest meeting that can be transcribed', async () => {
	const app = await openMeetings([unfinishedMeeting('Just now'), budget, launch]);
	expect(app.rows()).toContainEqual(expect.stringMatching(/^ {2}.* Just now .* processing$/));
	expect(app.rows()).toContainEqual(expect.stringMatching(/^❯.* Budget review .* audio$/));
	await app.press(keys.enter);
	await app.waitFor('transcribing');
	expect(app.services.jobs.snapshot().map(({job}) => job.meeting.topic)).toEqual(['Budget review']);
});

test('a detail says what there is of the meeting and what it would cost', async () => {
	const video = file({
		id: 'video',
		fileType: safeText('MP4'),
		fileExtension: safeText('MP4'),
		recordingType: safeText('gallery_view'),
		sizeBytes: 200_000_000,
	});
	const chat = file({
		id: 'chat',
		fileType: safeText('CHAT'),
		recordingType: safeText('chat_file'),
		sizeBytes: 512,
	});
	const app = await openMeetings([meeting('Budget review', 1, {files: [video, chat, file()]})]);
	expect(words(app)).toContain('48 min · meeting 123456789');
	expect(words(app)).toContain(
		'M4A audio only 42 MB · MP4 gallery view 200 MB · CHAT chat file 512 B',
	);
	expect(words(app)).toMatch(/transcribing it costs about \$0\.1\d \(prices of \d{4}-\d\d\)/);
});

test('a meeting without a topic can still be read of', async () => {
	const app = await openMeetings([meeting('', 1, {uuid: 'untitled'})]);
	expect(topics(app)).toEqual(['(no topic)']);
});

test('s goes through the orders', async () => {
	const app = await openMeetings([budget, launch, talk]);
	const orders = [topics(app)];
	for (const said of ['oldest first', 'longest first', 'by topic', 'newest first']) {
		await app.press('s');
		expect(app.screen()).toContain(said);
		orders.push(topics(app));
	}

	expect(orders).toEqual([
		['Budget review', 'Launch party', 'A talk'],
		['A talk', 'Launch party', 'Budget review'],
		['Launch party', 'A talk', 'Budget review'],
		['A talk', 'Budget review', 'Launch party'],
		['Budget review', 'Launch party', 'A talk'],
	]);
});

test('the filter looks at topics and days while one types', async () => {
	const app = await openMeetings([budget, launch, talk]);
	await app.press('/', ...'PARTY');
	expect(topics(app)).toEqual(['Launch party']);
	expect(app.screen()).toMatch(/\/PARTY +1 meeting/);
	await app.press(keys.escape);
	expect(topics(app)).toHaveLength(3);
	await app.press('/', ...'nothing like it', keys.enter);
	expect(app.services.jobs.snapshot()).toEqual([]);
});

describe('marks', () => {
	test('add up, and Enter transcribes what is marked', async () => {
		const app = await openMeetings([budget, launch, talk]);
		await app.press(' ', ' ');
		expect(app.screen()).toContain('2 marked: 1 h 40 min, about $0.28');
		expect(app.rows()[0]).not.toContain('transcribing');
		expect(app.rows().at(-1)).toContain('Enter transcribe 2');
		await app.press(keys.enter);
		await app.waitFor('0 of 2 done');
		expect(app.rows()[0]).toContain('2 transcribing');
		await app.press(keys.escape);
		expect(app.screen()).not.toContain('marked:');
	});

	test('all that are shown, and none', async () => {
		const app = await openMeetings([budget, launch, talk]);
		await app.press('a');
		expect(app.screen()).toContain('3 marked');
		await app.press('A');
		expect(app.screen()).not.toContain('marked');
	});

	test('what has a transcript is not sent again with the rest', async () => {
		const app = await openMeetings([budget, launch]);
		app.services.transcripts.push(opened(budget));
		await app.press('a', keys.enter);
		await app.waitFor('of 1 done');
		expect(app.services.jobs.snapshot().map(({job}) => job.meeting.topic)).toEqual([
			'Launch party',
		]);
	});
});

test('a meeting that has a transcript opens it; R sends it again', async () => {
	const program = await openDates();
	program.services.transcripts.push(opened(budget));
	program.services.meetings.give(page([budget], 3));
	program.services.meetings.end();
	await program.press(keys.enter);
	await program.waitFor(/Budget review .* transcribed/);
	await program.press(keys.enter);
	await program.waitFor('Can you hear me?');
	expect(program.services.jobs.snapshot()).toEqual([]);
	await program.press(keys.escape, 'R');
	await program.waitFor('0 of 1 done');
	expect(program.services.jobs.snapshot()).toHaveLength(1);
});

test('the jobs of this session can be looked at from here', async () => {
	const app = await openMeetings([budget, launch]);
	expect(app.rows().at(-1)).not.toContain('jobs');
	await app.press(keys.enter);
	await app.waitFor('0 of 1 done');
	await app.press(keys.escape);
	expect(app.rows().at(-1)).toContain('J jobs');
	await app.press('J');
	expect(app.screen()).toContain('0 of 1 done');
});

test('going back and in again finds the same meetings, asked for once', async () => {
	const app = await openMeetings([budget, launch]);
	await app.press(keys.down, keys.escape, keys.enter);
	expect(app.rows()).toContainEqual(expect.stringMatching(/^❯.* Launch party /));
	expect(app.services.meetings.openings()).toBe(1);
});
