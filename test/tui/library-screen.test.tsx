import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {safeText} from '../../source/safe-text.ts';
import {keys} from '../support/keys.ts';
import {conversation} from '../transcripts/corpus.ts';
import {type OpenedApp, openApp, sizes} from './open-app.tsx';
import {ada, meeting, opened, user} from './things.ts';

const topics = ['Budget review', 'Café planning', 'Launch'] as const;

/** Opens the library from the first screen; the newest stands at the top. */
async function openLibrary(
	size: {readonly columns?: number; readonly rows?: number} = {},
	count: number = topics.length,
): Promise<OpenedApp> {
	const app = openApp(size);
	app.services.transcripts.push(
		...topics.slice(0, count).map((topic, daysAgo) => opened(meeting(topic, daysAgo + 1))),
	);
	app.services.users.give({users: [ada, user('Ben')], total: 2});
	app.services.users.end();
	await app.waitFor('2 people');
	await app.press('L');
	await app.waitFor('recscribe › library');
	return app;
}

function listed(app: OpenedApp): readonly string[] {
	return topics.toSorted((one, other) => rowOf(app, one) - rowOf(app, other));
}

function rowOf(app: OpenedApp, topic: string): number {
	return app.rows().findIndex(row => row.includes(topic));
}

describe.each(sizes)('at $columns×$rows', size => {
	test('lists everything that was transcribed, newest first', async () => {
		const app = await openLibrary(size);
		expect(app.frameFaults()).toEqual([]);
		expect(listed(app)).toEqual(topics);
		expect(app.screen()).toContain('3 transcripts, newest first');
		expect(app.screen()).toContain('48 min');
	});

	test('asks where to delete, and deletes nothing before it is answered', async () => {
		const app = await openLibrary(size);
		await app.press('D');
		await app.waitFor('Delete 1 transcript for good: where?');
		expect(app.frameFaults()).toEqual([]);
		expect(app.rows().at(-1)).toContain('h here   a AssemblyAI   b both   Esc nowhere');
		await app.press(keys.escape);
		await app.waitFor('3 transcripts, newest first');
		expect(app.services.deleted).toEqual([]);
	});
});

test('what there is of the one at the cursor stands below', async () => {
	const app = await openLibrary();
	expect(app.screen()).toContain('48 min · 2 speakers: A, B');
	expect(app.screen()).toContain('AssemblyAI’s copy was not deleted from here.');
});

test('without a transcript it says what to do', async () => {
	const app = await openLibrary({}, 0);
	expect(app.screen()).toContain('Nothing was transcribed yet');
	await app.press(keys.escape);
	await app.waitFor('whose recordings?');
});

test('is sorted and filtered', async () => {
	const app = await openLibrary();
	await app.press('s');
	await app.waitFor('oldest first');
	expect(listed(app)).toEqual(topics.toReversed());
	await app.press('/', 'c', 'a', 'f', 'e');
	await app.waitFor('1 transcript');
	expect(app.screen()).not.toContain('Budget review');
	await app.press(keys.escape);
	await app.waitFor('Budget review');
});

test('Enter opens the transcript, and Esc comes back to where one was', async () => {
	const app = await openLibrary();
	await app.press('j', keys.enter);
	await app.waitFor('Café planning ›');
	expect(app.screen()).toContain('Can you hear me?');
	await app.press(keys.escape);
	await app.waitFor('recscribe › library');
	expect(app.rows().find(row => row.startsWith('❯'))).toContain('Café planning');
});

describe('deleting', () => {
	test.each([
		['h', 'here', 2],
		['a', 'remote', 3],
		['b', 'both', 2],
	] as const)('with %s it is %s', async (key, place, left) => {
		const app = await openLibrary();
		await app.press('D', key);
		await app.waitFor('✓ 1 transcript deleted');
		expect(app.services.deleted).toEqual([{id: 'transcript of Budget review', place}]);
		await app.press('k');
		await app.waitFor(`${left} transcripts, newest first`);
	});

	test('takes all that is marked, and nothing else', async () => {
		const app = await openLibrary();
		await app.press(' ', ' ', 'D');
		await app.waitFor('Delete 2 transcripts');
		await app.press('h');
		await app.waitFor('✓ 2 transcripts deleted here');
		expect(app.services.transcripts.map(({record}) => record.meeting.topic)).toEqual(['Launch']);
	});

	test('says why it can’t', async () => {
		const app = await openLibrary();
		app.services.deletingError = new UserError('AssemblyAI can’t be reached', {hint: 'Wait.'});
		await app.press('D', 'b');
		await app.waitFor('✗ AssemblyAI can’t be reached. Wait.');
		expect(app.services.transcripts).toHaveLength(3);
	});
});

