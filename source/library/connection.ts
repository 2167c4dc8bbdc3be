import {statSync, writeFileSync} from 'node:fs';
import type {DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync} from 'node:sqlite';
import {explainSqliteError, LibraryError} from './library-error.ts';

export type Row = Record<string, SQLOutputValue>;

export type Statement = {
	/** Gives back how many rows it changed. */
	readonly run: (...values: readonly SQLInputValue[]) => number;
	readonly get: (...values: readonly SQLInputValue[]) => Row | undefined;
	readonly all: (...values: readonly SQLInputValue[]) => readonly Row[];
};

/** The library's database. Whatever goes wrong with its file is thrown as `LibraryError`. */
export type Connection = {
	/** Prepared once for each text. */
	readonly statement: (sql: string) => Statement;
	/** All of `work` is on disk when it returns, or nothing of it is. */
	readonly transact: <Value>(work: () => Value) => Value;
	/** Another number than the last time when anybody has written meanwhile, this connection included. */
	readonly version: () => string;
	readonly close: () => void;
};

/** Where a run that met damage leaves word for the next one. */
export function damageMarkOf(file: string): string {
	return `${file}.damaged`;
}

export function createConnection(database: DatabaseSync, file: string): Connection {
	const statements = new Map<string, Statement>();
	const {ino: inode} = statSync(file);
	const readVersion = database.prepare('PRAGMA data_version');
	let ownWrites = 0;

	function guard<Value>(work: () => Value): Value {
		try {
			return work();
		} catch (error) {
			const explained = explainSqliteError(error, file);
			if (explained instanceof LibraryError && explained.reason === 'damaged') {
				leaveMark(file);
			}

			throw explained;
		}
	}

	function toStatement(prepared: StatementSync): Statement {
		return {
			run: (...values) => guard(() => Number(prepared.run(...values).changes)),
			get: (...values) => guard(() => prepared.get(...values)),
			all: (...values) => guard(() => prepared.all(...values)),
		};
	}

	/** Another Recscribe may have set a damaged file aside: what is written to it then is lost. */
	function rejectReplaced(): void {
		if (statSync(file, {throwIfNoEntry: false})?.ino !== inode) {
			throw new LibraryError('replaced', `The library ${file} has been replaced meanwhile`, {
				hint: 'Start Recscribe again: its jobs go on from what is there now.',
			});
		}
	}

	return {
		statement(sql) {
			const known = statements.get(sql);
			if (known !== undefined) {
				return known;
			}

			const statement = toStatement(guard(() => database.prepare(sql)));
			statements.set(sql, statement);
			return statement;
		},
		transact(work) {
			rejectReplaced();
			guard(() => database.exec('BEGIN IMMEDIATE'));
			try {
				const value = work();
				guard(() => database.exec('COMMIT'));
				ownWrites++;
				return value;
			} catch (error) {
				// A full disk has rolled back by itself already.
				if (database.isTransaction) {
					database.exec('ROLLBACK');
				}

				throw error;
			}
		},
		version() {
			const row = guard(() => readVersion.get());
			return `${row?.['data_version']} ${ownWrites}`;
		},
		close() {
			if (database.isOpen) {
				database.close();
			}
		},
	};
}

function leaveMark(file: string): void {
	try {
		writeFileSync(damageMarkOf(file), '', {mode: 0o600});
	} catch {
		// The damage is what has to be said; the next run may meet it by itself.
	}
}
