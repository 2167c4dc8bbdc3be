import {lstatSync} from 'node:fs';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';

const busy = 5;

/** Whether any process has the library in `folder` open. One that is damaged nobody has. */
export function isLibraryInUse(folder: string): boolean {
	const file = path.join(folder, 'library.db');
	if (lstatSync(file, {throwIfNoEntry: false})?.isFile() !== true) {
		return false;
	}

	let database: DatabaseSync | undefined;
	try {
		database = new DatabaseSync(file, {timeout: 0});
		// Whoever has it open keeps the write-ahead log, which only the last one may turn off.
		database.exec('PRAGMA journal_mode = DELETE');
		return false;
	} catch (error) {
		return error instanceof Error && 'errcode' in error && Number(error.errcode) % 256 === busy;
	} finally {
		database?.close();
	}
}
