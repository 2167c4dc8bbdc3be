import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {safeText} from '../../source/safe-text.ts';
import {parseTranscriptFile} from '../../source/transcript-files/parse-transcript-file.ts';
import {cuesOf} from '../../source/transcripts/cues/cues.ts';
import type {ExportDocument} from '../../source/transcripts/formats/format.ts';
import type {Outline} from '../../source/transcripts/outline.ts';
import {speakerLabels, speakerName} from '../../source/transcripts/speaker-names.ts';
import type {Transcript} from '../../source/transcripts/transcript.ts';
import {terminalTricks} from '../corpora/terminal-tricks.ts';
import {anyDocument, anyTranscript, documentOf, hostileText} from '../transcripts/corpus.ts';
import {renderText, weekly} from '../transcripts/formats/render.ts';

const parse = (text: string) => parseTranscriptFile(text, 'talk');

const anyName = hostileText.filter(name => name !== '' && name.length < 200);

const anyOutline: fc.Arbitrary<Outline> = fc.record({
	overview: hostileText,
	sections: fc.array(
		fc.record({
			headline: hostileText,
			text: hostileText,
			startMs: fc.option(fc.nat(), {nil: undefined}),
		}),
		{maxLength: 2},
	),
	steps: fc.array(fc.record({text: hostileText, timeMs: fc.option(fc.nat(), {nil: undefined})}), {
		maxLength: 2,
	}),
});

describe('our own exports open again', () => {
	test('JSON with everything that it has', async () => {
		const anyExport = fc
			.record({
				transcript: anyTranscript,
				source: fc.constantFrom('assemblyai', 'zoom', undefined),
				outline: fc.option(anyOutline, {nil: undefined}),
				names: fc.array(anyName, {maxLength: 3}),
				topic: anyName,
				isKnown: fc.boolean(),
			})
			.map(({transcript, source, outline, names, topic, isKnown}): ExportDocument => {
				const speakerNames = new Map(
					speakerLabels(transcript).flatMap((label, index) => {
						const name = names[index];
						return name === undefined ||
							name === speakerName({source, speakerNames: new Map()}, label)
							? []
							: [[label, name] as const];
					}),
				);
				const unknown = {
					uuid: undefined,
					number: undefined,
					start: undefined,
					hostEmail: undefined,
				};
				return documentOf(
					{...transcript, source, speakerNames, ...(outline && {outline})},
					{topic, participants: names, ...(isKnown ? {} : {...unknown, shareUrl: undefined})},
				);
			});
		await fc.assert(
			fc.asyncProperty(anyExport, async document => {
				const {transcript, transcriptId, meeting} = document;
				expect(parse(await renderText('json', document))).toEqual({
					transcript,
					transcriptId,
					meeting,
				});
			}),
		);
	});

	test.each(['srt', 'vtt'])('%s with who says what, and when', async format => {
		// Without escapes or voices, SRT can't tell a colon in what was said from a name.
		const spoken = anyTranscript.map(
			(transcript): Transcript => ({
				...transcript,
				turns: transcript.turns.filter(
					({speaker, text}) => speaker !== undefined && /[^\s:]/u.test(text) && !text.includes(':'),
				),
			}),
		);
		await fc.assert(
			fc.asyncProperty(spoken, async transcript => {
				fc.pre(transcript.turns.length > 0);
				const document = documentOf(transcript);
				const {turns} = parse(await renderText(format, document)).transcript;
				expect(speechesOf(turns)).toEqual(
					speechesOf(
						[...cuesOf(transcript, {nameInText: format === 'srt'})].map(cue => ({
							...cue,
							speaker: cue.speaker && speakerName(transcript, cue.speaker),
							// Its name ahead of it, which opens as the speaker.
							text: cue.lines.join('').replace(/^Speaker\s*[ABC]:/, ''),
						})),
					),
				);
				for (const {startMs, endMs, text, words} of turns) {
					expect(words.map(word => word.text).join('')).toBe(text.replaceAll(' ', ''));
					expect(words.every(word => word.startMs >= startMs && word.endMs <= endMs)).toBe(true);
				}
			}),
		);
	});
});

type Speech = {
	readonly speaker: string | undefined;
	readonly startMs: number;
	readonly endMs: number;
	readonly text: string;
};

