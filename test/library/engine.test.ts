import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {JobLost} from '../../source/library/job-engine.ts';
import {type Library, type NewJob, openLibrary} from '../../source/library/library.ts';
import type {JobRecord} from '../../source/library/records.ts';
import {safeText} from '../../source/safe-text.ts';

const newJob: NewJob = {
	meeting: {
		uuid: 'uuid',
		number: '1',
		topic: safeText('Budget review'),
		start: '2026-11-24T09:00:00.000Z',
		durationMinutes: 48,
	},
	recordingFileId: 'file',
	request: {audio: 'stream', speechModels: ['universal-2'], speakerLabels: true},
};

const finished = {
	id: 'remote',
	rawJson: '{}',
	turns: [],
	model: undefined,
	language: undefined,
	audioSeconds: undefined,
	processingMs: undefined,
	costUsd: undefined,
};
const intent = {
	audioUrl: 'https://cdn.example/1',
	request: {},
	reservedUsd: 1,
	spendingLimitUsd: undefined,
};
const failure = {code: 'network', message: safeText('It broke')};

let folder: string;
let library: Library;
let other: Library;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'recscribe-engine-'));
	library = openLibrary(folder);
	other = openLibrary(folder);
});

afterEach(() => {
	library.close();
	other.close();
});

async function add(changes: Partial<NewJob> = {}, again = false): Promise<JobRecord> {
	const enqueued = await library.engine.enqueue({...newJob, ...changes}, {again});
	if (enqueued.status === 'transcribed') {
		throw new Error('It is transcribed already');
	}

	return enqueued.job;
}

function withFile(number: number): Partial<NewJob> {
	return {recordingFileId: `file ${number}`};
}

/** Makes a worker one of a process that has died. */
function kill(worker: string, values: {readonly pid?: number; readonly host?: string} = {}): void {
	const database = new DatabaseSync(path.join(folder, 'library.db'));
	// No process has this number.
	const {pid = 2 ** 30, host} = values;
	database.prepare('UPDATE workers SET pid = ? WHERE id = ?').run(pid, worker);
	if (host !== undefined) {
		database.prepare('UPDATE workers SET host = ?, expires_at = 0 WHERE id = ?').run(host, worker);
	}

	database.close();
}

describe('a recording is put in line', () => {
	test('once, as long as its job is unfinished', async () => {
		const job = await add();
		expect(await other.engine.enqueue(newJob, {again: true})).toEqual({status: 'existing', job});
		const direct = {...newJob, request: {...newJob.request, audio: 'direct' as const}};
		expect(await other.engine.enqueue(direct, {again: true})).toEqual({status: 'existing', job});
	});

	test('once more with another request, or for another file', async () => {
		await add();
		const german = {...newJob, request: {...newJob.request, language: 'de'}};
		expect((await other.engine.enqueue(german, {again: false})).status).toBe('new');
		const file = {...newJob, recordingFileId: 'another'};
		expect((await other.engine.enqueue(file, {again: false})).status).toBe('new');
	});

	test('not when it has a transcript, unless that is wanted', async () => {
		const {id} = await add();
		await library.engine.claim('a', 'early');
		await library.engine.complete('a', id, finished);
		expect(await library.engine.enqueue(newJob, {again: false})).toMatchObject({
			status: 'transcribed',
			transcript: {id: 'remote'},
		});
		expect(await library.engine.enqueue(newJob, {again: true})).toMatchObject({status: 'new'});
	});

	test('where AssemblyAI may be at work on it, that job goes on', async () => {
		const {id} = await add();
		await library.engine.claim('a', 'early');
		await library.engine.intend('a', id, intent);
		await library.engine.fail('a', id, failure, {isRemoteOver: false});
		expect(await library.engine.enqueue(newJob, {again: true})).toMatchObject({
			status: 'existing',
			job: {id, stage: 'submitting', intentAt: expect.any(Number)},
		});
		await library.engine.claim('a', 'late');
		await library.engine.advance('a', id, {stage: 'waiting', transcriptId: 'remote'});
		await library.engine.giveUp('a', id);
		expect(await library.engine.enqueue(newJob, {again: false})).toMatchObject({
			status: 'existing',
			job: {id, stage: 'waiting', transcriptId: 'remote'},
		});
	});
});

