import {UserError} from '../errors.ts';

/** Why the library could not be read or written. */
export type LibraryReason = 'full' | 'damaged' | 'replaced' | 'busy' | 'unavailable';

/** The library's file can't be read or written just now: nothing of it was lost. */
export class LibraryError extends UserError {
	override readonly name = 'LibraryError';
	readonly reason: LibraryReason;

	constructor(
		reason: LibraryReason,
		message: string,
		options: {readonly hint: string; readonly cause?: unknown},
	) {
		super(message, options);
		this.reason = reason;
	}
}

const busy = 5;
const readOnly = 8;
const inputOutput = 10;
const corrupt = 11;
const full = 13;
const cantOpen = 14;
const notADatabase = 26;

/** SQLite's error as one that a person can act on; any other error stays what it is. */
export function explainSqliteError(error: unknown, file: string): unknown {
	const code = sqliteCode(error);
	switch (code) {
		case full:
			return new LibraryError('full', `There is no room left on the disk for ${file}`, {
				hint: 'Make room and start Recscribe again: every job goes on from where it was.',
				cause: error,
			});
		case corrupt:
		case notADatabase:
			return new LibraryError('damaged', `The library ${file} is damaged`, {
				hint: 'Start Recscribe again: it sets the file aside and keeps what can still be read.',
				cause: error,
			});
		case busy:
			return new LibraryError('busy', `Another program keeps the library ${file} locked`, {
				hint: 'Is it being copied or synchronised? Try again when that is done.',
				cause: error,
			});
		case readOnly:
		case inputOutput:
		case cantOpen:
			return new LibraryError('unavailable', `The library ${file} can’t be written or read`, {
				hint: 'Check the disk and the rights of the folder, or set RECSCRIBE_DATA_DIR to another one.',
				cause: error,
			});
		default:
			return error;
	}
}

/** SQLite's primary result code; undefined for what is no error of SQLite's. */
function sqliteCode(error: unknown): number | undefined {
	const isSqlite =
		error instanceof Error &&
		'errcode' in error &&
		typeof error.errcode === 'number' &&
		'code' in error &&
		error.code === 'ERR_SQLITE_ERROR';
	return isSqlite ? Number(error.errcode) % 256 : undefined;
}
