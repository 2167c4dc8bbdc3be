import {describe, expect, test, vi} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {formatTime} from '../../source/transcripts/time.ts';
import type {Turn} from '../../source/transcripts/transcript.ts';
import {keys} from '../support/keys.ts';
import {conversation, meetingOfHours, transcriptOf} from '../transcripts/corpus.ts';
import {sizes} from './open-app.tsx';
import {budget, openTranscript, placeLine, shownRows} from './open-transcript.tsx';
import {opened} from './things.ts';

// chalk looks at it once, when it is imported.
vi.hoisted(() => {
	process.env['FORCE_COLOR'] = '1';
});

/** A turn of these words, one a second. */
function numbered(speaker: string, from: number, count: number): Turn {
	const words = Array.from({length: count}, (_, index) => `word${from + index}`);
	const [turn] = conversation([[speaker, words.join(' ')]]).turns;
	if (turn === undefined) {
		throw new Error('A conversation of one line has one turn');
	}

	return {
		...turn,
		startMs: from * 1000,
		endMs: (from + count) * 1000,
		words: turn.words.map((word, index) => ({
			...word,
			startMs: (from + index) * 1000,
			endMs: (from + index + 1) * 1000,
		})),
	};
}

const long = transcriptOf([
	numbered('A', 0, 300),
	numbered('B', 300, 300),
	numbered('A', 600, 300),
	numbered('C', 900, 20),
]);

describe.each(sizes)('at $columns×$rows', size => {
	test('shows who said what and when, and where one is', async () => {
		const app = await openTranscript(
			conversation([
				['A', 'Can you hear me?'],
				['B', 'Loud and clear.'],
			]),
			size,
		);
		expect(shownRows(app).slice(0, 5)).toEqual([
			' Speaker A  0:00',
			'   Can you hear me?',
			'',
			' Speaker B  0:01',
			'   Loud and clear.',
		]);
		// Everything is in view: that is the end.
		expect(placeLine(app)).toMatch(/^ 0:02 \/ 0:02 · 100% +universal-3-5-pro · en$/);
		expect(app.frameFaults()).toEqual([]);
	});

	test('scrolls by line, half page, page and to both ends, and says the place', async () => {
		const app = await openTranscript(long, size);
		const height = shownRows(app).length;
		const top = () => shownRows(app)[0];
		expect(top()).toBe(' Speaker A  0:00');
		expect(placeLine(app)).toMatch(/^ 0:00 \/ 15:20 · 0% /);
		const first = shownRows(app);

		await app.press(keys.down);
		expect(shownRows(app).slice(0, -1)).toEqual(first.slice(1));
		await app.press('j', 'k', keys.up);
		expect(shownRows(app)).toEqual(first);
		await app.press(keys.up);
		expect(shownRows(app)).toEqual(first);

		await app.press(keys.space);
		expect(top()).toBe(first.at(-1));
		await app.press('b', keys.pageDown);
		expect(top()).toBe(first.at(-1));
		await app.press(keys.pageUp, keys.ctrlD);
		expect(top()).toBe(first[Math.floor(height / 2)]);
		await app.press(keys.ctrlU);
		expect(shownRows(app)).toEqual(first);

		await app.press('G');
		expect(shownRows(app).at(-1)).toMatch(/word919$/);
		expect(placeLine(app)).toMatch(/^ 15:20 \/ 15:20 · 100% /);
		const last = shownRows(app);
		await app.press(keys.down, keys.space);
		expect(shownRows(app)).toEqual(last);
		await app.press(keys.home);
		expect(shownRows(app)).toEqual(first);
		await app.press(keys.end);
		expect(shownRows(app)).toEqual(last);
		expect(app.frameFaults()).toEqual([]);
	});

	test('the place is the time of the words at the top, and their share of the whole', async () => {
		const app = await openTranscript(long, size);
		await app.press(keys.pageDown, keys.pageDown);
		const second = Number(/word(\d+)/.exec(shownRows(app)[0] ?? '')?.[1]);
		expect(second).toBeGreaterThan(50);
		expect(placeLine(app)).toContain(
			` ${formatTime(second * 1000)} / 15:20 · ${Math.round(second / 9.2)}%`,
		);
	});

	test('[ and ] go from turn to turn', async () => {
		const app = await openTranscript(long, size);
		const top = () => shownRows(app)[0];
		await app.press(']');
		expect(top()).toBe(' Speaker B  5:00');
		await app.press(']');
		expect(top()).toBe(' Speaker A  10:00');
		await app.press(keys.down, '[');
		expect(top()).toBe(' Speaker A  10:00');
		await app.press('[', '[', '[');
		expect(top()).toBe(' Speaker A  0:00');
		await app.press(']', ']', ']', ']');
		expect(shownRows(app).at(-1)).toMatch(/word919$/);
	});

	test('a silent recording says so', async () => {
		const app = await openTranscript(transcriptOf([], {durationMs: 840_000}), size);
		expect(app.screen()).toContain('Nothing was said');
		expect(app.frameFaults()).toEqual([]);
		await app.press(keys.down, ']', keys.end, keys.escape);
		expect(app.screen()).toContain('transcribed');
	});

	test('a transcript that cannot be opened says why, and r tries again', async () => {
		const app = await openTranscript(long, size);
		await app.press(keys.escape);
		app.services.openingError = new UserError('The library has no transcript of it', {
			hint: 'Transcribe its meeting first.',
		});
		app.services.transcripts.push(opened({...budget, uuid: 'other'}, long));
		await app.press('R');
		app.services.jobs.progress('Budget review', {
			stage: 'completed',
			transcriptId: 'transcript of other',
		});
		await app.waitFor('✗ The library has no transcript of it');
		expect(app.screen()).toContain('Transcribe its meeting first.');
		app.services.openingError = undefined;
		await app.press('r');
		await app.waitFor('Speaker A  0:00');
	});
});

