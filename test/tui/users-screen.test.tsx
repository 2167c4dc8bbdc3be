import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {safeText} from '../../source/safe-text.ts';
import {keys} from '../support/keys.ts';
import {type OpenedApp, openApp, sizes} from './open-app.tsx';
import {ada, user} from './things.ts';

const people = [
	ada,
	user('Łukasz Wiśniewski'),
	user('森 健司', {department: safeText('Design')}),
	user('Noé Martin', {status: 'inactive'}),
];

/** Everything on the screen, as one line. */
function words(app: OpenedApp): string {
	return app.screen().replaceAll(/\s+/g, ' ');
}

async function openUsers(size: {columns?: number; rows?: number} = {}): Promise<OpenedApp> {
	const app = openApp(size);
	app.services.users.give({users: people, total: people.length});
	app.services.users.end();
	await app.waitFor(/^ 4 people/m);
	return app;
}

describe.each(sizes)('at $columns×$rows', size => {
	test('one can choose while people are still arriving', async () => {
		const app = openApp(size);
		await app.waitFor(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] Asking Zoom who is in the account…/);
		expect(app.frameFaults()).toEqual([]);
		app.services.users.give({users: people.slice(0, 2), total: 4});
		await app.waitFor(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] 2 of 4 people/);
		await app.press(keys.down);
		expect(app.screen()).toMatch(/❯ +Łukasz Wiśniewski/);
		app.services.users.give({users: people.slice(2), total: 4});
		await app.waitFor('4 people');
		expect(app.screen()).toMatch(/❯ +Łukasz Wiśniewski/);
		app.services.users.end();
		await app.waitFor(/^ 4 people/m);
		expect(app.frameFaults()).toEqual([]);
		await app.press(keys.enter);
		expect(app.rows()[0]).toBe(' recscribe › Łukasz Wiśniewski › which days?');
	});

	test('an account without anybody says what that may mean', async () => {
		const app = openApp(size);
		app.services.users.end();
		await app.waitFor('Zoom lists no users');
		expect(words(app)).toContain('Check that the app belongs to the right account, then press r.');
		expect(app.rows().at(-1)).toContain('r ask Zoom again');
		expect(app.frameFaults()).toEqual([]);
	});

	test('a failure says what happened and what to do, and r asks again', async () => {
		const app = openApp(size);
		const hint = 'Run "recscribe setup" once more, with the secret that Zoom shows now.';
		app.services.users.fail(new UserError('Zoom does not know this secret', {hint}));
		await app.waitFor('✗ Zoom does not know this secret');
		expect(words(app)).toContain(hint);
		expect(words(app)).toContain('Press r to try again');
		// What there is nobody to do with is not offered.
		expect(app.rows().at(-1)).toMatch(/r ask Zoom again/);
		expect(app.rows().at(-1)).not.toMatch(/Enter|filter/);
		expect(app.frameFaults()).toEqual([]);
		await app.press('r');
		await app.waitFor('Asking Zoom who');
		app.services.users.give({users: people, total: 4});
		await app.waitFor('4 people');
		expect(app.screen()).not.toContain('✗');
	});

	test('a failure half way leaves what has arrived, and says why there is no more', async () => {
		const app = openApp(size);
		const many = Array.from({length: 30}, (_, index) => user(`User ${index}`));
		app.services.users.give({users: many, total: 50});
		await app.waitFor('30 of 50');
		app.services.users.fail(new UserError('Zoom is down', {hint: 'Try again in an hour.'}));
		await app.waitFor('✗ Zoom is down');
		expect(words(app)).toContain('Try again in an hour.');
		expect(app.rows()).toContainEqual(expect.stringMatching(/^❯ +User 0 +user@example\.com$/));
		expect(app.frameFaults()).toEqual([]);
		await app.press(keys.end);
		expect(app.rows()).toContainEqual(expect.stringMatching(/^❯ +User 29 +user@example\.com$/));
		await app.press('r');
		await app.waitFor('Asking Zoom who');
	});

	test('a deactivated person is told apart', async () => {
		const app = await openUsers(size);
		expect(app.rows()).toContainEqual(expect.stringMatching(/^ +Noé Martin .* deactivated$/));
	});
});

test('the only person there is need not be chosen', async () => {
	const app = openApp();
	app.services.users.give({users: [ada], total: undefined});
	await app.waitFor('1 person');
	expect(app.screen()).toContain('whose recordings?');
	app.services.users.end();
	await app.waitFor('which days?');
	await app.press(keys.escape);
	expect(app.rows()[0]).toContain('Ada Moreau › which days?');
});

test('the list is filtered as one types, and Enter takes what is left', async () => {
	const app = await openUsers();
	await app.press('/', 'Q');
	expect(app.screen()).toMatch(/\/Q +0 people/);
	expect(app.screen()).toContain('nothing matches');
	await app.press(keys.backspace, ...'wisn');
	expect(app.screen()).toMatch(/\/wisn +1 /);
	expect(app.screen()).not.toContain('Ada');
	await app.press(keys.escape);
	expect(app.screen()).toContain('Ada');
	await app.press('/', ...'design', keys.enter);
	expect(app.rows()[0]).toContain('森 健司 › which days?');
});

test('with a filter open, q is a letter; otherwise it quits', async () => {
	const app = await openUsers();
	await app.press('/', 'q', keys.escape, 'q');
	expect(await app.waitUntilExit()).toEqual({type: 'quit'});
	expect(app.services.isClosed()).toBe(true);
});

test('Ctrl+C leaves at once, also while Zoom is being asked', async () => {
	const app = openApp();
	await app.waitFor('Asking Zoom who');
	await app.press(keys.ctrlC);
	expect(await app.waitUntilExit()).toEqual({type: 'interrupted'});
	expect(app.services.users.isAbandoned()).toBe(true);
});

test('coming back finds the list as it was, without asking again', async () => {
	const app = await openUsers();
	await app.press(keys.down, keys.down, keys.enter, keys.escape);
	expect(app.screen()).toMatch(/❯ +森 健司/);
	expect(app.services.users.openings()).toBe(1);
});
