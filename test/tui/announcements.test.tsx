import {expect, test, vi} from 'vitest';
import {keys} from '../support/keys.ts';
import {patience} from '../support/patience.ts';
import {createFakeProgram, openApp, openDates, sizes} from './open-app.tsx';
import {ada, user} from './things.ts';

test.each(sizes)('what was left unfinished is said at start, at $columns×$rows', async size => {
	const program = createFakeProgram();
	program.services.jobs.unfinished = {goingOn: 2, elsewhere: 1};
	program.services.notices = ['The settings were damaged; they are kept beside it.'];
	const app = openApp({program, ...size});
	app.services.users.give({users: [ada, user('Grace Okafor')], total: 2});
	await app.waitFor('! 2 unfinished transcriptions go on.');
	expect(app.screen()).toContain('! Another Recscribe is at work on a transcription.');
	expect(app.screen()).toContain('! The settings were damaged');
	expect(app.screen()).toContain('Grace Okafor');
	expect(app.frameFaults()).toEqual([]);

	await app.press(keys.enter);
	await app.waitFor('which days?');
	expect(app.screen()).not.toContain('unfinished');
	expect(app.frameFaults()).toEqual([]);
});

test('a screen that gives way by itself takes nothing away that nobody has read', async () => {
	const program = createFakeProgram();
	program.services.jobs.unfinished = {goingOn: 1, elsewhere: 0};
	const app = await openDates({program});
	await app.waitFor('! An unfinished transcription goes on.');
});

test('with nothing to say, nothing is said', async () => {
	const app = await openDates();
	expect(app.screen()).not.toContain('!');
});

test('the terminal’s title follows the place', async () => {
	const program = createFakeProgram();
	const app = openApp({program});
	app.services.users.give({users: [ada, user('Grace\u0007; Okafor')], total: 2});
	await app.waitFor('Grace');
	const titles = () =>
		app
			.written()
			.split('\u001B]2;')
			.slice(1)
			.map(text => text.slice(0, text.indexOf('\u0007')));
	expect(titles().at(-1)).toBe('recscribe › whose recordings?');
	await app.press(keys.down, keys.enter);
	await app.waitFor('which days?');
	await vi.waitUntil(() => titles().at(-1) === 'recscribe › Grace, Okafor › which days?', patience);
	await app.press(keys.escape);
	await vi.waitUntil(() => titles().at(-1) === 'recscribe › whose recordings?', patience);
});
