import {
	chmodSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {DatabaseSync} from 'node:sqlite';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import type {NewTranscript} from '../../source/library/job-engine.ts';
import {type Library, type NewJob, openLibrary} from '../../source/library/library.ts';
import {LibraryError} from '../../source/library/library-error.ts';
import {toFullTextQuery} from '../../source/library/search-query.ts';
import {safeText} from '../../source/safe-text.ts';
import {remoteDeletedAt} from '../jobs/working.ts';

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

function transcript(id: string, texts: readonly string[] = [], rawJson = '{}'): NewTranscript {
	return {
		id,
		rawJson,
		turns: texts.map((text, index) => ({speaker: 'A', startMs: index * 1000, text})),
		model: 'universal-2',
		language: 'en',
		audioSeconds: 60,
		processingMs: 5000,
		costUsd: 0.1,
	};
}

let folder: string;
let library: Library;

beforeEach(() => {
	folder = path.join(mkdtempSync(path.join(tmpdir(), 'recscribe-library-')), 'data');
	library = openLibrary(folder);
});

afterEach(() => {
	library.close();
});

async function addJob(number: number, file = 'file'): Promise<string> {
	const job = {...newJob, recordingFileId: `${file} ${number}`};
	const enqueued = await library.engine.enqueue(job, {again: false});
	if (enqueued.status === 'transcribed') {
		throw new Error('It is transcribed already');
	}

	return enqueued.job.id;
}

async function keep(number: number, kept: NewTranscript): Promise<string> {
	const id = await addJob(number);
	await library.engine.claim('worker', 'early');
	await library.engine.complete('worker', id, kept);
	return id;
}

test('everything is for its owner alone, the log included', async () => {
	await addJob(1);
	expect(statSync(folder).mode & 0o777).toBe(0o700);
	const modes = readdirSync(folder).map(name => statSync(path.join(folder, name)).mode & 0o777);
	expect(modes).toHaveLength(3);
	expect(new Set(modes)).toEqual(new Set([0o600]));
});

test.skipIf(process.platform === 'win32')(
	'rights that were too wide are mended, and it is said',
	() => {
		library.close();
		const file = path.join(folder, 'library.db');
		chmodSync(folder, 0o777);
		chmodSync(file, 0o644);
		library = openLibrary(folder);
		const modes = [folder, file].map(place => (statSync(place).mode & 0o777).toString(8));
		expect(modes).toEqual(['700', '600']);
		expect(library.notices).toEqual([
			`Others could read this, which is mended now (mode 700): ${folder}`,
			`Others could read this, which is mended now (mode 600): ${file}`,
		]);
	},
);

test('keeps a response byte for byte, together with the end of its job', async () => {
	const rawJson = '{"text":"Grüße 👋","odd":  1.0}';
	const id = await keep(1, transcript('remote', [], rawJson));
	expect(await library.readResponse('remote')).toBe(rawJson);
	expect(await library.engine.find(id)).toMatchObject({
		stage: 'completed',
		transcriptId: 'remote',
		reservedUsd: 0.1,
	});
	expect(library.findTranscriptOfMeeting('/abc//==')).toMatchObject({
		id: 'remote',
		meeting: newJob.meeting,
		request: newJob.request,
		model: 'universal-2',
		audioSeconds: 60,
	});
	expect(library.findTranscriptOfMeeting('other')).toBeUndefined();
	expect(await library.readResponse('other')).toBeUndefined();
	library.markRemoteDeleted('remote');
	expect(remoteDeletedAt(library.findTranscript('remote'))).toEqual(expect.any(Number));
	expect(await library.engine.pastTimes()).toEqual([{audioSeconds: 60, processingMs: 5000}]);
});

test('a participant’s transcript is that of a file, and not that of the meeting', async () => {
	await keep(1, transcript('everybody'));
	const alone = {
		...newJob,
		recordingFileId: 'ada',
		meeting: {...newJob.meeting, participantFile: safeText('Audio only - Ada')},
	};
	const enqueued = await library.engine.enqueue(alone, {again: false});
	await library.engine.claim('worker', 'early');
	await library.engine.complete(
		'worker',
		'job' in enqueued ? enqueued.job.id : '',
		transcript('ada'),
	);
	const {uuid} = newJob.meeting;
	expect(library.findTranscriptOfMeeting(uuid)?.id).toBe('everybody');
	expect(library.findTranscriptOfFile(uuid, 'ada')?.id).toBe('ada');
	expect(library.findTranscriptOfFile(uuid, 'file 1')?.id).toBe('everybody');
	expect(library.findTranscriptOfFile('other', 'ada')).toBeUndefined();
});

test('newest first', async () => {
	const ids = [await keep(1, transcript('one')), await keep(2, transcript('two'))];
	expect((await library.engine.list()).map(({id}) => id)).toEqual(ids.toReversed());
	expect(library.listTranscripts().map(({id}) => id)).toEqual(['two', 'one']);
});

test('remembers how speakers are called', async () => {
	await keep(1, transcript('one'));
	library.nameSpeaker('one', 'A', 'Ada\u001B[31m Lovelace');
	library.nameSpeaker('one', 'B', 'Grace');
	library.nameSpeaker('one', 'B', undefined);
	expect(library.readSpeakerNames('one')).toEqual(new Map([['A', 'Ada Lovelace']]));
});

describe('the search for what was said', () => {
	beforeEach(async () => {
		await keep(1, transcript('one', ['We need a budget.', 'Grüße aus der Küche']));
		await keep(
			2,
			transcript('two', ['The budgets are a need we have', '"quoted" OR not: c++ a*b']),
		);
	});

	const find = (typed: string) =>
		library.search({text: typed}).map(hit => `${hit.transcriptId} ${hit.turn}`);

	test.each([
		['budget', ['one 0']],
		['BUDG*', ['one 0', 'two 0']],
		['"need a"', ['one 0']],
		['need we', ['one 0', 'two 0']],
		['GRUßE kuche', ['one 1']],
		['nothing', []],
		['"', []],
		['--- *', []],
		['OR', ['two 1']],
		['text:budget', []],
		['quoted c++', ['two 1']],
		['NEAR(budget', []],
		["'; DROP TABLE turns", []],
	])('%s', (typed, hits) => {
		expect(find(typed).toSorted()).toEqual(hits);
	});

	test('shows the place', () => {
		expect(library.search({text: 'kuche'})).toEqual([
			{
				transcriptId: 'one',
				turn: 1,
				speaker: 'A',
				startMs: 1000,
				snippet: [
					{text: 'Grüße aus der ', isMatch: false},
					{text: 'Küche', isMatch: true},
				],
			},
		]);
	});

	test('finds a transcript once, however often it was kept', async () => {
		const job = await library.engine.enqueue(newJob, {again: true});
		await library.engine.claim('worker', 'early');
		const id = job.status === 'transcribed' ? '' : job.job.id;
		await library.engine.complete('worker', id, transcript('one', ['Only elephants']));
		expect(find('budget')).toEqual([]);
		expect(find('elephants')).toEqual(['one 0']);
	});

	test('everything typed is a query that SQLite takes', () => {
		expect(toFullTextQuery({text: 'a"b c'})).toBe('"a" "b c"');
		expect(toFullTextQuery({text: 'é*'})).toBe('"é"*');
	});
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
		/library\.db.* can’t be opened/,
	);
});

