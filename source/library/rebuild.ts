import {closeSync, existsSync, openSync, renameSync, rmSync, statSync} from 'node:fs';
import type {DatabaseSync} from 'node:sqlite';
import {LibraryError} from './library-error.ts';
import {salvage} from './salvage.ts';

export type Rebuilt = {
	readonly database: DatabaseSync;
	readonly notices: readonly string[];
};

const patienceMs = 30_000;
const staleMs = 60_000;

/**
 * Sets a damaged file aside and puts what can be read of it into a new one. Of several Recscribes that
 * find the damage at once, one does it and the others take what it made.
 *
 * @param open Opens the file at its usual place; throws `LibraryError` `damaged` as long as it is.
 */
export function rebuild(file: string, open: () => DatabaseSync): Rebuilt {
	const lock = `${file}.rebuilding`;
	const deadline = Date.now() + patienceMs;
	while (!takeLock(lock)) {
		if (Date.now() > deadline) {
			throw new LibraryError('busy', 'Another Recscribe is rebuilding the library', {
				hint: `Wait for it to end. If none is running, delete ${lock}.`,
			});
		}

		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
	}

	try {
		return rebuildLocked(file, open);
	} finally {
		rmSync(lock, {force: true});
	}
}

function rebuildLocked(file: string, open: () => DatabaseSync): Rebuilt {
	try {
		// Whoever had the lock before may have done it.
		return {database: open(), notices: []};
	} catch (error) {
		if (!(error instanceof LibraryError && error.reason === 'damaged')) {
			throw error;
		}
	}

	const aside = setAside(file);
	const database = open();
	const {jobs, transcripts} = salvage(aside, database);
	return {
		database,
		notices: [
			`The library was damaged. It was set aside as ${aside}, and what could be read of it was kept: ${count(transcripts, 'transcript')}, ${count(jobs, 'job')}.`,
		],
	};
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Renames the file and its log, and gives back the new name. */
function setAside(file: string): string {
	const stamp = new Date().toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
	let aside = `${file}.damaged-${stamp}`;
	for (let number = 2; existsSync(aside); number++) {
		aside = `${file}.damaged-${stamp}-${number}`;
	}

	renameSync(file, aside);
	if (existsSync(`${file}-wal`)) {
		renameSync(`${file}-wal`, `${aside}-wal`);
	}

	rmSync(`${file}-shm`, {force: true});
	rmSync(`${file}.damaged`, {force: true});
	return aside;
}

function takeLock(lock: string): boolean {
	try {
		closeSync(openSync(lock, 'wx', 0o600));
		return true;
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
			throw error;
		}

		// Its owner may have been killed in the middle.
		const found = statSync(lock, {throwIfNoEntry: false});
		if (found !== undefined && Date.now() - found.mtimeMs > staleMs) {
			rmSync(lock, {force: true});
		}

		return false;
	}
}
