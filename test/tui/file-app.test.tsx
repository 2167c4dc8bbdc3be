import {describe, expect, test} from 'vitest';
import {safeText} from '../../source/safe-text.ts';
import type {OpenedFile} from '../../source/transcript-files/open-transcript-file.ts';
import type {Transcript} from '../../source/transcripts/transcript.ts';
import {keys} from '../support/keys.ts';
import {conversation, documentOf, transcriptOf} from '../transcripts/corpus.ts';
import {openFile, sizes} from './open-app.tsx';
import {currentRows, placeLine, shownRows} from './open-transcript.tsx';

const talk: Transcript = {
	...conversation(
		Array.from({length: 40}, (_, place): readonly [string, string] => [
			place % 4 === 0 ? 'Bo Lind' : 'Ada Moreau',
			`What was said in turn ${place}.`,
		]),
	),
	source: undefined,
};

function fileWith(transcript: Transcript, name = 'talk.srt'): OpenedFile {
	return {
		name: safeText(name),
		raw: 'the file itself',
		document: documentOf(transcript, {
			uuid: undefined,
			number: undefined,
			topic: safeText('talk'),
			start: undefined,
		}),
	};
}

describe.each([...sizes, {columns: 120, rows: 30}])('at $columns×$rows', size => {
	test('a file is read: moved in, looked through, gone through by time', async () => {
		const app = openFile(fileWith(talk), size);
		await app.waitFor('turn 0.');
		expect(app.rows()[0]).toBe(' recscribe › talk.srt');
		expect(shownRows(app)[0]).toMatch(/^ Bo Lind {2}0:00$/);
		await app.press(']');
		expect(currentRows(app)).toEqual([
			expect.stringMatching(/^Ada Moreau/),
			'What was said in turn 1.',
		]);
		await app.press('/', ...'turn 33', keys.enter);
		expect(currentRows(app)).toContain('What was said in turn 33.');
		await app.press(keys.escape, 't', ...'0:10', keys.enter);
		expect(placeLine(app)).toMatch(/^ 0:09 \/ 1:39 · 10%/);
		expect(app.frameFaults()).toEqual([]);
	});

	test('s says who speaks, and that names are not kept of a file', async () => {
		const app = openFile(fileWith(talk), size);
		await app.waitFor('turn 0.');
		await app.press('s');
		expect(app.screen()).toMatch(/❯ Ada Moreau +\S+ +75% \d/);
		expect(app.screen().replaceAll(/\s+/g, ' ')).toContain(
			'Names and corrections are kept in the library, and this file is not in it.',
		);
		await app.press('r', keys.enter, 'm', 'a', 'j');
		expect(app.screen()).toMatch(/❯ Bo Lind/);
		expect(app.frameFaults()).toEqual([]);
		await app.press(keys.escape);
		expect(app.screen()).toContain('turn 0.');
	});

	test('i shows the outline that the file has, and leads to where something was said', async () => {
		const outline = {
			overview: safeText(''),
			sections: [
				{headline: safeText('Greetings'), text: safeText('Everybody says hello.'), startMs: 0},
				{
					headline: safeText('Budget'),
					text: safeText('It was agreed.'),
					startMs: talk.turns[10]?.startMs,
				},
			],
			steps: [{text: safeText('Ada writes it down.'), timeMs: undefined}],
		};
		const app = openFile(fileWith({...talk, outline}), size);
		await app.waitFor('turn 0.');
		await app.press('i');
		expect(app.screen()).toMatch(/❯ +0:00 +Greetings/);
		expect(app.screen()).toContain('Everybody says hello.');
		expect(app.screen()).toContain('as the file has it');
		expect(app.screen()).not.toContain('Asking Zoom');
		expect(app.screen().includes('turn 0.')).toBe(size.columns >= 110);
		expect(app.frameFaults()).toEqual([]);
		await app.press('j', keys.enter);
		expect(app.screen()).toContain('turn 10.');
		expect(app.screen()).not.toContain('turn 0.');
		expect(app.screen().includes('Greetings')).toBe(size.columns >= 110);
		await app.press(...(size.columns >= 110 ? [keys.escape] : ['i', keys.escape]));
		expect(app.screen()).not.toContain('Greetings');
		expect(app.screen()).toContain('turn 10.');
	});

	test('. writes it in another format, and Esc leads back', async () => {
		const app = openFile(fileWith(talk), size);
		await app.waitFor('turn 0.');
		await app.press('.');
		await app.waitFor('talk.srt › export');
		expect(app.screen()).toContain('Word document');
		expect(app.screen()).not.toContain('AssemblyAI’s response');
		await app.press(keys.down, keys.enter);
		await app.waitFor('✓ written to');
		expect([...app.services.files.values()]).toEqual([
			expect.stringContaining('**Ada Moreau** `0:02`\\\nWhat was said in turn 1.'),
		]);
		expect(app.frameFaults()).toEqual([]);
		await app.press(keys.escape);
		await app.waitFor('turn 0.');
	});
});

test('y copies a turn', async () => {
	const app = openFile(fileWith(talk));
	await app.waitFor('turn 0.');
	await app.press(']', 'y');
	await app.waitFor('1 turn copied');
	expect(app.services.copied).toEqual([expect.stringMatching(/ Ada Moreau: .* turn 1\.\n$/)]);
});

test('what would be kept, asked or opened elsewhere is not offered, and does nothing', async () => {
	const app = openFile(fileWith(talk));
	await app.waitFor('turn 0.');
	const before = app.screen();
	await app.press('e', 'u', 'i', 'o', 'a', 'c', 'W', 'L');
	expect(app.screen()).toBe(before);
	await app.press('?', 'f');
	const help = app.screen();
	expect(help).toContain('speakers: who talks how much');
	expect(help).not.toMatch(/correct|outline|recording|name and merge|AssemblyAI|misheard|works/);
});

test('AssemblyAI’s own response says which words may have been misheard', async () => {
	const app = openFile(fileWith({...talk, source: 'assemblyai'}, 'talk.json'));
	await app.waitFor('turn 0.');
	await app.press('?', 'f');
	expect(app.screen()).toContain('misheard');
});

test.each([
	['q', {type: 'quit'}],
	[keys.escape, {type: 'quit'}],
	[keys.ctrlC, {type: 'interrupted'}],
])('%j leaves the program', async (key, outcome) => {
	const app = openFile(fileWith(talk));
	await app.waitFor('turn 0.');
	const exit = app.waitUntilExit();
	await app.press(key);
	expect(await exit).toEqual(outcome);
});

test('a file without words says so', async () => {
	const app = openFile(fileWith(transcriptOf([], {source: undefined})));
	await app.waitFor('This file has no words.');
	await app.press('j', 'y', '/', keys.escape, 's', keys.escape);
	expect(app.frameFaults()).toEqual([]);
});