test('a full disk is said, and what was kept before stays', async () => {
	const id = await addJob(1);
	library.close();
	const {size} = statSync(path.join(folder, 'library.db'));
	library = openLibrary(folder, {mostPages: Math.ceil(size / 4096)});
	await library.engine.claim('worker', 'early');
	const noise = Array.from({length: 100_000}, () => Math.random()).join(' ');
	const kept = library.engine.complete('worker', id, transcript('remote', ['x'], noise));
	await expect(kept).rejects.toMatchObject({
		name: 'LibraryError',
		reason: 'full',
		hint: expect.stringContaining('Make room'),
	});
	expect(await library.engine.find(id)).toMatchObject({stage: 'planned', owner: 'worker'});
	library.close();
	library = openLibrary(folder);
	await library.engine.complete('worker', id, transcript('remote', ['x'], noise));
	expect(await library.readResponse('remote')).toBe(noise);
});

/** Where the row of a transcript is: its id, with the compressed response behind it. */
function findRow(bytes: Buffer, id: string): number {
	for (let at = bytes.indexOf(id); at !== -1; at = bytes.indexOf(id, at + 1)) {
		if (bytes.subarray(at, at + 1000).includes(Buffer.from([0x28, 0xb5, 0x2f, 0xfd]))) {
			return at;
		}
	}

	throw new Error(`There is no row of ${id}`);
}

