import {expect, test} from 'vitest';
import {keys} from '../support/keys.ts';
import {conversation} from '../transcripts/corpus.ts';
import {openTranscript} from './open-transcript.tsx';

const talk = conversation(
	Array.from({length: 60}, (_, place): readonly [string, string] => [
		place % 2 === 0 ? 'A' : 'B',
		`What was said in turn ${place}.`,
	]),
);

test('a screen reader gets all of it as lines, from a heading to an end, whatever fits the screen', async () => {
	const app = await openTranscript(talk, {isScreenReaderEnabled: true});
	const lines = app.screen().split('\n');
	const first = lines.findIndex(line => line.startsWith('Transcript of Budget review, '));
	expect(lines[first]).toMatch(/, 2 speakers, 60 turns\.$/);
	expect(lines.slice(first + 1, first + 5)).toEqual([
		'Speaker A, 0:00:',
		'What was said in turn 0.',
		'Speaker B, 0:02:',
		'What was said in turn 1.',
	]);
	const spoken = [...app.screen().matchAll(/said in turn (\d+)\./g)].map(([, turn]) => turn);
	expect(spoken).toEqual(Array.from({length: 60}, (_, place) => String(place)));
	expect(lines.indexOf('What was said in turn 59.')).toBeLessThan(
		lines.findIndex(line => line.startsWith('End of the transcript')),
	);
	expect(app.screen()).not.toMatch(/[─│┃]/);
});

test('the text is written once, and the keys of export, help and the way back work', async () => {
	const app = await openTranscript(talk, {isScreenReaderEnabled: true});
	const count = () => app.screen().split('said in turn 7.').length - 1;
	await app.press('?');
	expect(app.screen()).toContain('close the transcript');
	await app.press(keys.escape);
	expect(count()).toBe(1);
	await app.press('.');
	await app.waitFor('Markdown');
	await app.press(keys.escape, keys.escape);
	await app.waitFor(/transcribed$/m);
});
