import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {clipboardPrograms, copyToSystem} from '../../source/exports/clipboard.ts';
import {temporaryFolder} from '../settings/temporary-folder.ts';

describe('the programs to try', () => {
	test.each([
		['darwin', {}, ['pbcopy']],
		['win32', {}, ['clip']],
		['linux', {}, []],
		['linux', {DISPLAY: ':0'}, ['xclip', 'xsel']],
		['linux', {WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0'}, ['wl-copy', 'xclip', 'xsel']],
		['linux', {WSL_DISTRO_NAME: 'Debian'}, ['clip.exe']],
	] as const)('on %s with %o are %o', (platform, environment, expected) => {
		expect(clipboardPrograms(platform, environment).map(([command]) => command)).toEqual(expected);
	});
});

test('the first one that is there gets the text, by its standard input', async () => {
	const file = path.join(temporaryFolder(), 'copied');
	const script = `process.stdin.pipe(require('fs').createWriteStream(process.argv[1]))`;
	const isCopied = await copyToSystem('Grüße; $(rm -rf ~)\n', [
		['no-such-program-at-all'],
		[process.execPath, '-e', 'process.exit(3)'],
		[process.execPath, '-e', script, file],
	]);
	expect(isCopied).toBe(true);
	expect(readFileSync(file, 'utf8')).toBe('Grüße; $(rm -rf ~)\n');
});

test('where none is, that is no error', async () => {
	expect(await copyToSystem('text', [])).toBe(false);
	expect(await copyToSystem('text', [['no-such-program-at-all']])).toBe(false);
});
