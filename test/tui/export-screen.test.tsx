import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {safeText} from '../../source/safe-text.ts';
import {formats} from '../../source/transcripts/formats/formats.ts';
import {keys} from '../support/keys.ts';
import {type OpenedApp, openDates, sizes} from './open-app.tsx';
import {meeting, opened} from './things.ts';

const start = new Date('2026-11-23T13:30:00Z');
const budget = {...meeting('Budget review'), start};

async function openExport(
	size: {readonly columns?: number; readonly rows?: number} = {},
	changes: Partial<typeof budget> = {},
): Promise<OpenedApp> {
	const app = await openDates(size);
	const it = {...budget, ...changes};
	app.services.transcripts.push(opened(it));
	app.services.meetings.give({
		meetings: [it],
		searched: {from: '2026-10-26', to: '2026-11-24'},
		windowsDone: 1,
		windowsTotal: 1,
	});
	app.services.meetings.end();
	await app.press(keys.enter);
	await app.waitFor(/ transcribed$/m);
	await app.press(keys.enter);
	await app.waitFor('Loud and clear.');
	await app.press('.');
	await app.waitFor(/› export/);
	return app;
}

/** What stands right of the formats. */
function preview(app: OpenedApp): string {
	return app
		.rows()
		.flatMap(row => row.split('│')[1]?.trim() ?? [])
		.join('\n')
		.trim();
}

const textFile = '/home/ada/2026-11-23 Budget review.txt';

describe.each(sizes)('at $columns×$rows', size => {
	test('every format can be chosen, and its real output is previewed', async () => {
		const app = await openExport(size);
		expect(app.frameFaults()).toEqual([]);
		expect(preview(app).replaceAll(/\s+/g, ' ')).toBe(
			'[0:00] Speaker A: Can you hear me? [0:01] Speaker B: Loud and clear.',
		);
		const extensions: Array<string | undefined> = [];
		for (const {title} of formats) {
			expect(app.rows()).toContainEqual(expect.stringContaining(`❯ ${title.slice(0, 20)}`));
			extensions.push(/Budget review\.(\S+)/.exec(app.screen())?.[1]);
			expect(app.frameFaults()).toEqual([]);
			await app.press(keys.down);
		}

		expect(extensions).toEqual(formats.map(({fileExtension}) => fileExtension));
		await app.press(keys.home, keys.down, keys.down);
		expect(preview(app)).toMatch(/^1\n00:00:00,000 --> 00:00:01,\d+\n/);
		await app.press(keys.down);
		expect(preview(app)).toMatch(/^WEBVTT\n/);
	});

	test('Enter writes the file and says where', async () => {
		const app = await openExport(size);
		await app.press(keys.enter);
		await app.waitFor(/✓ written to /);
		expect([...app.services.files]).toEqual([
			[textFile, '[0:00] Speaker A: Can you hear me?\n[0:01] Speaker B: Loud and clear.\n'],
		]);
		expect(app.frameFaults()).toEqual([]);
	});

	test('the path can be edited, and follows the format', async () => {
		const app = await openExport(size);
		await app.press('e');
		expect(app.rows().at(-3)).toMatch(/to .*Budget review\.txt/);
		await app.press(keys.ctrlU);
		await app.paste('/tmp/notes.txt\n');
		await app.press(keys.backspace, keys.enter);
		expect(app.screen()).toContain('to /tmp/notes.txt');
		await app.press('G');
		await app.waitFor('to /tmp/notes.html');
		await app.press(keys.enter);
		await app.waitFor('✓ written to /tmp/notes.html');
		expect([...app.services.files.keys()]).toEqual(['/tmp/notes.html']);
		expect(app.frameFaults()).toEqual([]);
	});

	test('a file of that name is left alone unless y is pressed', async () => {
		const app = await openExport(size);
		app.services.files.set(textFile, 'mine');
		await app.press(keys.enter);
		await app.waitFor('There is a file of that name. Replace it?');
		expect(app.rows().at(-1)).toMatch(/y replace it/);
		expect(app.frameFaults()).toEqual([]);
		await app.press(keys.enter);
		expect(app.services.files.get(textFile)).toBe('mine');
		await app.press('n', keys.enter);
		await app.waitFor('Replace it?');
		expect(app.services.files.get(textFile)).toBe('mine');
		await app.press('y');
		await app.waitFor(/✓ written to /);
		expect(app.services.files.get(textFile)).toContain('Loud and clear.');
	});

	test('what went wrong is said, with what to do', async () => {
		const app = await openExport(size);
		app.services.writingError = new UserError('No room', {hint: 'Choose another folder.'});
		await app.press(keys.enter);
		await app.waitFor('✗ No room Choose another folder.');
		app.services.writingError = undefined;
		await app.press(keys.enter);
		await app.waitFor(/✓ written to /);
	});
});

