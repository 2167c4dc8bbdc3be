import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {applyCorrections, type Correction} from '../../source/transcripts/corrections.ts';
import type {Transcript} from '../../source/transcripts/transcript.ts';
import {keys} from '../support/keys.ts';
import {conversation} from '../transcripts/corpus.ts';
import {openMeetings, sizes} from './open-app.tsx';
import {
	budget,
	currentRows,
	type OpenedApp,
	openTranscript,
	placeLine,
	shownRows,
} from './open-transcript.tsx';
import {meetingDetail, opened, openedFromZoom} from './things.ts';

const talk = conversation([
	['A', 'The kubernets cluster is down.'],
	['B', 'Yes.'],
	...Array.from({length: 30}, (_, turn): readonly [string, string] => [
		turn % 2 === 0 ? 'A' : 'B',
		`Something else in turn ${turn + 2}.`,
	]),
]);

/** Opens a transcript of a library that keeps corrections. */
async function openCorrectable(transcript: Transcript = talk, size = {}): Promise<OpenedApp> {
	const app = await openTranscript(transcript, size);
	const kept: Correction[] = [];
	function show(): void {
		const corrected = applyCorrections(transcript, kept);
		app.services.transcripts.splice(0, 1, opened(budget, corrected));
	}

	app.services.correctTurn = (_, turn, text) => {
		const heard = transcript.turns[turn]?.text ?? text;
		kept.push({turn, heard, text});
		show();
	};
	app.services.undoCorrection = () => {
		const undone = kept.pop();
		show();
		return undone?.turn;
	};
	return app;
}

const ctrlO = '\u000F';

describe.each(sizes)('at $columns×$rows', size => {
	test('e corrects the turn that one is at, in its place', async () => {
		const app = await openCorrectable(talk, size);
		expect(currentRows(app)).toEqual(['Speaker A  0:00', 'The kubernets cluster is down.']);
		await app.press('e');
		expect(placeLine(app)).toBe(' correcting');
		expect(app.rows().at(-1)).toMatch(/Enter keep .* Esc leave it/);
		await app.press(keys.ctrlU, ...'It is up.', keys.enter);
		await app.waitFor('Speaker A  0:00 · corrected');
		expect(currentRows(app)).toEqual(['Speaker A  0:00 · corrected', 'It is up.']);
		expect(placeLine(app)).toMatch(/ corrected$/);
		expect(shownRows(app)[4]).toBe('   Yes.');
		expect(app.frameFaults()).toEqual([]);
		await app.press('/', ...'it is up', keys.enter);
		expect(placeLine(app)).toContain('1 of 1');
	});

	test('a text longer than the pane is edited with the cursor in view', async () => {
		const words = Array.from({length: 400}, (_, index) => `word${index}`).join(' ');
		const app = await openCorrectable(conversation([['A', words]]), size);
		await app.press('e', ...' end');
		expect(app.screen()).toContain('word399 end');
		expect(app.frameFaults()).toEqual([]);
		await app.press(...Array.from({length: 80}, () => keys.up), 'x');
		expect(app.screen()).toContain('▌  xword0 ');
		await app.press(keys.down, keys.home, 'z', keys.end, keys.backspace);
		expect(app.screen()).toMatch(/▌ {2}zword\d+ .*word\d+\s+[┃│]?\n/);
		expect(app.frameFaults()).toEqual([]);
	});
});

test('what was heard is shown beside what is typed, and can be had again', async () => {
	const app = await openCorrectable();
	await app.press('e', 'x');
	expect(placeLine(app)).toContain('heard: The kubernets cluster is down.');
	await app.press(keys.enter);
	await app.waitFor('corrected');
	await app.press('e');
	expect(placeLine(app)).toContain('heard: The kubernets cluster is down.');
	await app.press(ctrlO);
	expect(placeLine(app)).toBe(' correcting');
	await app.press(keys.enter);
	await app.waitFor('as it was heard');
	expect(currentRows(app)).toEqual(['Speaker A  0:00', 'The kubernets cluster is down.']);
});

