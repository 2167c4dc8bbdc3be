import {expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import type {EveryonesMeetingPage} from '../../source/zoom/zoom.ts';
import {ZoomError} from '../../source/zoom/zoom-error.ts';
import {keys} from '../support/keys.ts';
import {type OpenedApp, openApp, sizes} from './open-app.tsx';
import {ada, meeting, user} from './things.ts';

const grace = user('Grace Okafor');
const noe = user('Noé Martin', {status: 'inactive'});
const searched = {from: '2026-10-26', to: '2026-11-24'};

type Progress = Extract<EveryonesMeetingPage['progress'], {by: 'user'}>;

function page(
	who: typeof ada,
	topics: readonly string[],
	progress: Partial<Progress> = {},
): EveryonesMeetingPage {
	return {
		meetings: topics.map(topic => meeting(topic)),
		searched,
		progress: {
			by: 'user',
			user: who,
			users: [ada, grace, noe],
			isUserDone: true,
			usersDone: 1,
			usersTotal: 3,
			problem: undefined,
			...progress,
		},
	};
}

async function openEveryone(size = {}): Promise<OpenedApp> {
	const app = openApp(size);
	app.services.users.give({users: [ada, grace, noe], total: 3});
	app.services.users.end();
	await app.waitFor(/^ 3 people/m);
	// Everyone is at the top; the cursor waits at the first person.
	expect(app.screen()).toMatch(/Everyone\n❯ +Ada Moreau/);
	await app.press('k', keys.enter);
	await app.waitFor('Everyone › which days?');
	await app.press(keys.enter);
	await app.waitFor('Asking Zoom for recordings');
	return app;
}

test.each(sizes)(
	'meetings arrive while one looks, with who is left, at $columns×$rows',
	async size => {
		const app = await openEveryone(size);
		app.services.everyone.give(page(ada, ['Budget review'], {usersDone: 1}));
		await app.waitFor('Budget review');
		expect(app.screen()).toContain('asked 1 of 3 people');
		app.services.everyone.give(page(grace, ['Launch party'], {usersDone: 2}));
		await app.waitFor('Launch party');
		expect(app.screen()).toContain('2 meetings, newest first · asked 2 of 3 people');
		expect(app.frameFaults()).toEqual([]);
		app.services.everyone.give(page(noe, [], {usersDone: 3}));
		app.services.everyone.end();
		await app.waitFor(/2 meetings, newest first\s*$/m);
	},
);

test('whose recordings can’t be listed is said, and the others are there', async () => {
	const app = await openEveryone();
	const problem = new ZoomError('Noé Martin has no licence', {code: 'not-allowed'});
	app.services.everyone.give(page(noe, [], {problem}));
	app.services.everyone.give(page(ada, ['Budget review'], {usersDone: 3}));
	app.services.everyone.end();
	await app.waitFor('1 person can’t be listed: Noé Martin has no licence');
	expect(app.screen()).toContain('Budget review');
});

test('a search that broke off goes on with those who are left', async () => {
	const app = await openEveryone();
	app.services.everyone.give(page(ada, ['Budget review'], {usersDone: 1}));
	app.services.everyone.give(page(grace, ['Half of it'], {usersDone: 1, isUserDone: false}));
	app.services.everyone.fail(new UserError('Zoom does not answer', {hint: 'Check the network.'}));
	await app.waitFor('✗ Zoom does not answer');
	expect(app.screen()).toContain('Budget review');
	await app.press('r');
	await app.waitFor(/^(?!.*✗)/s);
	expect(app.services.skipped).toEqual([[], [ada.id]]);
	app.services.everyone.give(page(grace, ['Half of it', 'The rest'], {usersDone: 2}));
	app.services.everyone.end();
	await app.waitFor('3 meetings, newest first');
});

test('where Zoom has one list for all, it is counted in windows', async () => {
	const app = await openEveryone();
	app.services.everyone.give({
		meetings: [meeting('Budget review')],
		searched,
		progress: {by: 'account', windowsDone: 1, windowsTotal: 13},
	});
	await app.waitFor('asked 1 of 13 windows');
});

test('nobody with a recording is said so', async () => {
	const app = await openEveryone();
	app.services.everyone.give(page(ada, [], {usersDone: 3}));
	app.services.everyone.end();
	await app.waitFor('Nobody has any cloud recording of');
});
