import {describe, expect, onTestFinished, test} from 'vitest';
import * as z from 'zod';
import type {RecordedMeeting} from '../../source/sandbox/sandbox.ts';
import {openSettingsStore} from '../../source/settings/store.ts';
import {type Caller, createCaller} from './caller.ts';

async function open(): Promise<Caller> {
	const caller = await createCaller();
	onTestFinished(() => caller.close());
	return caller;
}

/** What the default is: the sound of each segment. */
function soundOf({files}: RecordedMeeting): readonly string[] {
	return files.filter(({fileType}) => fileType === 'M4A').map(({id}) => id);
}

function sent({sandbox}: Caller): readonly (string | undefined)[] {
	return sandbox.submissions.map(({recordingFileId}) => recordingFileId);
}

const turns = z.array(z.object({start: z.number(), speaker: z.string().nullable()}));
const results = z.tuple([
	z.object({
		status: z.literal('completed'),
		transcriptId: z.string(),
		recordingFiles: z.array(z.object({id: z.string(), transcriptId: z.string()})),
		transcript: z.object({utterances: turns}),
	}),
]);

describe('--segments', () => {
	test('brings a recording that was stopped and started again as one transcript', async () => {
		const caller = await open();
		const meeting = caller.sandbox.world.find('several-segments');
		const {stdout, exitCode} = await caller.run([
			...['transcribe', meeting.uuid, '--segments', '--json'],
		]);
		expect(exitCode).toBe(0);
		const [{transcriptId, recordingFiles, transcript}] = results.parse(JSON.parse(stdout));
		expect(recordingFiles.map(({id}) => id)).toEqual(soundOf(meeting));
		expect(transcriptId).toBe(recordingFiles[0]?.transcriptId);
		expect(sent(caller).toSorted()).toEqual(soundOf(meeting).toSorted());
		const {utterances} = transcript;
		expect(utterances.length).toBeGreaterThan(10);
		for (const {index, start, end} of meeting.segments) {
			const own = utterances.filter(({speaker}) => speaker?.startsWith(String(index + 1)));
			const times = own.map(turn => meeting.start.getTime() + turn.start);
			expect(times.length).toBeGreaterThan(3);
			expect(times.every(time => time >= start.getTime() && time < end.getTime())).toBe(true);
		}
	});

	test('is one delivery, and costs nothing the second time', async () => {
		const caller = await open();
		const {uuid} = caller.sandbox.world.find('several-segments');
		const commandLine = ['transcribe', uuid, '--segments', '--output', 'notes/'];
		const {stderr} = await caller.run(commandLine);
		expect(stderr.match(/^✓ /gm)).toHaveLength(1);
		const again = await caller.run([...commandLine.slice(0, 3), '--output', '-']);
		expect(again).toMatchObject({exitCode: 0, stderr: ''});
		expect(again.stdout).toMatch(/^\[0:\d\d\] Speaker 1A: /);
		expect(again.stdout).toMatch(/^\[1:\d\d:\d\d\] Speaker 3[A-D]: /m);
		expect(sent(caller)).toHaveLength(3);
	});

	test('fails as a whole when one is missing, and then sends only what is missing', async () => {
		const caller = await open();
		const {sandbox} = caller;
		const {uuid, files} = sandbox.world.find('several-segments');
		const last = files.findLast(({fileType}) => fileType === 'M4A');
		const fault = sandbox.inject(
			{service: 'zoom', path: `/rec/download/${last?.downloadKey}`, times: 99},
			{type: 'answer', status: 404},
		);
		const commandLine = ['transcribe', uuid, '--segments'];
		const failed = await caller.run(commandLine);
		expect(failed).toMatchObject({stdout: '', exitCode: 1});
		expect(failed.stderr).toMatch(/✗ Zoom does not have this file any more/);
		expect(sent(caller)).toHaveLength(2);
		fault.remove();
		expect(await caller.run(commandLine)).toMatchObject({
			exitCode: 0,
			stdout: expect.stringContaining('Speaker 3A'),
		});
		expect(sent(caller)).toHaveLength(3);
	});

	test('of a recording in one piece is that piece', async () => {
		const caller = await open();
		const {uuid} = caller.sandbox.world.find('first-choice');
		const {stdout, exitCode} = await caller.run(['transcribe', uuid, '--segments']);
		expect(exitCode).toBe(0);
		expect(stdout).toMatch(/^\[0:02\] Speaker A: Okay, it's half past/);
	});
});

describe('--file', () => {
	test('sends that file alone, once, whatever else of the meeting was sent', async () => {
		const caller = await open();
		const meeting = caller.sandbox.world.find('several-segments');
		const [first, second = ''] = soundOf(meeting);
		await caller.run(['transcribe', meeting.uuid]);
		expect(sent(caller)).toEqual([first]);
		const commandLine = ['transcribe', meeting.uuid, '--file', second];
		const {stdout, exitCode} = await caller.run(commandLine);
		expect(exitCode).toBe(0);
		expect(stdout).toMatch(/^\[0:\d\d\] Speaker A: /);
		expect(stdout).not.toMatch(/Speaker \d/);
		expect((await caller.run(commandLine)).stdout).toBe(stdout);
		// Nor when it would be sent differently now.
		await openSettingsStore(caller.environment.configFolder).keep('preferences', {
			speechModels: ['universal-2'],
		});
		expect((await caller.run(commandLine)).stdout).toBe(stdout);
		expect(sent(caller)).toEqual([first, second]);
		await caller.run([...commandLine, '--again']);
		expect(sent(caller)).toEqual([first, second, second]);
	});

	test('takes the sound of participants, which does not stand for the meeting', async () => {
		const caller = await open();
		const meeting = caller.sandbox.world.find('participant-audio');
		const [first = '', second = ''] = meeting.participantFiles.map(({id}) => id);
		const listed = await caller.run(['meetings', meeting.uuid, '--json']);
		expect(listed.stdout).toContain(first);
		const both = ['transcribe', meeting.uuid, '--file', first, '--file', second, '--json'];
		const {stdout} = await caller.run(both);
		const [{recordingFiles, transcript}] = results.parse(JSON.parse(stdout));
		expect(recordingFiles.map(({id}) => id).toSorted()).toEqual([first, second].toSorted());
		const {utterances} = transcript;
		expect(new Set(utterances.map(({speaker}) => speaker))).toEqual(new Set(['1A', '2A']));
		const starts = utterances.map(({start}) => start);
		expect(starts).toEqual(starts.toSorted((a, b) => a - b));
		const everybody = await caller.run(['transcribe', meeting.uuid]);
		expect(everybody.stdout).toMatch(/^\[0:\d\d\] Speaker A: .*\n\[0:\d\d\] Speaker B: /);
		expect(sent(caller)).toHaveLength(3);
	});

	test.each([
		['has no file nope', 'nope', 1],
		['has no sound', 'timeline', 1],
	])('says what is wrong with an id: %s', async (message, id, exitCode) => {
		const caller = await open();
		const {uuid, files} = caller.sandbox.world.find('several-segments');
		const found = files.find(({recordingType}) => recordingType === id)?.id ?? id;
		const result = await caller.run(['transcribe', uuid, '--file', found]);
		expect(result).toMatchObject({stdout: '', exitCode});
		expect(result.stderr).toContain(message);
		expect(result.stderr).toMatch(/\n {2}.*recscribe meetings MEETING/);
		expect(sent(caller)).toHaveLength(0);
	});

	test.each([
		['two meetings', ['a==', 'b==', '--file', 'x']],
		['--segments', ['a==', '--file', 'x', '--segments']],
	])('does not go with %s', async (_, commandLine) => {
		const caller = await open();
		const result = await caller.run(['transcribe', ...commandLine]);
		expect(result).toMatchObject({stdout: '', exitCode: 2});
		expect(result.stderr).toContain('--file');
		expect(caller.sandbox.requests).toHaveLength(0);
	});
});
