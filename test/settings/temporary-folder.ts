import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';

/** A fresh folder for the running test, removed when the test has ended. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'recscribe-test-'));
	onTestFinished(() => {
		rmSync(folder, {recursive: true, force: true, maxRetries: 5});
	});
	return folder;
}