describe('a job is claimed', () => {
	test('in line order, each by one worker only', async () => {
		const jobs = [await add(withFile(1)), await add(withFile(2))];
		const claimed = await Promise.all([
			library.engine.claim('a', 'early'),
			other.engine.claim('b', 'early'),
			library.engine.claim('a', 'early'),
		]);
		expect(claimed.map(job => job?.id)).toEqual([jobs[0]?.id, jobs[1]?.id, undefined]);
		expect(claimed.map(job => job?.owner)).toEqual(['a', 'b', undefined]);
	});

	test('apart from those that AssemblyAI may have', async () => {
		const {id} = await add();
		await library.engine.claim('a', 'early');
		await library.engine.intend('a', id, intent);
		await library.engine.release('a', id);
		expect(await library.engine.claim('a', 'early')).toBeUndefined();
		expect(await library.engine.claim('a', 'late')).toMatchObject({id});
	});

	test('not while the line is paused', async () => {
		await add();
		await library.engine.pause(failure);
		expect(await other.engine.pauseReason()).toEqual(failure);
		expect(await other.engine.claim('b', 'early')).toBeUndefined();
		await library.engine.unpause();
		expect(await other.engine.claim('b', 'early')).toBeDefined();
	});

	test('and written to by nobody else', async () => {
		const {id} = await add();
		await library.engine.claim('a', 'early');
		const writes: readonly (() => Promise<unknown>)[] = [
			() => other.engine.advance('b', id, {stage: 'waiting'}),
			() => other.engine.intend('b', id, intent),
			() => other.engine.complete('b', id, finished),
			() => other.engine.fail('b', id, failure, {isRemoteOver: false}),
			() => other.engine.giveUp('b', id),
			() => other.engine.release('b', id),
			() => other.engine.remark('b', id, 'no'),
		];
		for (const write of writes) {
			await expect(write()).rejects.toThrow(JobLost);
		}

		expect(await library.engine.find(id)).toMatchObject({stage: 'planned', owner: 'a'});
	});
});

describe('a worker that died', () => {
	test('is seen by its process, and its jobs can be claimed at once', async () => {
		const {id} = await add();
		await library.engine.claim('a', 'early');
		expect(await other.engine.claim('b', 'early')).toBeUndefined();
		kill('a');
		expect(await other.engine.claim('b', 'early')).toMatchObject({id, owner: 'b'});
		await expect(library.engine.advance('a', id, {stage: 'waiting'})).rejects.toThrow(JobLost);
	});

	test('on another computer, by its lease; what it may have sent is doubted from then on', async () => {
		const {id} = await add();
		await library.engine.claim('a', 'early');
		const before = await library.engine.intend('a', id, intent);
		kill('a', {host: 'elsewhere'});
		const job = await other.engine.claim('b', 'late');
		expect(job).toMatchObject({id, owner: 'b', intentAt: before.intentAt});
		expect(job?.doubtAt).toBeGreaterThanOrEqual(before.doubtAt ?? Number.NaN);
		expect(job?.doubtAt).toBeLessThanOrEqual(Date.now());
	});

	test('but one that sends heartbeats keeps what it has', async () => {
		const short = openLibrary(folder, {leaseMs: 1});
		await add();
		await short.engine.claim('a', 'early');
		await library.engine.heartbeat('a');
		kill('a', {pid: process.ppid});
		expect(await other.engine.claim('b', 'early')).toBeUndefined();
		short.close();
	});
});