/** What one says until somebody else speaks; without spaces, and without what SRT can't write. */
function speechesOf(parts: readonly Speech[]): readonly Speech[] {
	const speeches: Speech[] = [];
	for (const {speaker, startMs, endMs, text} of parts) {
		const last = speeches.at(-1);
		if (last !== undefined && last.speaker === speaker) {
			speeches.splice(-1, 1, {...last, endMs, text: last.text + text});
		} else {
			speeches.push({speaker, startMs, endMs, text});
		}
	}

	return speeches.map(speech => ({
		...speech,
		text: speech.text
			.replaceAll(/\s/gu, '')
			.replaceAll('→', '-->')
			.replaceAll('‹', '<')
			.replaceAll('{\\', '(\\'),
	}));
}

const response = {
	id: '6zlqn2v9qn',
	status: 'completed',
	audio_url: 'https://cdn.example/upload/1',
	audio_duration: 12,
	language_code: 'en_us',
	text: 'Hello there.',
	utterances: [
		{
			speaker: 'A',
			text: 'Hello there.',
			start: 500,
			end: 1300,
			words: [
				{text: 'Hello', start: 500, end: 800, confidence: 0.9},
				{text: 'there.', start: 900, end: 1300, confidence: 0.8},
			],
		},
	],
	words: [],
};

test('AssemblyAI’s response opens as what it opens as in the library', () => {
	const {transcript, transcriptId, meeting} = parse(JSON.stringify(response, null, 2));
	expect(transcript).toMatchObject({
		source: 'assemblyai',
		durationMs: 12_000,
		language: 'en_us',
		turns: [{speaker: 'A', startMs: 500, endMs: 1300, text: 'Hello there.'}],
	});
	expect(transcript.turns[0]?.words).toHaveLength(2);
	expect(transcriptId).toBe('6zlqn2v9qn');
	expect(meeting).toMatchObject({topic: '', start: undefined, uuid: undefined});
	const {utterances: _, ...withoutUtterances} = {
		...response,
		words: response.utterances[0]?.words.map(word => ({...word, speaker: 'B'})),
	};
	expect(parse(JSON.stringify(withoutUtterances)).transcript.turns).toMatchObject([
		{speaker: 'B', text: 'Hello there.'},
	]);
});

test('WebVTT names its speakers by voices, or as Zoom does, and nobody is taken to have made it', () => {
	const vtt = (text: string) => `WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n${text}\n`;
	for (const text of ['<v Ada Moreau>Hello</v>', 'Ada Moreau: Hello']) {
		expect(parse(vtt(text)).transcript).toMatchObject({
			source: undefined,
			turns: [{speaker: 'Ada Moreau', startMs: 1000, endMs: 2000, text: 'Hello'}],
		});
	}
});

test('what a file is, is told by what is in it', () => {
	const times = '00:00:01,000 --> 00:00:02,000';
	expect(parse(`\n\n${times}\nHello`).transcript.turns).toHaveLength(1);
	expect(parse(`Subtitles of a talk\n\n1\n${times}\nHello`).transcript.turns).toHaveLength(1);
	expect(parse(`  \nWEBVTT\n\n${times}\n&lt;Hello`).transcript.turns[0]?.text).toBe('<Hello');
	expect(parse(` ${JSON.stringify(response)}`).transcript.turns).toHaveLength(1);
	expect(parse('WEBVTT\n').transcript.turns).toEqual([]);
});

describe('what is no transcript is refused with what it is', () => {
	const own = JSON.stringify({version: 1, meeting: {}, transcript: {}, utterances: []});

	test.each([
		['', 'talk is empty'],
		[' \n\t', 'talk is empty'],
		['Dear Ada,\n\nthe plan: no.', 'talk holds text without the times of subtitles'],
		['12:00 --> lunch', 'talk holds text without the times of subtitles'],
		['WEBVTTISH', 'talk holds text without the times of subtitles'],
		['<!DOCTYPE html><html></html>', 'talk holds a web page'],
		['<?xml version="1.0"?><tt/>', 'talk holds XML'],
		['W\0E\0B\0V\0T\0T\0', 'talk holds data that is no text'],
		['{"segments": [{"start": 0.5, "text": "Hi"}]}', 'talk holds JSON of another kind'],
		['[1, 2]', 'talk holds JSON of another kind'],
		['{"words": [{"word": "Hi", "start": 0.5}]}', 'talk holds JSON of another kind'],
		['{"words": [', 'talk begins like JSON, and is damaged or breaks off'],
		['{"words": []}\n{"words": []}', 'talk holds the responses of several segments'],
		[
			own.replace('1', '2').replace('{', '{"exportedAt":"",'),
			'talk is an export of a newer Recscribe',
		],
		[
			JSON.stringify({...response, status: 'queued', utterances: null, words: null}),
			'talk is AssemblyAI’s response without a transcript: its status is “queued”',
		],
	])('%j', (text, message) => {
		expect(() => parse(text)).toThrow(
			expect.objectContaining({
				name: 'UserError',
				message: expect.stringContaining(message),
				hint: expect.stringMatching(/^(?:Open|Export|Get) .*\.$/),
			}),
		);
	});
});

