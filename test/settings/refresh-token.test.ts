import {execFile} from 'node:child_process';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';
import {describe, expect, test} from 'vitest';
import {keepRefreshToken} from '../../source/settings/refresh-token.ts';
import {openSettingsStore} from '../../source/settings/store.ts';
import {temporaryFolder} from './temporary-folder.ts';

const {signal} = new AbortController();

async function setUp(refreshToken = 'first') {
	const folder = path.join(temporaryFolder(), 'config');
	const store = openSettingsStore(folder);
	await store.keep('zoom', {
		credentials: {type: 'user', clientId: 'client', refreshToken},
		oauthUrl: 'https://zoomgov.com',
	});
	return {folder, store, kept: keepRefreshToken(store, 'client')};
}

describe('the refresh token', () => {
	test('gives way to the next one, and nothing else does', async () => {
		const {store, kept} = await setUp();
		expect(kept.read()).toBe('first');
		await kept.keep('second', 'first');
		expect(kept.read()).toBe('second');
		expect(store.read().settings.zoom).toEqual({
			credentials: {type: 'user', clientId: 'client', refreshToken: 'second'},
			oauthUrl: 'https://zoomgov.com',
		});
	});

	test('of a sign-in that was done anew meanwhile stays', async () => {
		const {store, kept} = await setUp();
		const credentials = {type: 'user', clientId: 'client', refreshToken: 'anew'} as const;
		await store.keep('zoom', {credentials});
		await kept.keep('second', 'first');
		expect(kept.read()).toBe('anew');
	});

	test.each([
		undefined,
		{credentials: {type: 'legacy-jwt', apiKey: 'k', apiSecret: 's'}},
		{credentials: {type: 'user', clientId: 'another', refreshToken: 'first'}},
	] as const)('is none of another sign-in’s: %o', async zoom => {
		const {store, kept} = await setUp();
		await store.keep('zoom', zoom);
		expect(kept.read()).toBeUndefined();
		await kept.keep('second', 'first');
		expect(store.read().settings.zoom).toEqual(zoom);
	});
});

describe('the lock', () => {
	test('lets one after the other in, also within one process, and holds up nothing else', async () => {
		const {kept} = await setUp();
		const events: string[] = [];
		const gate = Promise.withResolvers<void>();
		const first = kept.withLock(async () => {
			events.push('first in');
			await gate.promise;
			events.push('first out');
		}, signal);
		const second = kept.withLock(async () => {
			events.push('second in');
		}, signal);
		await expect.poll(() => events).toEqual(['first in']);
		gate.resolve();
		await Promise.all([first, second]);
		expect(events).toEqual(['first in', 'first out', 'second in']);
	});

	test('is given back when the work fails, and waited for no longer than wanted', async () => {
		const {kept} = await setUp();
		const failure = new Error('failed');
		await expect(kept.withLock(() => Promise.reject(failure), signal)).rejects.toBe(failure);
		const gate = Promise.withResolvers<void>();
		const holder = kept.withLock(() => gate.promise, signal);
		const controller = new AbortController();
		const waiting = kept.withLock(async () => 'never', controller.signal);
		const reason = new Error('left');
		controller.abort(reason);
		await expect(waiting).rejects.toBe(reason);
		gate.resolve();
		await holder;
	});
});

test('where no lock can be made or taken, the true reason is said', async () => {
	const folder = path.join(temporaryFolder(), 'config');
	writeFileSync(folder, 'a file where the folder should be');
	const kept = keepRefreshToken(openSettingsStore(folder), 'client');
	const tryIt = () => kept.withLock(async () => 'never', signal);
	const sayingWhy = (why: string) => ({
		name: 'UserError',
		message: expect.stringContaining(`nothing can be kept in ${folder}: ${why}`),
	});
	await expect(tryIt()).rejects.toMatchObject(sayingWhy('something else is there already'));
	rmSync(folder);
	mkdirSync(folder);
	writeFileSync(path.join(folder, 'sign-in.lock'), 'no lock '.repeat(100));
	await expect(tryIt()).rejects.toMatchObject(sayingWhy('its lock file holds something else'));
});

test('two Recscribes at once do not lose the sign-in', async () => {
	const {folder, kept} = await setUp('0');
	const run = promisify(execFile);
	const script = path.join(import.meta.dirname, 'renew-many.ts');
	const goodToken = path.join(folder, 'good');
	await Promise.all([1, 2].map(() => run(process.execPath, [script, folder, goodToken])));
	expect(kept.read()).toBe('40');
});
