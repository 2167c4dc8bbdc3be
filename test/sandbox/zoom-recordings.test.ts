import {expect, test} from 'vitest';
import {startSandbox} from '../../source/sandbox/sandbox.ts';
import {askZoom, type Body, getToken} from './plain-client.ts';
import {sharedSandbox, today} from './shared-sandbox.ts';

const sandbox = sharedSandbox();

async function list(query: string, user = 'me'): Promise<Body> {
	return (await askZoom(sandbox.current, `/users/${user}/recordings?${query}`)).body;
}

function dayOf(date: Date | undefined): string {
	return (date ?? today).toISOString().slice(0, 10);
}

test('without dates, yesterday and today', async () => {
	const body = await list('');
	expect(body).toMatchObject({from: '2026-11-23', to: '2026-11-24', total_records: 1});
	expect(body.meetings[0].topic).toBe('Mobile check-in: ready for the launch?');
});

test('more than a month is cut silently, and the answer says so', async () => {
	expect(await list('from=2026-01-01&to=2026-11-24')).toMatchObject({
		from: '2026-10-25',
		to: '2026-11-24',
	});
	expect(await list('from=2026-10-26&to=2026-11-24')).toMatchObject({from: '2026-10-26'});
	expect(await list('from=2026-01-31&to=2026-03-01')).toMatchObject({from: '2026-01-31'});
});

test.each(['from=2026-02-30&to=2026-03-01', 'from=24.11.2026', 'from=2026-11-24&to=2026-11-01'])(
	'refuses %s',
	async query => {
		const {status, body} = await askZoom(sandbox.current, `/users/me/recordings?${query}`);
		expect([status, body.code]).toEqual([400, 300]);
	},
);

test('the dates are included on both sides, and the oldest comes first', async () => {
	const meetings = sandbox.current.world.meetings.filter(
		({host, start}) => host.firstName === 'Ada' && start.getTime() > Date.parse('2026-10-26'),
	);
	const body = await list(`from=${dayOf(meetings[0]?.start)}&to=${dayOf(meetings.at(-1)?.start)}`);
	expect(body.meetings.map(({uuid}: Body) => uuid)).toEqual(meetings.map(({uuid}) => uuid));
});

test('an empty page has a page size of 0', async () => {
	expect(await list('from=2024-02-01&to=2024-02-10')).toEqual({
		from: '2024-02-01',
		to: '2024-02-10',
		page_count: 0,
		page_size: 0,
		total_records: 0,
		next_page_token: '',
		meetings: [],
	});
});

test('a page token goes with its parameters, for 15 minutes', async () => {
	await using own = await startSandbox({now: today});
	const query = 'from=2026-10-26&to=2026-11-24&page_size=4';
	const ask = (changed: string) => askZoom(own, `/users/me/recordings?${changed}`);
	const first = (await ask(query)).body;
	const token = `&next_page_token=${first.next_page_token}`;
	const second = (await ask(query + token)).body;
	expect(second.meetings[0].uuid).not.toBe(first.meetings[0].uuid);
	const refused = {
		status: 400,
		body: {code: 300, message: 'The next page token is invalid or expired.'},
	};
	expect(await ask(query.replace('26&', '27&') + token)).toMatchObject(refused);
	expect(await ask(query.replace('page_size=4', 'page_size=5') + token)).toMatchObject(refused);
	expect(await ask(`${query}&next_page_token=made-up`)).toMatchObject(refused);
	own.advance(15 * 60_000);
	expect(await ask(query + token)).toMatchObject(refused);
});

test('has neither tokens nor participant audio, and many files', async () => {
	const body = await list('from=2026-11-01');
	for (const meeting of body.meetings) {
		expect(meeting).not.toHaveProperty('download_access_token');
		expect(meeting).not.toHaveProperty('participant_audio_files');
		expect(meeting.recording_count).toBe(meeting.recording_files.length);
	}
	const [newest] = body.meetings.slice(-1);
	expect(newest.recording_files.map((file: Body) => file.recording_type)).toEqual([
		'audio_transcript',
		'shared_screen_with_speaker_view',
		'audio_only',
		'timeline',
		'summary',
		'summary_next_steps',
		'chat_file',
		'closed_caption',
	]);
	const audio = newest.recording_files[2];
	expect(audio.file_size / newest.duration).toBeCloseTo(960_000, -5);
	expect(new URL(newest.recording_files[7].download_url).search).toBe('?type=cc');
});

test.each([
	['stringly-numbers', {id: expect.any(String), type: '2', total_size: expect.any(String)}],
	['no-timezone', {timezone: '', duration: 0}],
	['path-topic', {topic: '../../x'}],
	['emoji-topic', {topic: expect.stringContaining('📸🚢')}],
	['control-characters-topic', {topic: expect.stringContaining('\u001b]0;owned\u0007')}],
	['passcode', {recording_play_passcode: expect.stringMatching(/^\w{10,}$/)}],
] as const)('gives the oddity %s', async (tag, expected) => {
	const {host, start, uuid} = sandbox.current.world.find(tag);
	const body = await list(`from=${dayOf(start)}&to=${dayOf(start)}`, host.id);
	expect(body.meetings.find((meeting: Body) => meeting.uuid === uuid)).toMatchObject(expected);
});

test.each([
	['mp4-only', ['MP4', 'MP4']],
	['processing', ['', '']],
	['unknown-recording-type', expect.arrayContaining(['HOLOGRAM', 'M4A'])],
] as const)('gives the files of %s', async (tag, types) => {
	const {host, start, uuid} = sandbox.current.world.find(tag);
	const body = await list(`from=${dayOf(start)}&to=${dayOf(start)}`, host.id);
	const meeting = body.meetings.find((each: Body) => each.uuid === uuid);
	expect(meeting.recording_files.map((file: Body) => file.file_type)).toEqual(types);
});

test('a recording that was stopped and started has a set of files for each part', async () => {
	const {start} = sandbox.current.world.find('several-segments');
	const body = await list(`from=${dayOf(start)}&to=${dayOf(start)}`);
	const audio = body.meetings[0].recording_files.filter((file: Body) => file.file_type === 'M4A');
	expect(new Set(audio.map((file: Body) => file.recording_start)).size).toBe(3);
});

test('a bare timeline has neither id nor size nor status', async () => {
	const {host, start} = sandbox.current.world.find('bare-timeline');
	const body = await list(`from=${dayOf(start)}&to=${dayOf(start)}`, host.id);
	const timeline = body.meetings[0].recording_files.find(
		(file: Body) => file.file_type === 'TIMELINE',
	);
	expect(Object.keys(timeline).sort()).toEqual([
		'download_url',
		'file_extension',
		'file_type',
		'meeting_id',
		'recording_end',
		'recording_start',
	]);
});

test('what was recorded across midnight is there for both days', async () => {
	const {host, start, segments, uuid} = sandbox.current.world.find('across-midnight');
	const [before, after] = [dayOf(start), dayOf(segments.at(-1)?.end)];
	expect(before).not.toBe(after);
	for (const day of [before, after]) {
		const body = await list(`from=${day}&to=${day}`, host.id);
		expect(body.meetings.map((meeting: Body) => meeting.uuid)).toContain(uuid);
	}
});

test('nobody is found by a name that does not exist', async () => {
	const {status, body} = await askZoom(
		sandbox.current,
		'/users/nobody/recordings',
		await getToken(sandbox.current),
	);
	expect([status, body.code]).toEqual([404, 1001]);
});