test('u takes corrections back, one after the other, and goes to where they were', async () => {
	const app = await openCorrectable();
	await app.press('e', '1', keys.enter, ']', 'e', '2', keys.enter, 'G');
	expect(app.screen()).not.toContain('corrected');
	await app.press('u');
	await app.waitFor('the last correction taken back');
	expect(currentRows(app)).toEqual(['Speaker B  0:02', 'Yes.']);
	await app.press('u');
	expect(currentRows(app)).toEqual(['Speaker A  0:00', 'The kubernets cluster is down.']);
	await app.press('u');
	await app.waitFor('no correction to take back');
	await app.press('j');
	expect(app.screen()).not.toContain('no correction');
});

test('Esc leaves a turn as it was, but asks before it drops what was typed', async () => {
	const app = await openCorrectable();
	await app.press('e', keys.escape);
	expect(placeLine(app)).toContain('0:00 /');
	await app.press('e', 'x', keys.escape);
	expect(placeLine(app)).toContain('What you typed is not kept yet. Drop it?');
	await app.press('y');
	expect(app.screen()).toContain('▌  The kubernets cluster is down.xy');
	await app.press(keys.escape, keys.escape);
	expect(currentRows(app)).toEqual(['Speaker A  0:00', 'The kubernets cluster is down.']);
	await app.press('e', 'x', keys.escape, keys.enter);
	await app.waitFor('down.x');
	expect(placeLine(app)).toMatch(/ corrected$/);
});

test('every turn can be reached, also the last ones; a hit is corrected where it is', async () => {
	const app = await openCorrectable();
	await app.press('G', ...']'.repeat(20));
	expect(currentRows(app).at(-1)).toBe('Something else in turn 31.');
	await app.press('[', 'e', 'x', keys.enter);
	await app.waitFor('turn 30.x');
	await app.press('g', '/', ...'turn 7.', keys.enter, 'e', 'x', keys.enter);
	await app.waitFor('turn 7.x');
});

test('what is pasted becomes one line, and what is typed is cleaned', async () => {
	const app = await openCorrectable();
	await app.press('e', keys.ctrlU);
	await app.paste('one\r\ntwo\u001B[31m\u202E three');
	await app.press(keys.enter);
	await app.waitFor('corrected');
	expect(currentRows(app)[1]).toContain('three');
	// A field takes no control characters; what else is unsafe to show goes when it is kept.
	expect(app.services.transcripts[0]?.transcript.turns[0]?.text).toBe('one two [31m three');
});

test('an export has the corrections, or what was heard', async () => {
	const app = await openCorrectable();
	await app.press('.');
	await app.waitFor(/› export/);
	expect(app.screen()).not.toContain('as corrected');
	await app.press('o');
	expect(app.screen()).toContain('kubernets');
	await app.press(keys.escape, 'e', keys.ctrlU, ...'All is well.', keys.enter, '.');
	await app.waitFor('o as corrected');
	expect(app.screen()).toContain('All is well.');
	expect(app.frameFaults()).toEqual([]);
	await app.press('o');
	await app.waitFor('o as heard');
	expect(app.screen()).not.toContain('All is well.');
	expect(app.screen()).toContain('kubernets');
});

test('a library that can’t be written says why, and nothing is lost on the screen', async () => {
	const app = await openCorrectable();
	app.services.correctTurn = () => {
		throw new UserError('The disk is full', {hint: 'Make room.'});
	};
	await app.press('e', 'x', keys.enter);
	expect(placeLine(app)).toBe(' ✗ The disk is full. Make room.');
	expect(app.screen()).toContain('▌  The kubernets cluster is down.x');
	await app.press('y');
	expect(placeLine(app)).toContain('heard:');
});

test('Zoom’s own transcript is corrected like any other', async () => {
	const app = await openMeetings([budget]);
	const transcript = openedFromZoom(budget, talk);
	const corrected: unknown[] = [];
	app.services.zoom.getMeeting = async () => meetingDetail('Budget review');
	app.services.openZoomTranscript = async () => transcript;
	app.services.transcripts.push(transcript);
	app.services.correctTurn = (of, turn, text) => corrected.push([of.record.id, turn, text]);
	await app.press('v');
	await app.waitFor('kubernets');
	await app.press('e', '!', keys.enter);
	expect(corrected).toEqual([[transcript.record.id, 0, 'The kubernets cluster is down.!']]);
	expect(placeLine(app)).toContain('corrected');
});