/** All that a parsed file would show. */
function shownOf(text: string): readonly string[] {
	const {transcript, meeting, transcriptId} = parse(text);
	const {turns, speakerNames, outline, language, model} = transcript;
	return [
		...turns.flatMap(({speaker, text: said, words}) => [
			speaker ?? '',
			said,
			...words.map(word => word.text),
		]),
		...speakerNames.values(),
		outline?.overview ?? '',
		...(outline?.sections ?? []).flatMap(({headline, text: words}) => [headline, words]),
		...(outline?.steps ?? []).map(step => step.text),
		meeting.topic,
		...meeting.participants,
		...[meeting.hostEmail, meeting.shareUrl, meeting.uuid, meeting.number].map(fact => fact ?? ''),
		...[transcriptId, language, model].map(fact => fact ?? ''),
	];
}

/** A file of each kind with a text in every place that is shown. */
function filesWith(text: string): readonly string[] {
	const word = {text, start: 0, end: 1, confidence: 1};
	const utterance = {speaker: text, name: text, start: 0, end: 1000, text, words: [word]};
	return [
		`WEBVTT ${text}\n\nNOTE ${text}\n\n${text}\n00:00.000 --> 00:01.000 ${text}\n<v ${text}>${text}</v>\n`,
		`1\n00:00:00,000 --> 00:00:01,000 ${text}\n${text}: ${text}\n`,
		JSON.stringify({...response, id: text, language_code: text, utterances: [utterance]}),
		JSON.stringify({
			version: 1,
			exportedAt: text,
			meeting: {
				uuid: text,
				id: text,
				topic: text,
				startTime: text,
				hostEmail: text,
				participants: [text],
				shareUrl: text,
			},
			transcript: {id: text, source: text, model: text, languageCode: text, durationMs: text},
			outline: {
				overview: text,
				sections: [{headline: text, text, start: text}],
				actionItems: [{text, timestamp: text}],
			},
			speakers: [{speaker: text, name: text}],
			utterances: [utterance, text, null],
		}),
	];
}

test('responses of several segments are told as such, however long they are', () => {
	const word = '{"text":"so","start":0,"end":1,"confidence":1,"speaker":"A"}';
	const segment = `{"words":[${Array(100_000).fill(word)}]}`;
	expect(() => parse(`${segment}\n${segment}`)).toThrow('holds the responses of several segments');
});

test('subtitles of more than forty hours are refused before they take all the memory', () => {
	const cue = '00:00:00,000 --> 00:00:01,000\n';
	expect(() => parse(cue + 'a '.repeat(4_500_000))).toThrow('talk is larger than 4');
	expect(() => parse('a '.repeat(4_500_000))).toThrow('talk holds text without the times');
});

