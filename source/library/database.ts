import {chmodSync, existsSync, rmSync} from 'node:fs';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {UserError} from '../errors.ts';
import {
	closeFile,
	closeFolder,
	codeOf,
	describeFileError,
	makePrivateFolder,
} from '../private-files.ts';
import {rejectForeign} from '../reject-foreign.ts';
import {type Connection, createConnection, damageMarkOf} from './connection.ts';
import {explainSqliteError, LibraryError} from './library-error.ts';
import {rebuild} from './rebuild.ts';
import {migrations} from './schema.ts';

export type OpenedDatabase = {
	readonly connection: Connection;
	/** Sentences to show once: that others could read it, or what was saved from a damaged file. */
	readonly notices: readonly string[];
};

export type DatabaseOptions = {
	/** The most that the file may hold, in pages of 4096 bytes: as if the disk were full then. */
	readonly mostPages?: number;
};

/** How long to wait for another Recscribe that is writing. */
const busyTimeoutMs = 10_000;

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
		if (database.isTransaction) {
			database.exec('ROLLBACK');
		}

		throw error;
	}
}

/** SQLite does not wait for others by itself when it turns the write-ahead log on. */
function turnLogOn(database: DatabaseSync): void {
	const deadline = Date.now() + busyTimeoutMs;
	for (;;) {
		try {
			database.exec('PRAGMA journal_mode = WAL');
			return;
		} catch (error) {
			const isBusy =
				error instanceof Error && 'errcode' in error && Number(error.errcode) % 256 === 5;
			if (!isBusy || Date.now() > deadline) {
				throw error;
			}

			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
		}
	}
}

function rejectDamage(database: DatabaseSync, file: string): void {
	const row = database.prepare('PRAGMA integrity_check(1)').get();
	if (row?.['integrity_check'] !== 'ok') {
		throw new LibraryError('damaged', `The library ${file} is damaged`, {
			hint: 'It is set aside.',
		});
	}
}

/** Opens the file as it is, in the newest schema. Throws SQLite's own errors, explained. */
function openFile(file: string, {mostPages}: DatabaseOptions): DatabaseSync {
	const database = new DatabaseSync(file, {timeout: busyTimeoutMs});
	try {
		// Before anything is written: the log beside it gets the same rights.
		chmodSync(file, 0o600);
		turnLogOn(database);
		database.exec('PRAGMA synchronous = FULL');
		// What a person deletes is not to be read in the file any more.
		database.exec('PRAGMA secure_delete = ON');
		migrate(database, file);
		if (existsSync(damageMarkOf(file))) {
			rejectDamage(database, file);
			rmSync(damageMarkOf(file), {force: true});
		}

		if (mostPages !== undefined) {
			database.exec(`PRAGMA max_page_count = ${mostPages}`);
		}

		return database;
	} catch (error) {
		database.close();
		throw explainSqliteError(error, file);
	}
}

function openOrRebuild(file: string, options: DatabaseOptions): OpenedDatabase {
	const open = () => openFile(file, options);
	try {
		return {connection: createConnection(open(), file), notices: []};
	} catch (error) {
		if (!(error instanceof LibraryError && error.reason === 'damaged')) {
			throw error;
		}

		const {database, notices} = rebuild(file, open);
		return {connection: createConnection(database, file), notices};
	}
}

/**
 * Opens the library's one SQLite file in `folder`, made for its owner alone, in the newest schema. Modes
 * that are too wide are mended, a damaged file is set aside and what can be read of it put into a new
 * one: that is said in `notices`.
 *
 * @throws {UserError} when the folder can't be written, is a link or another user's, or the file is of a
 * newer Recscribe.
 */
export function openDatabase(folder: string, options: DatabaseOptions = {}): OpenedDatabase {
	const file = path.join(folder, 'library.db');
	try {
		for (const place of [folder, file, `${file}-wal`, `${file}-shm`]) {
			rejectForeign(place, 'RECSCRIBE_DATA_DIR');
		}

		makePrivateFolder(folder);
		const mended = [...closeFolder(folder), ...closeFile(file)];
		const {connection, notices} = openOrRebuild(file, options);
		return {connection, notices: [...mended, ...notices]};
	} catch (error) {
		if (error instanceof UserError && !(error instanceof LibraryError)) {
			throw error;
		}

		const hint = error instanceof LibraryError ? error.hint : undefined;
		throw new UserError(`The library ${file} can’t be opened: ${reasonOf(error)}`, {
			hint:
				hint ?? 'Check that the folder can be written, or set RECSCRIBE_DATA_DIR to another one.',
			cause: error,
		});
	}
}

function reasonOf(error: unknown): string {
	const isOfSystem = !(error instanceof LibraryError) && codeOf(error) !== undefined;
	return error instanceof Error && !isOfSystem ? error.message : describeFileError(error);
}