describe('a damaged file', () => {
	const file = () => path.join(folder, 'library.db');
	const asides = () => readdirSync(folder).filter(name => /damaged-[\d-]+$/.test(name));

	function damage(change: (bytes: Buffer) => void): void {
		library.close();
		const bytes = readFileSync(file());
		change(bytes);
		writeFileSync(file(), bytes);
	}

	test('of which nothing can be read is set aside, and said', () => {
		damage(bytes => bytes.fill(7));
		library = openLibrary(folder);
		expect(library.notices).toEqual([expect.stringContaining('0 transcripts, 0 jobs')]);
		expect(library.listTranscripts()).toEqual([]);
		expect(asides()).toHaveLength(1);
		expect(statSync(file()).mode & 0o777).toBe(0o600);
		library.close();
		library = openLibrary(folder);
		expect(library.notices).toEqual([]);
	});

	test('is rebuilt from what can be read', async () => {
		const noise = () => Array.from({length: 3000}, () => Math.random()).join(' ');
		const kept = new Map<string, string>();
		for (let number = 0; number < 30; number++) {
			kept.set(`remote ${number}`, noise());
			const text = `word${number} common`;
			await keep(number, transcript(`remote ${number}`, [text], kept.get(`remote ${number}`)));
		}

		const unfinished = await addJob(99);
		// Some page of a response in the middle, found out when it is read.
		damage(bytes => {
			const start = findRow(bytes, 'remote 15');
			bytes.fill(0xff, start - (start % 4096), start - (start % 4096) + 4096);
		});
		library = openLibrary(folder);
		let failure: unknown;
		try {
			await library.engine.list();
			library.listTranscripts();
			library.search({text: 'common'});
			for (const id of kept.keys()) {
				await library.readResponse(id);
			}
		} catch (error) {
			failure = error;
		}

		expect(failure).toBeInstanceOf(LibraryError);
		expect(failure).toMatchObject({reason: 'damaged'});
		library.close();

		library = openLibrary(folder);
		expect(library.notices).toEqual([expect.stringContaining('set aside')]);
		expect(asides()).toHaveLength(1);
		const saved = library.listTranscripts();
		expect(saved.length).toBeGreaterThanOrEqual(20);
		for (const {id} of saved) {
			expect(await library.readResponse(id)).toBe(kept.get(id));
		}

		expect(await library.engine.find(unfinished)).toMatchObject({stage: 'planned'});
		expect(library.search({text: 'common'}).length).toBeGreaterThanOrEqual(20);
	});

	test('that another Recscribe has replaced is not written to any more', async () => {
		const other = openLibrary(folder);
		const bytes = readFileSync(file());
		writeFileSync(`${file()}.new`, bytes);
		renameSync(`${file()}.new`, file());
		await expect(other.engine.enqueue(newJob, {again: false})).rejects.toMatchObject({
			reason: 'replaced',
		});
		other.close();
	});
});
