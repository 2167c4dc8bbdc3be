import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** Gives the tests of one run a folder for all that is temporary, and takes it away with what they left. */
export function setup(): () => void {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'recscribe-tests-'));
	for (const name of ['TMPDIR', 'TMP', 'TEMP']) {
		process.env[name] = folder;
	}

	return () => rmSync(folder, {recursive: true, force: true, maxRetries: 3});
}
