import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {performance} from 'node:perf_hooks';
import {DatabaseSync} from 'node:sqlite';
import {type Library, openLibrary} from '../source/library/library.ts';
import {safeText} from '../source/safe-text.ts';
import {type Figure, interleave} from './measure.ts';

const transcriptCount = 1000;
const wordsPerTranscript = 10_000;
const wordsPerTurn = 50;
const vocabularySize = 20_000;
const rounds = 20;

type MadeUpTurn = {readonly speaker: string; readonly startMs: number; readonly text: string};

/** Words as language has them: few that are common, many that are rare. Always the same. */
function createTalk(): () => readonly MadeUpTurn[] {
	let state = 1;
	const random = () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
	const word = () => `word${Math.floor(vocabularySize ** random())}`;
	return () =>
		Array.from({length: wordsPerTranscript / wordsPerTurn}, (_, turn) => ({
			speaker: turn % 2 === 0 ? 'A' : 'B',
			startMs: turn * 20_000,
			text: Array.from({length: wordsPerTurn}, word).join(' '),
		}));
}

async function keep(library: Library, number: number, turns: readonly MadeUpTurn[]): Promise<void> {
	const enqueued = await library.engine.enqueue(
		{
			meeting: {
				uuid: `meeting ${number}`,
				number: String(number),
				topic: safeText('Made up'),
				start: '2026-11-24T09:00:00.000Z',
				durationMinutes: 60,
			},
			recordingFileId: `file ${number}`,
			request: {audio: 'stream', speechModels: ['universal-2'], speakerLabels: true},
		},
		{again: false},
	);
	if (enqueued.status === 'transcribed') {
		throw new Error('Every made-up meeting is new');
	}

	await library.engine.claim('bench', 'early');
	await library.engine.complete('bench', enqueued.job.id, {
		id: `transcript ${number}`,
		rawJson: '{}',
		turns,
		model: undefined,
		language: undefined,
		audioSeconds: 3600,
		processingMs: undefined,
		costUsd: 0,
	});
}

/** The same turns in an index of SQLite's and nothing else. */
function createBareIndex(file: string): {
	readonly add: (turns: readonly MadeUpTurn[]) => void;
	readonly search: (words: string) => number;
	readonly close: () => void;
} {
	const database = new DatabaseSync(file);
	database.exec(
		"CREATE VIRTUAL TABLE talk USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')",
	);
	const insert = database.prepare('INSERT INTO talk (text) VALUES (?)');
	const select = database.prepare(
		"SELECT rowid, snippet(talk, 0, '', '', '…', 24) FROM talk WHERE talk MATCH ? ORDER BY rank LIMIT 100",
	);
	return {
		add(turns) {
			database.exec('BEGIN');
			for (const {text} of turns) {
				insert.run(text);
			}

			database.exec('COMMIT');
		},
		search: words => select.all(words).length,
		close: () => database.close(),
	};
}

const searches = [
	{what: 'a rare word', words: 'word15000'},
	{what: 'a common word', words: 'word20'},
	{what: 'two words', words: 'word20 word300'},
] as const;

export async function measureSearching(): Promise<readonly Figure[]> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'recscribe-searching-'));
	const library = openLibrary(path.join(folder, 'library'));
	const bare = createBareIndex(path.join(folder, 'bare.sqlite'));
	try {
		const talk = createTalk();
		for (let number = 0; number < transcriptCount; number++) {
			const turns = talk();
			await keep(library, number, turns);
			bare.add(turns);
		}

		const figures: Figure[] = [];
		for (const {what, words} of searches) {
			const timeOf = async (search: () => number) => {
				const started = performance.now();
				if (search() === 0) {
					throw new Error(`Nothing was found for ${words}`);
				}

				return performance.now() - started;
			};
			const times = await interleave(rounds, {
				library: () => timeOf(() => library.search({text: words}).length),
				bare: () => timeOf(() => bare.search(words)),
			});
			figures.push({
				what: `${what} in 1,000 transcripts of 10,000 words`,
				value: times.library,
				peer: {name: 'FTS5 alone', value: times.bare},
				unit: 'ms',
				aim: {atMost: 1.5},
			});
		}

		return figures;
	} finally {
		library.close();
		bare.close();
		await rm(folder, {recursive: true, force: true});
	}
}
