import {DatabaseSync, type SQLOutputValue} from 'node:sqlite';
import {zstdDecompressSync} from 'node:zlib';
import {toJobRecord, toTranscriptRecord} from './rows.ts';

type Row = Record<string, SQLOutputValue>;

type Table = {
	readonly name: string;
	/** Throws for a row that nobody could do anything with. */
	readonly check: (row: Row) => void;
};

const tables: readonly Table[] = [
	{name: 'transcripts', check: checkTranscript},
	{name: 'jobs', check: row => void toJobRecord(row)},
	{name: 'job_events', check: () => undefined},
	{name: 'speaker_names', check: () => undefined},
	{name: 'corrections', check: () => undefined},
	{name: 'understandings', check: () => undefined},
	{name: 'turns', check: () => undefined},
];

/** Copies every row that can still be read out of the file `aside` into `database`. */
export function salvage(
	aside: string,
	database: DatabaseSync,
): {readonly jobs: number; readonly transcripts: number} {
	const counts = new Map<string, number>();
	let damaged: DatabaseSync | undefined;
	try {
		damaged = new DatabaseSync(aside, {readOnly: true});
		for (const table of tables) {
			counts.set(table.name, salvageTable(table, damaged, database));
		}
	} catch {
		// Not even the first page can be read: there is nothing to be had.
	} finally {
		damaged?.close();
	}

	return {jobs: counts.get('jobs') ?? 0, transcripts: counts.get('transcripts') ?? 0};
}

function salvageTable({name, check}: Table, damaged: DatabaseSync, database: DatabaseSync): number {
	const columns = storedColumns(database, name);
	const insert = database.prepare(
		`INSERT OR IGNORE INTO ${name} (${columns.join(', ')})
		VALUES (${columns.map(() => '?').join(', ')})`,
	);
	let count = 0;
	database.exec('BEGIN IMMEDIATE');
	for (const row of readRows(damaged, name)) {
		try {
			check(row);
			count += Number(insert.run(...columns.map(column => row[column] ?? null)).changes);
		} catch {
			// This one is beyond saving; the next may not be.
		}
	}

	database.exec('COMMIT');
	return count;
}

/** From the start as far as it goes, then from the end as far as it goes. */
function* readRows(damaged: DatabaseSync, name: string): Generator<Row, void, void> {
	for (const order of ['ASC', 'DESC']) {
		try {
			yield* damaged.prepare(`SELECT * FROM ${name} NOT INDEXED ORDER BY rowid ${order}`).iterate();
			return;
		} catch {
			// A page in between is damaged: what lies behind it is reached from the other side.
		}
	}
}

function storedColumns(database: DatabaseSync, name: string): readonly string[] {
	// `table_info` leaves generated columns out.
	const rows = database.prepare(`PRAGMA table_info(${name})`).all();
	return rows.map(row => String(row['name']));
}

function checkTranscript(row: Row): void {
	toTranscriptRecord(row);
	const {response} = row;
	if (!(response instanceof Uint8Array)) {
		throw new TypeError('There is no response');
	}

	zstdDecompressSync(response);
}
