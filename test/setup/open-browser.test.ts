import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {openBrowser} from '../../source/setup/open-browser.ts';
import {temporaryFolder} from '../settings/temporary-folder.ts';

const address = 'https://zoom.us/oauth/authorize?a=1&b="; touch no"';

beforeEach(() => {
	for (const name of ['BROWSER', 'SSH_CONNECTION', 'DISPLAY', 'WAYLAND_DISPLAY']) {
		vi.stubEnv(name, undefined);
	}
});

afterEach(() => {
	vi.unstubAllEnvs();
});

/** A folder that stands in for `PATH`, with a browser that writes down what it is to open. */
function setUpBrowser(): string {
	const folder = temporaryFolder();
	const opened = path.join(folder, 'opened');
	const script = `#!/bin/sh\nprintf '%s' "$*" > '${opened}.new' && mv '${opened}.new' '${opened}'\n`;
	writeFileSync(path.join(folder, 'xdg-open'), script, {mode: 0o755});
	vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
	return opened;
}

const onLinux = test.skipIf(process.platform !== 'linux');

onLinux('the browser gets the address as it is', async () => {
	const opened = setUpBrowser();
	expect(await openBrowser(address)).toBe(true);
	await expect.poll(() => existsSync(opened) && readFileSync(opened, 'utf8')).toBe(address);
});

onLinux.each([
	['BROWSER', 'none'],
	['SSH_CONNECTION', '10.0.0.1 50000 10.0.0.2 22'],
])('none is opened with %s=%s', async (name, value) => {
	const opened = setUpBrowser();
	vi.stubEnv(name, value);
	expect(await openBrowser(address)).toBe(false);
	expect(existsSync(opened)).toBe(false);
});

onLinux('a remote shell that brings a screen along has one', async () => {
	setUpBrowser();
	vi.stubEnv('SSH_CONNECTION', '10.0.0.1 50000 10.0.0.2 22');
	vi.stubEnv('DISPLAY', 'localhost:10.0');
	expect(await openBrowser(address)).toBe(true);
});

onLinux('a computer without any says so', async () => {
	vi.stubEnv('PATH', temporaryFolder());
	expect(await openBrowser(address)).toBe(false);
});
