import {mkdtempSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {type Library, type NewJob, openLibrary} from '../../source/library/library.ts';
import {safeText} from '../../source/safe-text.ts';

const newJob: NewJob = {
	meeting: {
		uuid: '/abc//==',
		number: '81234567890',
		topic: safeText('Budget review'),
		start: '2026-11-24T09:00:00.000Z',
		durationMinutes: 48,
	},
	recordingFileId: 'file',
	request: {audio: 'stream', speechModels: ['universal-2'], speakerLabels: true},
};

let folder: string;
let library: Library;

beforeEach(() => {
	folder = path.join(mkdtempSync(path.join(tmpdir(), 'recscribe-library-')), 'data');
	library = openLibrary(folder);
});

afterEach(() => {
	library.close();
});

test('is for its owner alone', () => {
	expect(statSync(folder).mode & 0o777).toBe(0o700);
	expect(statSync(path.join(folder, 'library.db')).mode & 0o777).toBe(0o600);
});

test('keeps what each step of a job adds', () => {
	const job = library.addJob(newJob);
	library.updateJob(job.id, {stage: 'submitting', audioUrl: 'https://cdn.example/1'});
	library.updateJob(job.id, {stage: 'waiting', transcriptId: 'remote'});
	const other = openLibrary(folder);
	expect(other.listJobs()).toEqual([
		{
			...job,
			stage: 'waiting',
			audioUrl: 'https://cdn.example/1',
			transcriptId: 'remote',
			updatedAt: expect.any(Number),
		},
	]);
	other.close();
});

test('keeps a response byte for byte, together with the end of its job', async () => {
	const job = library.addJob(newJob);
	const rawJson = '{"text":"Grüße 👋","odd":  1.0}';
	await library.keepTranscript(job, 'remote', rawJson);
	expect(await library.readResponse('remote')).toBe(rawJson);
	expect(library.listJobs()[0]).toMatchObject({stage: 'completed', transcriptId: 'remote'});
	expect(library.findTranscriptOfMeeting('/abc//==')).toMatchObject({
		id: 'remote',
		meeting: newJob.meeting,
		request: newJob.request,
	});
	expect(library.findTranscriptOfMeeting('other')).toBeUndefined();
	expect(await library.readResponse('other')).toBeUndefined();
});

test('newest first', async () => {
	const first = library.addJob(newJob);
	const second = library.addJob(newJob);
	await library.keepTranscript(first, 'one', '{}');
	await library.keepTranscript(second, 'two', '{}');
	expect(library.listJobs().map(({id}) => id)).toEqual([second.id, first.id]);
	expect(library.listTranscripts().map(({id}) => id)).toEqual(['two', 'one']);
});

test('refuses the library of a newer Recscribe and leaves it alone', () => {
	library.close();
	const database = new DatabaseSync(path.join(folder, 'library.db'));
	database.exec('PRAGMA user_version = 999');
	database.close();
	expect(() => openLibrary(folder)).toThrow('made by a newer Recscribe');
	library = openLibrary(path.join(folder, 'another'));
});

test('says which folder can’t be used', () => {
	expect(() => openLibrary(path.join(folder, 'library.db', 'inside'))).toThrow(
		/library\.db.* can't be opened/,
	);
});
