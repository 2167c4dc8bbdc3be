import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {safeText} from '../../source/safe-text.ts';
import {vtt} from '../../source/transcripts/formats/vtt.ts';
import {parseVtt} from '../../source/transcripts/parse-vtt.ts';
import type {Turn} from '../../source/transcripts/transcript.ts';
import {anyTranscript, documentOf} from './corpus.ts';

const zoomFile = [
	'WEBVTT',
	'',
	'1',
	'00:02:24.720 --> 00:02:32.850',
	'Ada Example: so let’s start with the budget',
	'',
	'2',
	'00:02:33.000 --> 00:02:35.000',
	'and then: the plan.',
	'',
	'3',
	'00:02:36.000 --> 00:02:37.500',
	'山田: はい。',
	'',
	'4',
	'01:00:00.000 --> 01:00:01.000',
	'Ada Example: Thanks &amp; bye <3',
	'',
].join('\r\n');

test('reads Zoom’s own transcript', () => {
	const transcript = parseVtt(zoomFile);
	expect(transcript.source).toBe('zoom');
	expect(transcript.durationMs).toBe(3_601_000);
	expect(
		transcript.turns.map(({speaker, startMs, endMs, text}) => ({speaker, startMs, endMs, text})),
	).toEqual([
		{
			speaker: 'Ada Example',
			startMs: 144_720,
			endMs: 155_000,
			text: 'so let’s start with the budget and then: the plan.',
		},
		{speaker: '山田', startMs: 156_000, endMs: 157_500, text: 'はい。'},
		{speaker: 'Ada Example', startMs: 3_600_000, endMs: 3_601_000, text: 'Thanks & bye <3'},
	]);
});

test('words have times within their cue', () => {
	const words = parseVtt(zoomFile).turns[0]?.words ?? [];
	expect(words.map(({text}) => text).slice(0, 3)).toEqual(['so', 'let’s', 'start']);
	expect(words[0]?.startMs).toBe(144_720);
	// By their letters: "with" stands after 15 of the 30, "the" after 20.
	const at = (offset: number) => Math.round(144_720 + (offset * 8130) / 30);
	expect(words.slice(3, 5).map(({text, startMs, endMs}) => [text, startMs, endMs])).toEqual([
		['with', at(15), at(19)],
		['the', at(20), at(23)],
	]);
	expect(words[5]).toMatchObject({text: 'budget', endMs: 152_850, confidence: undefined});
	expect(words[6]).toMatchObject({text: 'and', startMs: 153_000});
});

describe('takes what other VTT files have', () => {
	const speakersAndTexts = (...cues: readonly string[]) =>
		parseVtt(
			`\uFEFFWEBVTT - a title\nKind: captions\n\nNOTE\nno cue\n\nSTYLE\n::cue {}\n\n${cues
				.map((cue, index) => `0${index}:00.000 --> 0${index}:30.000 align:start\n${cue}`)
				.join('\n\n')}`,
		).turns.map(({speaker, text}) => [speaker, text]);

	test('voices', () => {
		expect(
			speakersAndTexts('<v Ada Example>One</v>', '<v.loud Bo &amp; Co>Two', '<i>three</i>'),
		).toEqual([
			['Ada Example', 'One'],
			['Bo & Co', 'Two'],
			['Bo & Co', 'three'],
		]);
	});

	test('voices, beside which nothing else names anybody', () => {
		expect(
			speakersAndTexts('Note: none', '<v Ada Example>Bo: agreed</v>', 'Note: <b>two</b>'),
		).toEqual([
			[undefined, 'Note: none'],
			['Ada Example', 'Bo: agreed'],
			['Ada Example', 'Note: two'],
		]);
	});

	test('no speakers at all', () => {
		expect(speakersAndTexts('one', 'it is this: two')).toEqual([
			[undefined, 'one'],
			[undefined, 'it is this: two'],
		]);
	});

	test('entities, also by number; what is none stays', () => {
		const said =
			'&amp;amp; &#169;&#xA9;&#X1F600;&#x10FFFF;&#1114111; &#99999999; &#x110000; &#; &foo; &lt;i&gt;&nbsp;x';
		const {turns} = parseVtt(`WEBVTT\n\n00:00.000 --> 00:09.000\n${said}`);
		expect(turns.map(({text}) => text)).toEqual([
			'&amp; ©©😀 &#99999999; &#x110000; &#; &foo; <i> x',
		]);
	});

	test('several lines in a cue', () => {
		expect(speakersAndTexts('Ada: one\ntwo')).toEqual([['Ada', 'one two']]);
	});

	test('names in small letters that come again, times and addresses that are not names', () => {
		expect(
			speakersAndTexts(
				'ada: at 10:30',
				'see https://example.com',
				'so this is the thing: no',
				'ada: yes',
			),
		).toEqual([
			['ada', 'at 10:30'],
			['ada', 'see https://example.com'],
			['ada', 'so this is the thing: no'],
			['ada', 'yes'],
		]);
	});

	test('notes and names of cues between them, which nobody says', () => {
		expect(speakersAndTexts('Ada: one\n\nNOTE\nfor later', 'two\n\nthe third')).toEqual([
			['Ada', 'one'],
			['Ada', 'two'],
		]);
	});

	test('cues without a blank line between them, in any order', () => {
		const cues = ['00:09.000 --> 00:10.000', 'two', '2', '00:01.000 --> 00:02.000', 'one'];
		expect(parseVtt(`WEBVTT\n\n${cues.join('\n')}`).turns.map(({text}) => text)).toEqual([
			'one',
			'two',
		]);
	});

	test('carriage returns that were doubled on the way', () => {
		expect(parseVtt(zoomFile.replaceAll('\r\n', '\r\r\n')).turns.map(({text}) => text)).toEqual(
			parseVtt(zoomFile).turns.map(({text}) => text),
		);
	});

	test('escape sequences, which do not come through', () => {
		expect(speakersAndTexts('A\u001B[2Jda: x\u202Ey')).toEqual([['Ada', 'xy']]);
	});
});