describe('exporting', () => {
	test('one leads to where a file is chosen', async () => {
		const app = await openLibrary();
		await app.press('.');
		await app.waitFor('recscribe › Budget review › export');
	});

	test('what is marked goes into a folder, in the format and with the options chosen', async () => {
		const app = await openLibrary();
		await app.press('a', '.');
		await app.waitFor('recscribe › 3 transcripts › export');
		expect(app.screen()).toContain('to /home/ada/transcripts');
		await app.press('t', keys.enter);
		await app.waitFor('✓ 3 files written into /home/ada/transcripts');
		const {files} = app.services;
		expect([...files.keys()].toSorted()).toEqual([
			expect.stringMatching(/^\/home\/ada\/transcripts\/.* Launch\.txt$/),
			expect.stringMatching(/ Café planning\.txt$/),
			expect.stringMatching(/ Budget review\.txt$/),
		]);
		expect([...files.values()][0]).toMatch(/^Speaker A: Can you hear me/);
	});

	test('another folder can be given', async () => {
		const app = await openLibrary();
		await app.press('a', '.');
		await app.waitFor('3 transcripts › export');
		await app.press('e', 'x', keys.enter, keys.enter);
		await app.waitFor('✓ 3 files written into /home/ada/transcriptsx');
		expect([...app.services.files.keys()][0]).toMatch(/^\/home\/ada\/transcriptsx\//);
	});
});

describe('what was said', () => {
	const turns = Array.from({length: 60}, (_, turn): [string, string] => [
		turn % 2 === 0 ? 'A' : 'B',
		`This is sentence number ${turn}.`,
	]);

	async function openSearch(
		size: {readonly columns?: number; readonly rows?: number} = {},
	): Promise<OpenedApp> {
		const app = await openLibrary(size, 1);
		const long = opened(meeting('Long talk', 2), conversation(turns));
		app.services.transcripts.push(long);
		const startMs = long.transcript.turns[40]?.startMs ?? 0;
		app.services.hits = [
			{
				transcriptId: long.record.id,
				turn: 40,
				speaker: safeText('A'),
				startMs,
				snippet: [
					{text: safeText('This is sentence'), isMatch: false},
					{text: safeText('number'), isMatch: true},
				],
			},
		];
		await app.press('f');
		await app.waitFor('library › what was said');
		return app;
	}

	test.each(sizes)('is found as one types, at $columns×$rows', async size => {
		const app = await openSearch(size);
		expect(app.screen()).toContain('Type words that were said');
		await app.press('n', 'u', 'm');
		await app.waitFor('1 find');
		expect(app.frameFaults()).toEqual([]);
		expect(app.services.searched.at(-1)).toEqual({text: 'num', isUnfinished: true});
		expect(app.rows().find(row => row.startsWith('❯'))).toContain('This is sentence');
	});

	test('Enter opens the transcript at the find, and Esc comes back to the search', async () => {
		const app = await openSearch();
		await app.press('n', 'u', 'm');
		await app.waitFor('1 find');
		await app.press(keys.enter);
		await app.waitFor('Long talk ›');
		expect(app.screen()).toContain('This is sentence number 40.');
		expect(app.screen()).not.toContain('This is sentence number 39.');
		// What was found is marked, and n goes on from there.
		expect(app.screen()).toContain('41 of 60');
		await app.press('n');
		expect(app.screen()).toContain('42 of 60');
		await app.press(keys.escape, keys.escape);
		await app.waitFor('1 find');
		expect(app.screen()).toContain('❯ num');
		await app.press(keys.escape);
		await app.waitFor('newest first');
	});

	test('says it when nothing was found', async () => {
		const app = await openSearch();
		app.services.hits = [];
		await app.press('x');
		await app.waitFor('Nothing like that was said');
	});
});