describe('nothing that fights comes through', () => {
	test.each(terminalTricks)('$name', ({bytes}) => {
		for (const file of filesWith(bytes)) {
			expect(shownOf(file).filter(shown => shown !== safeText(shown))).toEqual([]);
		}
	});

	test('in any text, cut off anywhere; and nothing but a UserError is thrown', () => {
		const trick = fc.constantFrom(...terminalTricks.map(({bytes}) => bytes));
		const anyText = fc
			.array(
				fc.oneof(trick, fc.string({unit: 'binary'}), fc.constantFrom('<v ', '>', '\n\n', '&lt;')),
			)
			.map(parts => parts.join(''));
		fc.assert(
			fc.property(
				anyText,
				fc.nat(3),
				fc.double({min: 0, max: 1, noNaN: true}),
				(text, kind, part) => {
					const file = filesWith(text)[kind] ?? '';
					for (const tried of [file, file.slice(0, file.length * part), text]) {
						try {
							expect(shownOf(tried).filter(shown => shown !== safeText(shown))).toEqual([]);
						} catch (error) {
							expect(error).toBeInstanceOf(UserError);
						}
					}
				},
			),
		);
	});

	test('in JSON of any shape', () => {
		const times = fc.oneof(fc.double(), fc.string(), fc.constantFrom(-1, 1e300, null, {}));
		const word = fc.record({text: fc.anything(), start: times, end: times, confidence: times});
		const utterance = fc.record({
			speaker: fc.anything(),
			start: times,
			end: times,
			text: fc.anything(),
			words: fc.oneof(fc.anything(), fc.array(word)),
		});
		const json = fc.oneof(
			fc.jsonValue(),
			fc.record({
				version: fc.constantFrom(1, 1, 2, '1'),
				meeting: fc.dictionary(fc.constantFrom('uuid', 'topic', 'participants'), fc.anything()),
				transcript: fc.dictionary(fc.constantFrom('source', 'durationMs'), fc.anything()),
				outline: fc.anything(),
				speakers: fc.oneof(
					fc.anything(),
					fc.array(fc.dictionary(fc.constantFrom('speaker', 'name'), fc.anything())),
				),
				utterances: fc.array(fc.oneof(utterance, fc.anything())),
			}),
			fc.record({utterances: fc.oneof(fc.anything(), fc.array(utterance)), words: fc.array(word)}),
		);
		fc.assert(
			fc.property(json, value => {
				let text: string | undefined;
				try {
					text = JSON.stringify(value);
				} catch {
					fc.pre(false);
				}

				try {
					expect(shownOf(text ?? '').filter(shown => shown !== safeText(shown))).toEqual([]);
					const {turns, durationMs} = parse(text ?? '').transcript;
					expect(turns.every(turn => turn.startMs >= 0 && turn.endMs >= turn.startMs)).toBe(true);
					expect(turns.every(({endMs}) => endMs <= durationMs)).toBe(true);
				} catch (error) {
					expect(error).toBeInstanceOf(UserError);
				}
			}),
		);
	});
});

test.each([
	['a voice that does not end', `WEBVTT\n\n00:00.000 --> 00:01.000\n<v${' '.repeat(300_000)}`],
	['voices that do not begin', `WEBVTT\n\n00:00.000 --> 00:01.000\n${'<v'.repeat(300_000)}`],
	['carriage returns', `WEBVTT\n\n00:00.000 --> 00:01.000\nx${'\r'.repeat(1_000_000)}`],
	['blank lines', `1\n00:00:00,000 --> 00:00:01,000\nx${'\n \t'.repeat(300_000)}`],
	['digits', `1\n00:00:00,000 --> 00:00:01,000\n${'1'.repeat(1_000_000)}`],
	['digits in times', `${'1'.repeat(500_000)}:${'1'.repeat(500_000)}.${'1'.repeat(500_000)} --> 1`],
	['blanks in times', `00:00:00,000${' '.repeat(500_000)}-- 00:00:01,000\n00:00 --> 00:01\nx`],
	['codes that do not end', `1\n00:00:00,000 --> 00:00:01,000\n${'{\\'.repeat(300_000)}`],
	['tags that do not end', `1\n00:00:00,000 --> 00:00:01,000\n${'</a '.repeat(300_000)}`],
	['cues', '1\n00:00:00,000 --> 00:00:01,000\nA b: c\n\n'.repeat(100_000)],
	['JSON in JSON', '['.repeat(1_000_000)],
	['JSON in JSON that ends', `${'{"utterances":'.repeat(50_000)}[]${'}'.repeat(50_000)}`],
])('takes any number of %s', (_, text) => {
	try {
		parse(text);
	} catch (error) {
		expect(error).toBeInstanceOf(UserError);
	}
});

test('an export of any transcript, however messy its times are, opens again', async () => {
	await fc.assert(
		fc.asyncProperty(
			anyDocument,
			fc.constantFrom('srt', 'vtt', 'json'),
			async (document, format) => {
				const text = await renderText(format, document);
				const {turns} = document.transcript;
				const isSilent = turns.every(turn => turn.text === '');
				if (format === 'srt' && isSilent) {
					expect(() => parse(text)).toThrow('talk is empty');
					return;
				}

				const parsed = parse(text).transcript.turns;
				expect(parsed.map(({startMs}) => startMs)).toEqual(
					parsed.map(({startMs}) => startMs).toSorted((a, b) => a - b),
				);
				expect(parsed.some(turn => turn.text !== '')).toBe(!isSilent);
			},
		),
	);
});

test('the names of an export are those that a person gave', async () => {
	const {speakerNames} = parse(await renderText('json', weekly)).transcript;
	expect([...speakerNames]).toEqual([['A', 'Ana Souza']]);
});