describe('spending', () => {
	const within = (spendingLimitUsd: number) => ({...intent, spendingLimitUsd});

	test('is reserved with the intent, and never over the limit', async () => {
		const [first, second] = [await add(withFile(1)), await add(withFile(2))];
		await library.engine.claim('a', 'early');
		await other.engine.claim('b', 'early');
		await library.engine.intend('a', first.id, within(1.5));
		await expect(other.engine.intend('b', second.id, within(1.5))).rejects.toThrow(
			'$1.50 a month would be passed: about $1.00 are spent',
		);
		expect(await other.engine.find(second.id)).toMatchObject({stage: 'planned'});
		expect((await other.engine.find(second.id))?.intentAt).toBeUndefined();

		await library.engine.fail('a', first.id, failure, {isRemoteOver: true});
		await expect(other.engine.intend('b', second.id, within(1.5))).resolves.toMatchObject({
			reservedUsd: 1,
		});
		// The same job once more does not count itself.
		await expect(other.engine.intend('b', second.id, within(1.5))).resolves.toBeDefined();
	});

	test('stays reserved while nobody knows', async () => {
		const [first, second] = [await add(withFile(1)), await add(withFile(2))];
		await library.engine.claim('a', 'early');
		await library.engine.claim('a', 'early');
		await library.engine.intend('a', first.id, within(1));
		await library.engine.fail('a', first.id, failure, {isRemoteOver: false});
		await expect(library.engine.intend('a', second.id, within(1))).rejects.toThrow('passed');
	});
});

describe('a job is given up', () => {
	test('at once when nobody is at work on it', async () => {
		const {id} = await add();
		expect(await other.engine.cancel(id)).toMatchObject({stage: 'cancelled'});
		expect(await library.engine.claim('a', 'early')).toBeUndefined();
		expect(await library.engine.cancel('unknown')).toBeUndefined();
	});

	test('by its worker, which is told', async () => {
		const {id} = await add();
		const claimed = await library.engine.claim('a', 'early');
		await library.engine.changes(claimed?.change ?? 0);
		await other.engine.cancel(id);
		expect(await library.engine.changes(claimed?.change ?? 0)).toMatchObject([
			{id, isCancelRequested: true, stage: 'planned'},
		]);
		kill('a');
		await other.engine.claim('b', 'early');
		expect(await other.engine.find(id)).toMatchObject({stage: 'cancelled'});
	});
});

test('what others change is seen', async () => {
	const {change} = await add();
	expect(await other.engine.changes(change)).toEqual([]);
	const next = await add(withFile(2));
	expect(await other.engine.changes(change)).toEqual([next]);
	expect(await other.engine.changes(next.change)).toEqual([]);
	const {jobs, lastChange} = await other.engine.unfinished();
	expect(jobs).toHaveLength(2);
	expect(lastChange).toBe(next.change);
});

test('a failed job goes on from where it was', async () => {
	const {id} = await add();
	await library.engine.claim('a', 'early');
	await library.engine.advance('a', id, {audioUrl: 'https://cdn.example/1', uploadedAt: 1});
	await library.engine.fail('a', id, failure, {isRemoteOver: false});
	expect(await library.engine.find(id)).toMatchObject({stage: 'failed', error: failure});
	const reopened = await other.engine.reopen(id);
	expect(reopened).toMatchObject({id, stage: 'planned', audioUrl: 'https://cdn.example/1'});
	expect(reopened?.error).toBeUndefined();
	expect(reopened?.endedAt).toBeUndefined();
});

test('a job that is done is done once more as a new one', async () => {
	const {id} = await add();
	await library.engine.claim('a', 'early');
	await library.engine.complete('a', id, finished);
	const again = await library.engine.reopen(id);
	expect(again).toMatchObject({stage: 'planned', request: newJob.request});
	expect(again?.id).not.toBe(id);
	expect(await library.engine.reopen(id)).toMatchObject({id: again?.id});
});

test('a remark is kept once', async () => {
	const {id} = await add();
	await library.engine.claim('a', 'early');
	await library.engine.remark('a', id, 'One.');
	await library.engine.remark('a', id, 'Two.');
	await library.engine.remark('a', id, 'One.');
	expect((await library.engine.find(id))?.remarks).toEqual(['One.', 'Two.']);
});

test('leaving lets go of everything', async () => {
	await add(withFile(1));
	await add(withFile(2));
	await library.engine.claim('a', 'early');
	await library.engine.claim('a', 'early');
	await library.engine.leave('a');
	expect(await other.engine.claim('b', 'early')).toBeDefined();
	expect(await other.engine.claim('b', 'early')).toBeDefined();
});
