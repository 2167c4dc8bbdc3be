import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {openLockFile} from '../../source/settings/lock-file.ts';
import {temporaryFolder} from './temporary-folder.ts';

test('one at a time has the lock, and nothing is written for it', () => {
	const folder = path.join(temporaryFolder(), 'deep', 'config');
	const file = path.join(folder, 'some.lock');
	const [first, second] = [openLockFile(file), openLockFile(file)];
	onTestFinished(second.close);
	expect([first.take(0), second.take(0)]).toEqual([true, false]);
	expect(readdirSync(folder)).toEqual(['some.lock']);
	first.close();
	expect(second.take(0)).toBe(true);
	expect(readFileSync(file, 'utf8')).toBe('');
});
