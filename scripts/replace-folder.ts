import {mkdir, mkdtemp, readdir, rename, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';

export type NamedFile = {
	/** Relative to the folder, with the platform's separators. */
	readonly name: string;
	readonly contents: Uint8Array;
};

export type ReplaceOptions = {
	/** A file that is no longer wanted goes once it is at least this old, in milliseconds. */
	readonly keepUnwantedForMs: number;
};

async function removeUnwanted(
	folder: string,
	wanted: ReadonlySet<string>,
	keepForMs: number,
): Promise<void> {
	const newest = Date.now() - keepForMs;
	for (const name of await readdir(folder, {recursive: true})) {
		const file = path.join(folder, name);
		// Another build may have removed it meanwhile.
		const found = await stat(file).catch(() => undefined);
		if (found?.isFile() && !wanted.has(name) && found.mtimeMs <= newest) {
			await rm(file, {force: true});
		}
	}
}

/**
 * Makes `folder` hold `files`, also while a program runs from it or another build writes it: each
 * file is replaced whole, in the order given, and what a running program may still come to load
 * stays for as long as the options say.
 */
export async function replaceFolder(
	folder: string,
	files: readonly NamedFile[],
	{keepUnwantedForMs}: ReplaceOptions,
): Promise<void> {
	await mkdir(path.dirname(folder), {recursive: true});
	const temporary = await mkdtemp(`${folder}-`);
	try {
		for (const {name, contents} of files) {
			const written = path.join(temporary, path.basename(name));
			await writeFile(written, contents);
			await mkdir(path.dirname(path.join(folder, name)), {recursive: true});
			await rename(written, path.join(folder, name));
		}
	} finally {
		await rm(temporary, {recursive: true, force: true});
	}

	await removeUnwanted(folder, new Set(files.map(({name}) => name)), keepUnwantedForMs);
}
