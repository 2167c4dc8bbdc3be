import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {safeText} from '../../source/safe-text.ts';
import {linearText, linearTurns} from '../../source/transcripts/linear-text.ts';
import {anyTranscript, conversation, documentOf} from './corpus.ts';

test('says who speaks and when ahead of each turn, breaking lines between words', () => {
	const transcript = conversation([
		['A', 'One two three four.'],
		['A', 'Five.'],
		[undefined, 'Noise.'],
	]);
	expect(linearTurns(transcript, 16)).toEqual([
		'Speaker A, 0:00:\nOne two three\nfour.',
		'Speaker A, 0:01:\nFive.',
		'0:02:\nNoise.',
	]);
});

test.each([
	[[['A', 'Yes.']], '1 speaker, 1 turn.'],
	[
		[
			['A', 'Yes.'],
			['B', 'No.'],
		],
		'2 speakers, 2 turns.',
	],
	[[[undefined, 'Noise.']], '0:00, 1 turn.'],
] as const)('%j begins with how much of it there is: %s', (lines, expected) => {
	const [heading] = linearText(documentOf(conversation(lines)), {width: 200, fromTurn: 0});
	expect(heading).toMatch(/^Transcript of /);
	expect(heading).toContain(expected);
});

test('a heading is broken between words', () => {
	const document = documentOf(conversation([['A', 'Yes.']]), {topic: safeText('One two three')});
	const [heading = ''] = linearText(document, {width: 20, fromTurn: 0});
	expect(heading.split('\n')[0]).toBe('Transcript of One');
	expect(heading.replaceAll('\n', ' ')).toContain('of One two three');
});

test('every word of every turn is there, on lines that fit', () => {
	fc.assert(
		fc.property(anyTranscript, fc.integer({min: 20, max: 100}), (transcript, width) => {
			const pieces = linearTurns(transcript, width);
			expect(pieces).toHaveLength(transcript.turns.length);
			for (const [index, piece] of pieces.entries()) {
				const lines = piece.split('\n');
				const written = lines.join('').replaceAll(/\s/gu, '');
				const said = (transcript.turns[index]?.text ?? '').replaceAll(/\s/gu, '');
				expect(written.endsWith(said)).toBe(true);
				expect(lines.every(line => line === line.trimEnd())).toBe(true);
			}
		}),
	);
	expect(
		linearTurns(conversation([['A', 'word '.repeat(50)]]), 20)[0]
			?.split('\n')
			.every(line => stringWidth(line) <= 20),
	).toBe(true);
});

test('begins with what it is, and says where it is over', () => {
	const transcript = conversation([
		['A', 'One.'],
		['B', 'Two.'],
		['B', 'Three.'],
	]);
	const meeting = {
		uuid: 'u',
		number: '1',
		topic: safeText('Budget review'),
		start: new Date(0),
		hostEmail: undefined,
		participants: [],
		shareUrl: undefined,
	};
	const [first, ...others] = linearText({transcript, meeting}, {width: 80, fromTurn: 1});
	expect(first).toMatch(/^Transcript of Budget review, .*, 2 speakers, 3 turns\.$/);
	expect(others).toEqual([
		expect.stringMatching(/^Speaker B, 0:0\d:\nTwo\.$/),
		expect.stringMatching(/^Speaker B, 0:0\d:\nThree\.$/),
		'End of the transcript.',
	]);
});
