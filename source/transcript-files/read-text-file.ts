import {constants, type Stats} from 'node:fs';
import {type FileHandle, open, stat} from 'node:fs/promises';
import {UserError} from '../errors.ts';
import {showBytes} from '../measures.ts';
import {codeOf, describeFileError} from '../private-files.ts';
import {safeText} from '../safe-text.ts';
import {describeBytes, noTranscript} from './describe-content.ts';

/** More than AssemblyAI's response to the longest recording it takes, ten hours, with every word twice. */
const limitBytes = 32 * 2 ** 20;

/**
 * The text of a file of the person's own: UTF-8, or UTF-16 with a byte order mark. Waits for no pipe
 * and reads no device. Throws `UserError` when there is no such text.
 */
export async function readTextFile(file: string): Promise<string> {
	const bytes = await readBytes(file);
	const binary = describeBytes(bytes);
	if (binary !== undefined) {
		throw noTranscript(file, binary);
	}

	try {
		return new TextDecoder(findEncoding(bytes), {fatal: true}).decode(bytes);
	} catch (error) {
		throw new UserError(`${safeText(file)} is not text in UTF-8 or UTF-16`, {
			hint: 'Save it again as UTF-8 in the program that made it, or in an editor.',
			cause: error,
		});
	}
}

function findEncoding([first, second]: Uint8Array): string {
	if (first === 0xff && second === 0xfe) {
		return 'utf-16le';
	}

	return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

async function readBytes(file: string): Promise<Uint8Array> {
	let handle: FileHandle | undefined;
	try {
		// Only to look at a device may set it going.
		rejectIrregular(file, await stat(file));
		handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		// By now something else may be there.
		rejectIrregular(file, await handle.stat());
		return await readUpTo(handle, file);
	} catch (error) {
		throw error instanceof UserError ? error : cannotRead(file, error);
	} finally {
		await handle?.close();
	}
}

function rejectIrregular(file: string, stats: Stats): void {
	if (stats.isDirectory()) {
		throw new UserError(`${safeText(file)} is a folder`, {
			code: 'usage',
			hint: 'Give one of the files in it.',
		});
	}

	if (!stats.isFile()) {
		throw new UserError(`${safeText(file)} is a pipe or a device, and no file`, {
			code: 'usage',
			hint: 'Write what comes from it to a file first.',
		});
	}

	if (stats.size > limitBytes) {
		throw tooLarge(file, limitBytes);
	}
}

/** A file may grow while it is read, and those of the system say that they are empty. */
async function readUpTo(handle: FileHandle, file: string): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of handle.createReadStream({autoClose: false})) {
		chunks.push(chunk);
		size += chunk.length;
		if (size > limitBytes) {
			throw tooLarge(file, limitBytes);
		}
	}

	return Buffer.concat(chunks, size);
}

export function tooLarge(file: string, limitBytes: number): UserError {
	return new UserError(`${safeText(file)} is larger than ${showBytes(limitBytes)}`, {
		hint: 'No transcript of one recording is. Open another file, or a part of this one.',
	});
}

function cannotRead(file: string, error: unknown): UserError {
	return new UserError(`${safeText(file)} can’t be read: ${describeFileError(error)}`, {
		code: codeOf(error) === 'ENOENT' ? 'not-found' : 'failed',
		hint: 'Check its name, and whether you may read it.',
		cause: error,
	});
}
