import {describe, expect, test} from 'vitest';
import type {Transcript} from '../../source/transcripts/transcript.ts';
import {keys} from '../support/keys.ts';
import {conversation} from '../transcripts/corpus.ts';
import {
	type OpenedApp,
	openTranscript,
	placeLine,
	scrollBar,
	shownRows,
} from './open-transcript.tsx';

const talk = conversation(
	Array.from({length: 40}, (_, index) => [
		index % 2 === 0 ? 'A' : 'B',
		index % 10 === 5 ? `Here, in turn ${index}, the café opens.` : `Nothing in turn ${index}.`,
	]),
);

async function lookFor(app: OpenedApp, text: string): Promise<void> {
	await app.press('/', ...text);
}

describe('find', () => {
	test('goes to the first hit as one types, and says how many there are', async () => {
		const app = await openTranscript(talk);
		await lookFor(app, 'cafe');
		expect(placeLine(app)).toMatch(/^ \/cafe +1 of 4$/);
		expect(shownRows(app).join('\n')).toContain('in turn 5, the café');
		// Keys that mean something elsewhere are text here.
		await app.press('q', 'n');
		expect(placeLine(app)).toMatch(/^ \/cafeqn +no hits$/);
		await app.press(keys.backspace, keys.backspace);
		expect(placeLine(app)).toContain('1 of 4');
	});

	test('n and N go round all hits', async () => {
		const app = await openTranscript(talk);
		await lookFor(app, 'café');
		await app.press(keys.enter, 'n');
		expect(placeLine(app)).toContain('2 of 4');
		expect(shownRows(app).join('\n')).toContain('in turn 15, the café');
		await app.press('n', 'n', 'n');
		expect(placeLine(app)).toContain('1 of 4');
		await app.press('N');
		expect(placeLine(app)).toContain('4 of 4');
		expect(shownRows(app).join('\n')).toContain('in turn 35, the café');
	});

	test('goes on from where one has scrolled to', async () => {
		const app = await openTranscript(talk);
		await lookFor(app, 'café');
		await app.press(keys.enter, 'G', 'g', keys.pageDown, keys.pageDown, keys.pageDown, 'n');
		expect(placeLine(app)).toContain('3 of 4');
	});

	test('Esc drops what is typed and leaves the place alone; then it goes back', async () => {
		const app = await openTranscript(talk);
		const before = shownRows(app);
		await lookFor(app, 'turn 35');
		expect(shownRows(app)).not.toEqual(before);
		await app.press(keys.escape);
		expect(shownRows(app)).toEqual(before);
		await lookFor(app, 'café');
		await app.press(keys.enter, keys.escape);
		expect(placeLine(app)).not.toContain('of 4');
		await app.press(keys.escape);
		expect(app.screen()).toContain('newest first');
	});

	test('a regular expression, by a toggle', async () => {
		const app = await openTranscript(talk);
		await lookFor(app, 'turn \\d5');
		expect(placeLine(app)).toContain('no hits');
		await app.press('\u0012');
		expect(placeLine(app)).toMatch(/^ regular expression \/turn \\d5 +1 of 3$/);
		await app.press('(');
		expect(placeLine(app)).toContain('not a regular expression yet');
	});
});

test('a regular expression that would take for ever is given up, and typing goes on', async () => {
	const app = await openTranscript(conversation([['A', `${'a'.repeat(60)}b`]]));
	await app.press('/', '\u0012', ...'(a+)+c');
	expect(placeLine(app)).toMatch(/\(a\+\)\+c +takes too long to look for$/);
	await app.press(keys.backspace, 'b');
	expect(placeLine(app)).toMatch(/\(a\+\)\+b +1 of 1$/);
});

describe('moving by time and speaker', () => {
	test('t goes to a time, as it is understood', async () => {
		const app = await openTranscript(talk);
		await app.press('t', ...'50');
		expect(placeLine(app)).toContain('= 1:16');
		await app.press(keys.backspace, keys.backspace, ...'x');
		expect(placeLine(app)).toContain('no time yet');
		await app.press(keys.enter);
		expect(placeLine(app)).toContain('no time yet');
		await app.press(keys.backspace, ...'0:20', keys.enter);
		expect(placeLine(app)).toMatch(/^ 0:(19|20) \//);
	});

	test('} and { pass over the others', async () => {
		const app = await openTranscript(talk);
		await app.press(']', '}');
		expect(shownRows(app).slice(0, 2).join('')).toContain('Nothing in turn 3.');
		await app.press('{');
		expect(shownRows(app).slice(0, 2).join('')).toContain('Nothing in turn 1.');
	});
});

test('the scroll bar says where one is, and where the finds are', async () => {
	const app = await openTranscript(talk);
	expect(scrollBar(app)).toMatch(/^┃+│+$/);
	await lookFor(app, 'turn 35');
	await app.press(keys.enter);
	expect(scrollBar(app)).toMatch(/^[│┃]+[◆◇][│┃]+$/);
	await app.press(keys.escape, 'G');
	expect(scrollBar(app)).toMatch(/^│+┃+$/);
});

describe('words that may have been misheard', () => {
	const doubtful: Transcript = {
		...talk,
		turns: talk.turns.map((turn, place) => ({
			...turn,
			words: turn.words.map((word, count) => ({
				...word,
				confidence: count > 0 ? 0.99 : place === 2 || place === 30 ? 0.4 : place === 4 ? 0.65 : 0.9,
			})),
		})),
	};

	test('are marked when that is wanted, counted and stepped through', async () => {
		const app = await openTranscript(doubtful);
		expect(placeLine(app)).not.toContain('confidence');
		await app.press('c');
		expect(placeLine(app)).toContain('1 of 2 words heard with less than 60% confidence');
		await app.press('n');
		expect(placeLine(app)).toContain('2 of 2');
		expect(scrollBar(app)).toMatch(/[◆◇]/);
		await app.press('+');
		expect(placeLine(app)).toContain('of 3 words heard with less than 70%');
		await app.press('-', '-');
		expect(placeLine(app)).toContain('of 2 words heard with less than 50%');
		await app.press('c');
		expect(placeLine(app)).not.toContain('confidence');
	});
});
