// Run by a test in processes of their own: uses up the refresh token again and again, as Zoom makes one do.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as wait} from 'node:timers/promises';
import {keepRefreshToken} from '../../source/settings/refresh-token.ts';
import {openSettingsStore} from '../../source/settings/store.ts';

const [folder = '', goodToken = ''] = process.argv.slice(2);
const kept = keepRefreshToken(openSettingsStore(folder), 'client');
const {signal} = new AbortController();

for (let round = 0; round < 20; round += 1) {
	await kept.withLock(async () => {
		const former = kept.read() ?? '';
		// What Zoom still takes; anything else would be a sign-in lost.
		const good = existsSync(goodToken) ? readFileSync(goodToken, 'utf8') : '0';
		if (former !== good) {
			throw new Error(`found ${former} where ${good} is the good one`);
		}
		const next = String(Number(former) + 1);
		writeFileSync(goodToken, next);
		await wait(2);
		await kept.keep(next, former);
	}, signal);
}
process.stdout.write(path.basename(folder));