test('a resize keeps the word at the top, there and back', async () => {
	const app = await openTranscript(long);
	await app.press(keys.pageDown, keys.pageDown, keys.down);
	const before = shownRows(app);
	const word = /word\d+/.exec(before[0] ?? '')?.[0];
	expect(word).toBeDefined();
	await app.resize(60, 15);
	await app.waitFor(() => app.rows().length === 15);
	expect(shownRows(app)[0]).toContain(`${word} `);
	await app.resize(40, 10);
	await app.waitFor('Make the terminal larger');
	await app.resize(80, 24);
	await app.waitFor('Budget review ›');
	expect(shownRows(app)).toEqual(before);
});

test('long lines end where they can be read well, however wide the terminal is', async () => {
	const app = await openTranscript(long, {columns: 200, rows: 24});
	expect(Math.max(...shownRows(app).map(row => row.length))).toBeLessThanOrEqual(104);
});

test('of ten hours, only what is in view is laid out and mounted', async () => {
	const whole = meetingOfHours(10);
	const read = new Set<number>();
	const turns = whole.turns.map((turn, index) => ({
		...turn,
		get text() {
			read.add(index);
			return turn.text;
		},
	}));
	const app = await openTranscript({...whole, turns});
	await app.press(keys.pageDown, keys.down, 'G', keys.pageUp, ']', 'g');
	expect(turns.length).toBeGreaterThan(1000);
	expect(read.size).toBeLessThan(40);
});

test('the same speaker going on is set off by a time alone', async () => {
	const app = await openTranscript(
		conversation([
			['A', 'One two three.'],
			['A', 'Four.'],
		]),
	);
	expect(shownRows(app).slice(0, 4)).toEqual([
		' Speaker A  0:00',
		'   One two three.',
		' 0:01',
		'   Four.',
	]);
});

test('a transcript without speakers shows none', async () => {
	const app = await openTranscript(conversation([[undefined, 'One.']]));
	expect(shownRows(app).slice(0, 2)).toEqual([' 0:00', '   One.']);
});

test('q closes the transcript and not the program', async () => {
	const app = await openTranscript(long);
	await app.press('q');
	expect(app.screen()).toContain('transcribed');
});

test('speakers are told apart by colour as well as by name', async () => {
	const app = await openTranscript(
		conversation([
			['A', 'One.'],
			['B', 'Two.'],
		]),
	);
	const colourOf = (name: string) =>
		new RegExp(`\u001B\\[(\\d+)m${name}`).exec(app.styledScreen())?.[1];
	expect(colourOf('Speaker A')).toBeDefined();
	expect(colourOf('Speaker A')).not.toBe(colourOf('Speaker B'));
});

test('the end stays in view when there is room for fewer rows', async () => {
	const app = await openTranscript(meetingOfHours(1));
	await app.press('G');
	expect(placeLine(app)).toContain('100%');
	await app.resize(80, 20);
	await app.waitFor(() => app.rows().length === 20);
	expect(placeLine(app)).toContain('100%');
	await app.press('k');
	expect(placeLine(app)).not.toContain('100%');
});
