import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {type Library, type NewJob, openLibrary} from '../../source/library/library.ts';
import {migrations} from '../../source/library/schema.ts';
import {safeText} from '../../source/safe-text.ts';

const newJob: NewJob = {
	meeting: {
		uuid: 'meeting',
		number: '81234567890',
		topic: safeText('Budget review'),
		start: '2026-11-24T09:00:00.000Z',
		durationMinutes: 48,
	},
	recordingFileId: 'file',
	request: {audio: 'stream', speechModels: [], speakerLabels: true},
};

let folder: string;
let library: Library;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'recscribe-corrections-'));
	library = openLibrary(folder);
});

afterEach(() => {
	library.close();
});

async function keep(id: string, texts: readonly string[]): Promise<void> {
	const {engine} = library;
	const job = {...newJob, recordingFileId: id};
	const enqueued = await engine.enqueue(job, {again: true});
	await engine.claim('worker', 'early');
	await engine.complete('worker', enqueued.status === 'transcribed' ? '' : enqueued.job.id, {
		id,
		rawJson: '{}',
		turns: texts.map((text, index) => ({speaker: 'A', startMs: index * 1000, text})),
		model: undefined,
		language: undefined,
		audioSeconds: 60,
		processingMs: undefined,
		costUsd: undefined,
	});
}

const correct = (id: string, turn: number, heard: string, text: string) =>
	library.correctTurn(id, {turn, heard: safeText(heard), text: safeText(text)});
const found = (text: string) =>
	library.search({text}).map(({transcriptId, turn}) => `${transcriptId} ${turn}`);

test('the newest correction of each turn is what is read, also by the next run', async () => {
	await keep('one', ['a kubernets', 'b', 'c']);
	correct('one', 2, 'c', 'third');
	correct('one', 0, 'a kubernets', 'a Cubernetes');
	correct('one', 0, 'a kubernets', 'a Kubernetes');
	library.close();
	library = openLibrary(folder);
	expect(library.readCorrections('one')).toEqual([
		{turn: 0, heard: 'a kubernets', text: 'a Kubernetes'},
		{turn: 2, heard: 'c', text: 'third'},
	]);
	expect(library.readCorrections('two')).toEqual([]);
});

test('the search follows, there and back', async () => {
	await keep('one', ['a kubernets', 'b']);
	correct('one', 0, 'a kubernets', 'a Cubernetes');
	correct('one', 0, 'a kubernets', 'a Kubernetes');
	expect(found('kubernets')).toEqual([]);
	expect(found('Kubernetes')).toEqual(['one 0']);
	expect(library.undoCorrection(['one'])).toEqual({transcriptId: 'one', turn: 0});
	expect(found('Cubernetes')).toEqual(['one 0']);
	library.undoCorrection(['one']);
	expect(found('kubernets')).toEqual(['one 0']);
	expect(found('Cubernetes')).toEqual([]);
	expect(library.readCorrections('one')).toEqual([]);
	expect(library.undoCorrection(['one'])).toBeUndefined();
});

test('of several transcripts the newest correction is taken back, and no other', async () => {
	await keep('one', ['a']);
	await keep('two', ['a']);
	correct('two', 0, 'a', 'x');
	correct('one', 0, 'a', 'y');
	expect(library.undoCorrection(['one', 'two'])).toEqual({transcriptId: 'one', turn: 0});
	expect(library.undoCorrection(['one'])).toBeUndefined();
	expect(library.readCorrections('two')).toHaveLength(1);
});

test('a transcript that is kept anew is searched as it was corrected, one that is deleted is gone', async () => {
	await keep('one', ['a kubernets', 'b']);
	correct('one', 0, 'a kubernets', 'a Kubernetes');
	correct('one', 1, 'b', 'second');
	await keep('one', ['a kubernets', 'another']);
	expect(found('Kubernetes')).toEqual(['one 0']);
	// What the second turn says now is not what was corrected.
	expect(found('another')).toEqual(['one 1']);
	library.deleteTranscript('one');
	expect(library.readCorrections('one')).toEqual([]);
	expect(found('Kubernetes')).toEqual([]);
});

test('a library from before corrections takes them', async () => {
	library.close();
	folder = mkdtempSync(path.join(tmpdir(), 'recscribe-corrections-'));
	const old = new DatabaseSync(path.join(folder, 'library.db'));
	for (const statements of migrations.slice(0, 2)) {
		old.exec(statements);
	}

	old.exec("INSERT INTO turns (transcript_id, turn, start_ms, text) VALUES ('one', 0, 0, 'hello')");
	old.exec('PRAGMA user_version = 2');
	old.close();
	library = openLibrary(folder);
	correct('one', 0, 'hello', 'goodbye');
	expect(library.readCorrections('one')).toHaveLength(1);
});
