import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {keys} from '../support/keys.ts';
import {conversation} from '../transcripts/corpus.ts';
import {type OpenedApp, openTranscript, placeLine} from './open-transcript.tsx';

const talk = conversation(
	Array.from({length: 40}, (_, place): readonly [string, string] => [
		place % 2 === 0 ? 'A' : 'B',
		`What was said in turn ${place}.`,
	]),
);

/** What the terminal was asked to put on the clipboard, the last time. */
function copiedByTerminal(app: OpenedApp): string | undefined {
	const last = app.written().split('\u001B]52;c;').slice(1).at(-1);
	return last === undefined
		? undefined
		: Buffer.from(last.split('\u0007')[0] ?? '', 'base64').toString();
}

function spokenIn(app: OpenedApp): readonly string[] {
	return [...(copiedByTerminal(app) ?? '').matchAll(/turn (\d+)\./g)].map(([, turn = '']) => turn);
}

describe.each([
	{columns: 80, rows: 24},
	{columns: 60, rows: 15},
])('at $columns×$rows', size => {
	test('y copies the turn at the top, by the terminal and to the system', async () => {
		const app = await openTranscript(talk, size);
		await app.press(']', 'y');
		await app.waitFor('1 turn copied');
		expect(copiedByTerminal(app)).toMatch(/^\[\d:\d\d\] Speaker B: What was said in turn 1\.\n$/);
		expect(app.services.copied).toEqual([copiedByTerminal(app)]);
		expect(app.frameFaults()).toEqual([]);
		await app.press('j');
		expect(app.screen()).not.toContain('copied');
	});

	test('V and moving choose several, which are marked', async () => {
		const app = await openTranscript(talk, size);
		await app.press(']', 'V', 'j', 'j', 'k');
		expect(placeLine(app)).toContain('2 chosen');
		expect(app.screen()).toMatch(/▌Speaker B/);
		expect(app.screen()).toMatch(/▌ {2}What was said in turn 2\./);
		expect(app.screen()).not.toMatch(/▌ {2}What was said in turn 3\./);
		expect(app.frameFaults()).toEqual([]);
		await app.press('y');
		await app.waitFor('2 turns copied');
		expect(spokenIn(app)).toEqual(['1', '2']);
		expect(app.screen()).not.toContain('▌');
	});
});

test('a range reaches to both ends, also past what is in view', async () => {
	const app = await openTranscript(talk);
	await app.press(']', ']', 'V', 'G');
	await app.waitFor('38 chosen');
	expect(app.screen()).toContain('turn 39.');
	await app.press('g', keys.enter);
	await app.waitFor('3 turns copied');
	expect(spokenIn(app)).toEqual(['0', '1', '2']);
});

test('Esc copies nothing', async () => {
	const app = await openTranscript(talk);
	await app.press('V', 'j', keys.escape);
	expect(app.screen()).not.toContain('▌');
	expect(copiedByTerminal(app)).toBeUndefined();
	expect(app.services.copied).toEqual([]);
});

test('Y copies everything', async () => {
	const app = await openTranscript(talk);
	await app.press('Y');
	await app.waitFor('40 turns copied');
	expect(spokenIn(app)).toHaveLength(40);
});

test('what is too long for the terminal goes to the system, or that is said', async () => {
	const long = conversation(Array.from({length: 3}, () => ['A', 'word '.repeat(8000)] as const));
	const app = await openTranscript(long);
	await app.press('Y');
	await app.waitFor('3 turns copied');
	expect(copiedByTerminal(app)).toBeUndefined();
	app.services.hasClipboard = false;
	await app.press('Y');
	await app.waitFor('too long to copy through the terminal');
});

describe('o opens the recording', () => {
	const address = 'https://zoom.us/rec/share/abc';

	test('in the browser, and says so', async () => {
		const app = await openTranscript(talk);
		app.services.openRecording = async uuid => {
			expect(uuid).toBe('Budget review');
			return {address, isOpened: true};
		};
		await app.press('o');
		await app.waitFor(`! Opened in the browser: ${address}`);
	});

	test('or shows its address where there is none', async () => {
		const app = await openTranscript(talk);
		app.services.openRecording = async () => ({address, isOpened: false});
		await app.press('o');
		await app.waitFor(`! Open this in a browser: ${address}`);
		expect(app.frameFaults()).toEqual([]);
	});

	test('or says why it can’t', async () => {
		const app = await openTranscript(talk);
		app.services.openRecording = async () => {
			throw new UserError('Zoom gives no page for this recording', {hint: 'Look there.'});
		};
		await app.press('o');
		await app.waitFor('! Zoom gives no page for this recording. Look there.');
	});
});
