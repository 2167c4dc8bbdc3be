import {mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {type Library, openLibrary} from '../../source/library/library.ts';
import {safeText} from '../../source/safe-text.ts';

type Said = readonly [speaker: string, text: string];

let folder: string;
let library: Library;

beforeEach(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'recscribe-library-'));
	library = openLibrary(folder);
	await keep('monday', new Date(2026, 10, 23, 9), [
		['A', 'The budget is settled.'],
		['B', 'No budget, no launch.'],
	]);
	await keep('tuesday', new Date(2026, 10, 24, 23, 30), [['A', 'Budgets grow.']]);
});

afterEach(() => library.close());

async function keep(id: string, start: Date, said: readonly Said[]): Promise<void> {
	const enqueued = await library.engine.enqueue(
		{
			meeting: {
				uuid: id,
				number: '1',
				topic: safeText(id),
				start: start.toISOString(),
				durationMinutes: 10,
			},
			recordingFileId: id,
			request: {audio: 'stream', speechModels: [], speakerLabels: true},
		},
		{again: false},
	);
	await library.engine.claim('worker', 'early');
	await library.engine.complete(
		'worker',
		enqueued.status === 'transcribed' ? '' : enqueued.job.id,
		{
			id,
			rawJson: JSON.stringify(said),
			turns: said.map(([speaker, text], turn) => ({speaker, startMs: turn * 1000, text})),
			model: undefined,
			language: undefined,
			audioSeconds: undefined,
			processingMs: undefined,
			costUsd: undefined,
		},
	);
}

function search(query: Parameters<Library['search']>[0]): readonly string[] {
	return library.search(query).map(({transcriptId, turn}) => `${transcriptId} ${turn}`);
}

describe('the search', () => {
	test('finds whole words, and beginnings when asked or while one types', () => {
		expect(search({text: 'budget'}).toSorted()).toEqual(['monday 0', 'monday 1']);
		expect(search({text: 'budget*'})).toHaveLength(3);
		expect(search({text: 'budge', isUnfinished: true})).toHaveLength(3);
		expect(search({text: 'budge'})).toEqual([]);
	});

	test('can be for one speaker, by letter or by a name given', () => {
		library.nameSpeaker('monday', 'B', 'Zoë Keller');
		expect(search({text: 'budget speaker:zoe'})).toEqual(['monday 1']);
		expect(search({text: 'budget*', speaker: 'a'}).toSorted()).toEqual(['monday 0', 'tuesday 0']);
		expect(search({text: 'budget', speaker: 'Nobody'})).toEqual([]);
	});

	test('finds words of scripts that write without spaces, wherever they stand', async () => {
		await keep('kyoto', new Date(2026, 10, 25), [
			['A', '来週、京都でAPIの公開について話します。'],
			['B', '予算は100%です。'],
		]);
		expect(search({text: '公開'})).toEqual(['kyoto 0']);
		expect(search({text: '京都 api', isUnfinished: true})).toEqual(['kyoto 0']);
		expect(search({text: '京都 speaker:b'})).toEqual([]);
		expect(search({text: '予算 %'})).toEqual(['kyoto 1']);
		expect(search({text: '"0%で"'})).toEqual(['kyoto 1']);
		expect(search({text: '予_'})).toEqual([]);
		const [hit] = library.search({text: '公開'});
		expect(hit?.snippet).toEqual([
			{text: '来週、京都でAPIの', isMatch: false},
			{text: '公開', isMatch: true},
			{text: 'について話します。', isMatch: false},
		]);
	});

	test('can be for meetings of some days', () => {
		expect(search({text: 'budget*', from: '2026-11-24'})).toEqual(['tuesday 0']);
		expect(search({text: 'budget*', to: '2026-11-23'})).toHaveLength(2);
		expect(search({text: 'budget*', from: '2026-11-24', to: '2026-11-24'})).toHaveLength(1);
	});
});

test('who speaks is known of every transcript, by the names given', () => {
	library.nameSpeaker('monday', 'B', 'Zoë Keller');
	expect([...library.listSpeakers()]).toEqual([
		[
			'monday',
			[
				{label: 'A', name: undefined},
				{label: 'B', name: 'Zoë Keller'},
			],
		],
		['tuesday', [{label: 'A', name: undefined}]],
	]);
});

test('nothing of a deleted transcript is left, in the list, the search or the files', async () => {
	library.nameSpeaker('monday', 'B', 'Zoë Keller');
	library.deleteTranscript('monday');
	expect(library.listTranscripts().map(({id}) => id)).toEqual(['tuesday']);
	expect(await library.readResponse('monday')).toBeUndefined();
	expect(library.readSpeakerNames('monday').size).toBe(0);
	expect(search({text: 'budget*'})).toEqual(['tuesday 0']);
	const bytes = ['library.db', 'library.db-wal'].map(name =>
		readFileSync(path.join(folder, name), 'latin1'),
	);
	expect(bytes.join('')).not.toMatch(/settled|launch/);
	expect(bytes.join('')).toContain('Budgets grow');
});
