import fc from 'fast-check';
import {parseText} from 'media-captions';
import {describe, expect, test} from 'vitest';
import {parseSrt} from '../../source/transcripts/parse-srt.ts';
import {formatCueTime} from '../../source/transcripts/time.ts';

const cue = (startSeconds: number, ...lines: readonly string[]) =>
	[
		`${formatCueTime(startSeconds * 1000, ',')} --> ${formatCueTime(startSeconds * 1000 + 900, ',')}`,
		...lines,
	].join('\n');

const said = (srt: string) =>
	parseSrt(srt).turns.map(({speaker, startMs, endMs, text}) => [speaker, startMs, endMs, text]);

test('reads subtitles with names, numbers and several lines', () => {
	const file = ['1', cue(1, 'Ada: one', 'two'), '', '2', cue(2, 'three'), '', '3', cue(3, 'Bo: 4')];
	expect(said(file.join('\n'))).toEqual([
		['Ada', 1000, 2900, 'one two three'],
		['Bo', 3000, 3900, '4'],
	]);
	const [turn] = parseSrt(file.join('\n')).turns;
	expect(turn?.words.map(({text}) => text)).toEqual(['one', 'two', 'three']);
	expect(turn?.words[2]).toMatchObject({startMs: 2000, endMs: 2900, confidence: undefined});
	expect(parseSrt(file.join('\n'))).toMatchObject({source: undefined, durationMs: 3900});
});

describe('takes what files in the wild have', () => {
	test.each<readonly [string, string, ReadonlyArray<readonly [number, number, string]>]>([
		['CRLF', `1\r\n${cue(1, 'one')}\r\n\r\n`, [[1000, 1900, 'one']]],
		['doubled CR', `1\r\r\n${cue(1, 'one').replace('\n', '\r\r\n')}`, [[1000, 1900, 'one']]],
		['CR alone', `1\r${cue(1, 'one').replace('\n', '\r')}\r\r`, [[1000, 1900, 'one']]],
		['a byte order mark', `\uFEFF1\n${cue(1, 'one')}\n`, [[1000, 1900, 'one']]],
		[
			'no numbers',
			`${cue(1, 'one')}\n\n${cue(9, 'two')}\n`,
			[
				[1000, 1900, 'one'],
				[9000, 9900, 'two'],
			],
		],
		[
			'no blank lines, and a number that is said',
			`1\n${cue(1, 'one')}\n2\n${cue(9, '42')}\n\n3\n${cue(20, 'three')}`,
			[
				[1000, 1900, 'one'],
				[9000, 9900, '42'],
				[20_000, 20_900, 'three'],
			],
		],
		['blank lines within a cue', `1\n${cue(1, 'one', '', 'two')}\n\n`, [[1000, 1900, 'one two']]],
		['dots', '1\n00:00:01.5 --> 0:02.250 X1:5 Y1:6\none', [[1500, 2250, 'one']]],
		['no fractions', '00:00:01-->00:00:02\none', [[1000, 2000, 'one']]],
		['hours above 99', '123:00:00,000 --> 123:00:01,000\none', [[442_800_000, 442_801_000, 'one']]],
		['an end before the start', '00:00:09,000 --> 00:00:01,000\none', [[9000, 9000, 'one']]],
		[
			'hours that no recording has',
			`${'9'.repeat(400)}:00:00,000 --> 00:00:01,000\none`,
			[[3_600_000_000, 3_600_000_000, 'one']],
		],
		[
			'tags',
			`1\n${cue(1, '<i>one</i> {\\an8}<font color="#fff">two</font>')}`,
			[[1000, 1900, 'one two']],
		],
		[
			'what only looks like a tag',
			`1\n${cue(1, 'i <3 u > me {so} &amp;')}`,
			[[1000, 1900, 'i <3 u > me {so} &amp;']],
		],
		[
			'any order',
			`1\n${cue(9, 'two')}\n\n2\n${cue(1, 'one')}\n`,
			[
				[1000, 1900, 'one'],
				[9000, 9900, 'two'],
			],
		],
		[
			'an end that breaks off',
			`1\n${cue(1, 'one')}\n\n2\n00:00:09,000 --> 00:00:1`,
			[[1000, 1900, 'one']],
		],
		['silence', `1\n${cue(1)}\n\n2\n${cue(2, ' ')}\n`, []],
	])('%s', (_, srt, expected) => {
		expect(said(srt)).toEqual(expected.map(turn => [undefined, ...turn]));
	});

	test('lines in a script without spaces, which get none', () => {
		const file = [
			cue(1, '月曜日に始まった ', '<i>レビューが。</i>'),
			cue(2, '「本当に？」'),
			cue(3, 'API', 'の設計 𠮷', '𠮷'),
		].join('\n\n');
		expect(said(file).map(turn => turn[3])).toEqual([
			'月曜日に始まったレビューが。「本当に？」 API の設計 𠮷𠮷',
		]);
	});

	test('captions without a full stop, which become paragraphs all the same', () => {
		const srt = Array.from({length: 200}, (_, at) => cue(at, 'words '.repeat(5))).join('\n\n');
		const lengths = parseSrt(srt).turns.map(({text}) => text.length);
		expect(lengths.length).toBeGreaterThan(1);
		expect(Math.max(...lengths)).toBeLessThan(2500);
	});
});

const plainLine = fc.stringMatching(/^[a-z][a-z,.!?' ]{0,30}[a-z.]$/);
const wildCues = fc.array(
	fc.record({
		// Far enough from the one before to be a turn of its own.
		pauseMs: fc.integer({min: 4001, max: 5_000_000}),
		lengthMs: fc.integer({min: 1, max: 9000}),
		lines: fc.array(plainLine, {minLength: 1, maxLength: 3}),
	}),
	{maxLength: 20},
);

test('reads whole files as another author’s parser does', async () => {
	await fc.assert(
		fc.asyncProperty(
			wildCues,
			fc.constantFrom('\n', '\r\n'),
			fc.constantFrom<',' | '.'>(',', '.'),
			fc.boolean(),
			async (cues, lineBreak, mark, isNumbered) => {
				let startMs = 0;
				const blocks = cues.map(({pauseMs, lengthMs, lines}, index) => {
					startMs += pauseMs;
					const endMs = startMs + lengthMs;
					const times = `${formatCueTime(startMs, mark)} --> ${formatCueTime(endMs, mark)}`;
					startMs = endMs;
					return [...(isNumbered ? [String(index + 1)] : []), times, ...lines, ''].join(lineBreak);
				});
				const srt = blocks.join(lineBreak);
				const peer = await parseText(srt, {type: 'srt'});
				expect(said(srt)).toEqual(
					peer.cues.map(({startTime, endTime, text}) => [
						undefined,
						Math.round(startTime * 1000),
						Math.round(endTime * 1000),
						text.replaceAll(/\s+/g, ' ').trim(),
					]),
				);
				expect(peer.cues).toHaveLength(cues.length);
			},
		),
	);
});