test('what was written is not said any more once another format is chosen', async () => {
	const app = await openExport();
	await app.press(keys.enter);
	await app.waitFor('✓ written to');
	await app.press(keys.down);
	expect(app.screen()).not.toContain('written');
	expect(app.screen()).toContain('.md');
});

test('Esc keeps the old path, and then goes back to the transcript', async () => {
	const app = await openExport();
	await app.press('e', ...'.old', keys.escape);
	expect(app.screen()).toContain(`to ${textFile}`);
	expect(app.screen()).not.toContain('.old');
	await app.press(keys.escape);
	expect(app.screen()).toContain('Speaker A  0:00');
});

test('an empty path is the suggested one again', async () => {
	const app = await openExport();
	await app.press('e', keys.ctrlU, ...'x', keys.enter);
	expect(app.screen()).toContain('to x');
	await app.press('e', keys.ctrlU, keys.enter);
	expect(app.screen()).toContain(`to ${textFile}`);
});

test('while the path is edited, letters are letters', async () => {
	const app = await openExport();
	await app.press('e', keys.ctrlU, ...'/q?e.txt', keys.enter, keys.enter);
	await app.waitFor('✓ written to /q?e.txt');
});

test('a topic that is a path trick leads nowhere else', async () => {
	const app = await openExport({}, {topic: safeText('../../x')});
	await app.press(keys.enter);
	await app.waitFor('✓ written');
	const [file] = app.services.files.keys();
	expect(file).toMatch(/^\/home\/ada\/[^/]+\.txt$/);
});

describe('the format’s options', () => {
	test.each(sizes)('are shown, and only those that it has, at $columns×$rows', async size => {
		const app = await openExport(size);
		expect(app.screen()).toContain('t times on   s speakers on   u by turn   h header off');
		await app.press(keys.down);
		expect(app.screen()).toContain('header on');
		await app.press(keys.down);
		expect(app.rows()).toContain(' s speakers on');
		await app.press(keys.down, keys.down);
		expect(app.screen()).toContain('this format has no options');
		expect(app.frameFaults()).toEqual([]);
	});

	test('change the preview, and then the file', async () => {
		const app = await openExport();
		await app.press('t', 's');
		expect(app.screen()).toContain('t times off   s speakers off');
		expect(preview(app)).toBe('Can you hear me?\nLoud and clear.');
		await app.press('s', 'h');
		expect(preview(app)).toMatch(/^Budget review\n(.*\n)+Speaker A: Can you hear me\?/);
		await app.press('h', 't', 't', keys.enter);
		await app.waitFor('✓ written to');
		expect(app.services.files.get(textFile)).toMatch(/^Speaker A: Can you hear me/);
	});

	test('are kept from format to format, as far as the next one has them', async () => {
		const app = await openExport();
		await app.press(...Array.from({length: 6}, () => keys.down), 'u', 'u');
		expect(app.screen()).toContain('u by word');
		expect(preview(app)).toContain('Can');
		await app.press(keys.down);
		expect(app.screen()).toContain('u by turn');
		await app.press(keys.up);
		expect(app.screen()).toContain('u by word');
	});
});
