import {chmodSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {UserError} from '../errors.ts';

/** Each entry brings the schema from its index to the next version. Only ever appended to. */
const migrations: readonly string[] = [
	`CREATE TABLE jobs (
		id TEXT PRIMARY KEY,
		meeting TEXT NOT NULL,
		recording_file_id TEXT NOT NULL,
		request TEXT NOT NULL,
		stage TEXT NOT NULL,
		audio_url TEXT,
		transcript_id TEXT,
		error TEXT,
		created_at INTEGER NOT NULL,
		updated_at INTEGER NOT NULL
	) STRICT;
	CREATE INDEX jobs_by_creation ON jobs (created_at DESC);
	CREATE TABLE transcripts (
		id TEXT PRIMARY KEY,
		meeting TEXT NOT NULL,
		meeting_uuid TEXT GENERATED ALWAYS AS (meeting ->> '$.uuid') VIRTUAL,
		request TEXT NOT NULL,
		response BLOB NOT NULL,
		completed_at INTEGER NOT NULL
	) STRICT;
	CREATE INDEX transcripts_of_meeting ON transcripts (meeting_uuid, completed_at DESC);
	CREATE INDEX transcripts_by_completion ON transcripts (completed_at DESC);`,
];

function migrate(database: DatabaseSync, file: string): void {
	// IMMEDIATE: of several Recscribes that start at once, one migrates and the others wait for it.
	database.exec('BEGIN IMMEDIATE');
	try {
		const row = database.prepare('PRAGMA user_version').get();
		const version = Number(row?.['user_version'] ?? 0);
		if (version > migrations.length) {
			throw new UserError(`The library ${file} was made by a newer Recscribe`, {
				hint: 'Update Recscribe, or set RECSCRIBE_DATA_DIR to another folder.',
			});
		}

		for (const statements of migrations.slice(version)) {
			database.exec(statements);
		}

		database.exec(`PRAGMA user_version = ${migrations.length}`);
		database.exec('COMMIT');
	} catch (error) {
		database.exec('ROLLBACK');
		throw error;
	}
}

/**
 * Opens the library's one SQLite file in `folder`, made for its owner alone, in the newest schema.
 * Throws `UserError` when the folder can't be written or the file is of a newer Recscribe.
 */
export function openDatabase(folder: string): DatabaseSync {
	const file = path.join(folder, 'library.db');
	try {
		mkdirSync(folder, {recursive: true, mode: 0o700});
		const database = new DatabaseSync(file, {timeout: 10_000});
		chmodSync(file, 0o600);
		database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
		migrate(database, file);
		return database;
	} catch (error) {
		if (error instanceof UserError) {
			throw error;
		}

		throw new UserError(`The library ${file} can't be opened: ${String(error)}`, {
			hint: 'Check that the folder can be written, or set RECSCRIBE_DATA_DIR to another one.',
			cause: error,
		});
	}
}
