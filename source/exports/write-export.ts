import {randomUUID} from 'node:crypto';
import {constants, copyFile, link, mkdir, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {UserError} from '../errors.ts';

export type ExportOutcome =
	| {readonly status: 'written'; readonly path: string}
	/** Nothing was written: there is a file already. */
	| {readonly status: 'exists'; readonly path: string};

export type ExportFile = {
	readonly path: string;
	readonly content: string | Uint8Array;
	/** Whether a file that is there already may be replaced. */
	readonly overwrite: boolean;
};

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
	return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** Gives the file its name unless that is taken: unlike a rename, nothing can slip in between. */
async function moveIntoFreePlace(temporary: string, file: string): Promise<void> {
	try {
		await link(temporary, file);
	} catch (error) {
		// Some file systems (exFAT, network shares) have no links.
		if (!hasCode(error, 'EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP')) {
			throw error;
		}

		await copyFile(temporary, file, constants.COPYFILE_EXCL);
	}
}

async function writeWhole(file: string, {content, overwrite}: ExportFile): Promise<void> {
	const temporary = path.join(path.dirname(file), `.${randomUUID()}.recscribe`);
	try {
		await writeFile(temporary, content, {flag: 'wx', flush: true});
		await (overwrite ? rename(temporary, file) : moveIntoFreePlace(temporary, file));
	} finally {
		await rm(temporary, {force: true});
	}
}

/**
 * Writes an export whole or not at all. Folders on the way are made; a file that is there already
 * is left alone unless `overwrite` says otherwise. Throws `UserError` when it can't be written.
 */
export async function writeExport(exported: ExportFile): Promise<ExportOutcome> {
	const file = path.resolve(exported.path);
	try {
		// Says EEXIST, too, but of a file that stands where a folder should.
		await mkdir(path.dirname(file), {recursive: true});
	} catch (error) {
		throw cannotWrite(file, error);
	}

	try {
		await writeWhole(file, exported);
		return {status: 'written', path: file};
	} catch (error) {
		if (!exported.overwrite && hasCode(error, 'EEXIST')) {
			return {status: 'exists', path: file};
		}

		throw cannotWrite(file, error);
	}
}

function cannotWrite(file: string, error: unknown): UserError {
	return new UserError(`${file} can’t be written: ${String(error)}`, {
		hint: 'Choose another folder, or make room there.',
		cause: error,
	});
}