test('a long speech becomes paragraphs at the ends of sentences and at pauses', () => {
	const cue = (seconds: number, text: string) =>
		`00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000 --> 00:${String(Math.floor((seconds + 4) / 60)).padStart(2, '0')}:${String((seconds + 4) % 60).padStart(2, '0')}.000\n${text}`;
	const sentence = `${'word '.repeat(39)}end.`;
	const transcript = parseVtt(
		[
			'WEBVTT',
			...[0, 5, 10, 15, 20, 25, 30, 35].map(at => cue(at, sentence)),
			cue(60, 'Later.'),
		].join('\n\n'),
	);
	expect(transcript.turns.map(({startMs}) => startMs)).toEqual([0, 20_000, 60_000]);
});

test('an empty file is an empty transcript, another kind of file an error', () => {
	expect(parseVtt('WEBVTT\n').turns).toEqual([]);
	for (const other of ['<html>Sign in</html>', 'WEBVTTs\n', 'see WEBVTT\n', '-WEBVTT\n']) {
		expect(() => parseVtt(other)).toThrow(UserError);
		expect(() => parseVtt(other)).toThrow(
			expect.objectContaining({
				code: 'service',
				message: 'Zoom’s transcript can’t be read: it is not a WebVTT file.',
				hint: expect.stringContaining('in Zoom'),
			}),
		);
	}
});

test('takes any text without throwing anything else, and any size', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), text => {
			expect(parseVtt(`WEBVTT\n\n00:00.000 --> 00:01.000\n${text}`).source).toBe('zoom');
		}),
	);
	const hostile = `WEBVTT\n\n00:00.000 --> 00:01.000\n${'<a'.repeat(100_000)}${'<v '.repeat(100_000)}`;
	expect(parseVtt(hostile).turns).toHaveLength(1);
});

test('our own VTT comes back with its speakers and words', () => {
	fc.assert(
		fc.property(anyTranscript, ({turns, ...rest}) => {
			const spoken = turns.filter(({speaker, text}) => speaker !== undefined && text !== '');
			const document = documentOf({...rest, turns: spoken});
			const file = Array.from(vtt.render(document, vtt.defaults)).join('');
			const named = spoken.map(turn => ({...turn, speaker: safeText(`Speaker ${turn.speaker}`)}));
			expect(speechesOf(parseVtt(file).turns)).toEqual(speechesOf(named));
		}),
	);
});

/** Who says what until somebody else speaks, without spaces. */
function speechesOf(turns: readonly Turn[]): readonly string[] {
	const speeches: string[] = [];
	let previous: string | undefined;
	for (const {speaker, text} of turns) {
		const words = text.replace(/\s/gu, '');
		if (speaker === previous) {
			speeches.push((speeches.pop() ?? '') + words);
		} else {
			speeches.push(`${speaker}: ${words}`);
		}
		previous = speaker;
	}
	return speeches;
}
