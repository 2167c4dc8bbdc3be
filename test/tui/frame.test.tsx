import {describe, expect, test, vi} from 'vitest';
import {datePresets} from '../../source/date-presets.ts';
import {keys} from '../support/keys.ts';
import {patience} from '../support/patience.ts';
import {type OpenedApp, openApp, openMeetings, sizes} from './open-app.tsx';
import {ada, meeting, opened, user} from './things.ts';

const budget = meeting('Budget review', 1);
const people = [ada, user('Łukasz Wiśniewski'), user('森 健司')];

async function openUsers(): Promise<OpenedApp> {
	const app = openApp();
	app.services.users.give({users: people, total: 3});
	app.services.users.end();
	await app.waitFor(/^ 3 people/m);
	return app;
}

/** What the help says of the screen beneath, from its top to its end. */
async function readHelp(app: OpenedApp): Promise<string> {
	await app.press('?');
	const read = [app.screen()];
	for (let page = 0; page < 5; page++) {
		read.push(await app.press(keys.pageDown));
	}

	return read.join('\n');
}

describe.each(sizes)('the help at $columns×$rows', size => {
	test('names every key of the screen, and goes as it came', async () => {
		const app = await openMeetings([budget], size);
		const before = app.screen();
		const help = await readHelp(app);
		for (const named of [
			'Enter → l',
			'↑ k',
			'PgDn f',
			'Ctrl+D',
			'g Home',
			'Space',
			's ',
			'R ',
			'r ',
			'/ ',
			'Esc',
			'q ',
			'? ',
			'Ctrl+C',
		]) {
			expect(help).toContain(` ${named}`);
		}

		expect(app.frameFaults()).toEqual([]);
		await app.press('?');
		expect(app.screen()).toBe(before);
	});

	test('keeps the keys for itself, but for Ctrl+C', async () => {
		const app = await openMeetings([budget, meeting('Launch party', 2)], size);
		await app.press('?', keys.down, 's', 'R', 'q');
		expect(app.screen()).toMatch(/❯.* Budget review/);
		expect(app.screen()).toContain('newest first');
		expect(app.services.jobs.snapshot()).toEqual([]);
		await app.press('?', keys.ctrlC);
		expect(await app.waitUntilExit()).toEqual({type: 'interrupted'});
	});
});

describe('the footer', () => {
	test('names what matters on the screen, and nothing that does not work', async () => {
		const app = await openMeetings([budget]);
		expect(app.rows().at(-1)).toBe(
			' Enter transcribe   / filter   Space mark   d details   Esc back   ? help',
		);
		await app.press('/');
		expect(app.rows().at(-1)).toBe(' Enter transcribe   Esc drop');
	});

	test('leaves out what there is no room for, but never the way back and the help', async () => {
		const app = await openMeetings([budget], {columns: 60, rows: 15});
		expect(app.rows().at(-1)).toBe(' Enter transcribe   / filter   Esc back   ? help');
	});
});

describe('the top line', () => {
	test('says where one is', async () => {
		const app = await openUsers();
		expect(app.rows()[0]).toBe(' recscribe › whose recordings?');
		await app.press(keys.down, keys.enter);
		expect(app.rows()[0]).toBe(' recscribe › Łukasz Wiśniewski › which days?');
	});

	test('gives way to what stands at its right', async () => {
		const app = await openMeetings([meeting('A '.repeat(60), 1), budget], {columns: 60, rows: 15});
		app.services.transcripts.push(opened(meeting('A '.repeat(60), 1)));
		await app.press(keys.down, keys.enter);
		await app.waitFor('0 of 1 done');
		await app.press(keys.escape);
		await app.press(keys.up, keys.enter);
		await app.waitFor('Loud and clear.');
		expect(app.rows()[0]).toMatch(/^ recscribe › A A A .*… +1 transcribing$/);
		expect(app.frameFaults()).toEqual([]);
	});
});

describe('a terminal that is too small', () => {
	test.each([
		[59, 24],
		[80, 14],
		[20, 5],
		[1, 1],
	])('says so at %d×%d, and nothing is lost', async (columns, rows) => {
		const app = await openUsers();
		await app.press(keys.down);
		const before = app.screen();
		await app.resize(columns, rows);
		expect(app.rows().length).toBeLessThanOrEqual(rows);
		if (columns >= 20) {
			await app.waitFor(/needs\s+60×15/);
		}

		await app.resize(80, 24);
		await app.waitFor('whose recordings?');
		expect(app.screen()).toBe(before);
	});

	test('can still be left', async () => {
		const app = await openUsers();
		await app.resize(30, 8);
		await app.press(keys.ctrlC);
		expect(await app.waitUntilExit()).toEqual({type: 'interrupted'});
	});
});

describe('keys that arrive in one read', () => {
	test('act one after the other on the same screen', async () => {
		const app = await openUsers();
		await app.press('jj');
		await app.waitFor(/❯ +森 健司/);
		await app.press('kk');
		await app.waitFor(/❯ +Ada Moreau/);
		await app.press(keys.down + keys.down);
		await app.waitFor(/❯ +森 健司/);
	});

	test('each act on the screen that the one before led to', async () => {
		const app = await openUsers();
		await app.press(`j${keys.enter}jj${keys.enter}`);
		await app.waitFor('Asking Zoom for recordings');
		await vi.waitUntil(() => app.services.askedMeetings.length > 0, patience);
		expect(app.services.askedMeetings).toEqual([
			{user: people[1]?.id, range: datePresets(new Date())[2]?.range},
		]);
	});

	test('can end with Ctrl+C', async () => {
		const app = await openUsers();
		await app.press(`jj${keys.ctrlC}`);
		expect(await app.waitUntilExit()).toEqual({type: 'interrupted'});
	});

	test('open a filter and type into it', async () => {
		const app = await openUsers();
		await app.press(`/wisn${keys.enter}`);
		await app.waitFor('Łukasz Wiśniewski › which days?');
	});

	test('change the path of an export, take it and write the file', async () => {
		const app = await openMeetings([budget]);
		app.services.transcripts.push(opened(budget));
		await app.press(keys.enter);
		await app.waitFor('Loud and clear.');
		await app.press(`.e${keys.ctrlU}notes.txt${keys.enter}${keys.enter}`);
		await app.waitFor('✓ written to notes.txt');
	});
});

describe('what is pasted', () => {
	test('never acts as keys', async () => {
		const app = await openUsers();
		await app.paste(`jj${keys.enter}q`);
		expect(app.screen()).toMatch(/❯ +Ada Moreau/);
		expect(app.rows()[0]).toContain('whose recordings?');
	});

	test('goes into an open text field as one line, and does not end it', async () => {
		const app = await openUsers();
		await app.press('/');
		await app.paste(`wisn${keys.enter}`);
		expect(app.rows()[0]).toContain('whose recordings?');
		expect(app.screen()).toMatch(/❯ +Łukasz Wiśniewski/);
		expect(app.screen()).not.toContain('森');
	});

	test('is no text for the help', async () => {
		const app = await openUsers();
		await app.press('/', 'a', keys.escape, '?');
		await app.paste('q');
		expect(app.screen()).toContain('Keys on this screen');
	});
});
