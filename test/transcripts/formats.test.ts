import {createHash} from 'node:crypto';
import {parse as parseCsv} from 'csv-parse/sync';
import fc from 'fast-check';
import {HtmlValidate} from 'html-validate';
import {parseHTML} from 'linkedom';
import mammoth from 'mammoth';
import {marked} from 'marked';
import {parseText, tokenizeVTTCue, type VTTCue} from 'media-captions';
import {describe, expect, test} from 'vitest';
import {type SafeText, safeText} from '../../source/safe-text.ts';
import {cuesOf} from '../../source/transcripts/cues/cues.ts';
import type {
	BinaryFormat,
	ExportDocument,
	ExportOptions,
	TextFormat,
} from '../../source/transcripts/formats/format.ts';
import {
	findFormat,
	formatOfFile,
	formats,
	previewExport,
	renderExport,
} from '../../source/transcripts/formats/formats.ts';
import {passagesOf} from '../../source/transcripts/passages.ts';
import {anyDocument, conversation, documentOf, meetingOfHours, transcriptOf} from './corpus.ts';

function format(name: string): TextFormat | BinaryFormat {
	const found = findFormat(name);
	if (found === undefined || found.kind === 'stored') {
		throw new Error(`${name} is not a format that is made`);
	}
	return found;
}

async function text(
	name: string,
	document: ExportDocument,
	options: Partial<ExportOptions> = {},
): Promise<string> {
	const made = format(name);
	const rendered = await renderExport(made, document, {...made.defaults, ...options});
	if (typeof rendered !== 'string') {
		throw new TypeError(`${name} is not text`);
	}
	return rendered;
}

const anyOptions: fc.Arbitrary<ExportOptions> = fc.record({
	timestamps: fc.boolean(),
	speakers: fc.boolean(),
	header: fc.boolean(),
	unit: fc.constantFrom('turn', 'sentence'),
});

const meeting = conversation([
	['A', 'Good morning, shall we start? The first point is the launch.'],
	['A', 'It moves to November.'],
	['B', 'Because of the "review".'],
]);
const named = {...meeting, speakerNames: new Map([['A', safeText('Ana Souza')]])};
const weekly = documentOf(named);

describe('plain text', () => {
	test('has a line for each turn', async () => {
		expect(await text('text', weekly)).toBe(
			[
				'[0:00] Ana Souza: Good morning, shall we start? The first point is the launch.',
				'[0:04] Ana Souza: It moves to November.',
				'[0:05] Speaker B: Because of the "review".',
				'',
			].join('\n'),
		);
	});

	test('or for each sentence, without times and names', async () => {
		const options = {unit: 'sentence', timestamps: false, speakers: false} as const;
		expect(await text('text', weekly, options)).toBe(
			'Good morning, shall we start?\nThe first point is the launch.\nIt moves to November.\nBecause of the "review".\n',
		);
	});

	test('says what meeting it was when asked', async () => {
		const lines = (await text('text', weekly, {header: true})).split('\n');
		expect(lines[0]).toBe('Weekly sync');
		expect(lines).toContain('Participants: Ana Souza, Bo Lindqvist');
		expect(lines).toContain('Speakers: Ana Souza, Speaker B');
		expect(lines).toContain('Model: universal-3-5-pro');
	});
});

test('JSON holds everything, in the documented shape', async () => {
	await fc.assert(
		fc.asyncProperty(anyDocument, async document => {
			const {transcript} = document;
			const parsed = JSON.parse(await text('json', document));
			expect(parsed).toEqual({
				version: 1,
				exportedAt: document.exportedAt.toISOString(),
				meeting: {
					uuid: document.meeting.uuid,
					id: document.meeting.number,
					topic: document.meeting.topic,
					startTime: document.meeting.start.toISOString(),
					hostEmail: document.meeting.hostEmail,
					participants: document.meeting.participants,
					shareUrl: document.meeting.shareUrl,
				},
				transcript: {
					id: document.transcriptId,
					source: 'assemblyai',
					model: transcript.model,
					languageCode: transcript.language,
					durationMs: transcript.durationMs,
				},
				speakers: parsed.speakers,
				utterances: transcript.turns.map(({speaker, startMs, endMs, text: said, words}) => ({
					speaker: speaker ?? null,
					name: nameOf(parsed, speaker),
					start: startMs,
					end: endMs,
					text: said,
					words: words.map(word => ({
						text: word.text,
						start: word.startMs,
						end: word.endMs,
						confidence: word.confidence,
					})),
				})),
			});
		}),
	);
});

type ParsedSpeakers = {
	readonly speakers: ReadonlyArray<{readonly speaker: string; readonly name: string}>;
};

function nameOf({speakers}: ParsedSpeakers, label: SafeText | undefined): string | null {
	return speakers.find(({speaker}) => speaker === label)?.name ?? null;
}

test('JSON uses given names and the default ones', async () => {
	expect(JSON.parse(await text('json', weekly)).speakers).toEqual([
		{speaker: 'A', name: 'Ana Souza'},
		{speaker: 'B', name: 'Speaker B'},
	]);
});

describe('subtitles as another parser reads them', () => {
	test('SRT gives the same cues', async () => {
		await fc.assert(
			fc.asyncProperty(anyDocument, async document => {
				const {cues, errors} = await parseText(await text('srt', document), {
					type: 'srt',
					errors: true,
				});
				expect(errors).toEqual([]);
				expect(cues.map(cue => [...timesOf(cue), cue.text])).toEqual(
					[...cuesOf(document.transcript, {nameInText: true})].map(cue => [
						cue.startMs,
						cue.endMs,
						cue.lines
							.join('\n')
							.replaceAll('-->', '→')
							.replaceAll(/<(?=[/a-z])/gi, '‹'),
					]),
				);
			}),
		);
	});

	test('WebVTT gives the same cues with their speakers', async () => {
		await fc.assert(
			fc.asyncProperty(anyDocument, fc.boolean(), async (document, header) => {
				const {cues, errors} = await parseText(await text('vtt', document, {header}), {
					type: 'vtt',
					strict: true,
					errors: true,
				});
				expect(errors).toEqual([]);
				const passages = [...passagesOf(document.transcript, 'turn')];
				expect(cues.map(cue => [...timesOf(cue), ...voiceAndText(cue)])).toEqual(
					[...cuesOf(document.transcript, {nameInText: false})].map(cue => [
						cue.startMs,
						cue.endMs,
						passages.find(({turn}) => turn === cue.turn)?.name,
						cue.lines.join('\n'),
					]),
				);
			}),
		);
	});

	test('SRT can do without names', async () => {
		expect(await text('srt', weekly, {speakers: false})).toContain('\nBecause of the "review".\n');
	});
});

function timesOf({startTime, endTime}: VTTCue): readonly number[] {
	return [Math.round(startTime * 1000), Math.round(endTime * 1000)];
}

function voiceAndText(cue: VTTCue): readonly [string | undefined, string] {
	const [node] = tokenizeVTTCue(cue);
	const voice = node?.type === 'v' ? node : undefined;
	const [leaf] = voice === undefined ? [node] : voice.children;
	return [voice?.voice, leaf?.type === 'text' ? leaf.data : ''];
}

type Row = Readonly<Record<string, string>>;

describe('CSV as another parser reads it', () => {
	test('has a row for each passage', async () => {
		const units = fc.constantFrom('turn', 'sentence', 'word');
		await fc.assert(
			fc.asyncProperty(anyDocument, units, async (document, unit) => {
				const rows: readonly Row[] = parseCsv(await text('csv', document, {unit}), {columns: true});
				const passages = [...passagesOf(document.transcript, unit)];
				expect(rows.map(row => withoutApostrophe(row['text'] ?? ''))).toEqual(
					passages.map(passage => withoutApostrophe(passage.text)),
				);
				expect(rows.map(({startMs, endMs}) => [startMs, endMs])).toEqual(
					passages.map(({startMs, endMs}) => [String(startMs), String(endMs)]),
				);
			}),
		);
	});

	const withoutApostrophe = (cell: string) => cell.replace(/^'/, '');

	test('holds no formula', async () => {
		const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '=cmd|" /C calc"!A0'];
		const document = documentOf(conversation(formulas.map(formula => [formula, formula])));
		const rows: readonly Row[] = parseCsv(await text('csv', document), {
			columns: true,
		});
		expect(rows.map(row => row['text'])).toEqual(formulas.map(formula => `'${formula}`));
		expect(rows.map(row => row['speaker'])).toEqual(formulas.map(formula => `'${formula}`));
	});

	test('leaves out the columns that were not asked for', async () => {
		const rows = await text('csv', weekly, {timestamps: false, speakers: false});
		expect(rows.split('\r\n')[0]).toBe('text,confidence');
	});
});

describe('Markdown', () => {
	test('has front matter and a paragraph for each turn', async () => {
		const [, frontMatter, body] = (await text('markdown', weekly)).split('---\n');
		expect(frontMatter).toContain('title: "Weekly sync"\n');
		expect(frontMatter).toContain('participants:\n  - "Ana Souza"\n  - "Bo Lindqvist"\n');
		expect(body).toBe(
			[
				'\n# Weekly sync',
				'**Ana Souza** `0:00`\\\nGood morning, shall we start? The first point is the launch.',
				'`0:04` It moves to November.',
				'**Speaker B** `0:05`\\\nBecause of the "review".\n',
			].join('\n\n'),
		);
	});

	test('shows the words as they are, whatever they look like', async () => {
		const markup = fc.array(
			fc.constantFrom(
				'# a',
				'*a*',
				'_a_',
				'a_b_c',
				'`',
				'<b>',
				'[a](b)',
				'1. a',
				'- a',
				'&amp;',
				'~~a~~',
				'| a |',
				'\\',
				'> a',
				'+',
				'===',
				'---',
				'![a](b)',
				'&#65;',
				'a*',
				'~',
				'[^1]',
				'<!--',
				'1)',
			),
			{minLength: 1, maxLength: 6},
		);
		await fc.assert(
			fc.asyncProperty(markup, async parts => {
				const words = safeText(parts.join(' '));
				const document = documentOf(conversation([[undefined, words]]));
				const source = await text('markdown', document, {header: false, timestamps: false});
				const html = await marked.parse(source);
				const {document: page} = parseHTML(`<html><body>${html}</body></html>`);
				expect(page.querySelector('body > p:only-child')?.textContent).toBe(words);
			}),
			{numRuns: 400},
		);
	});
});

describe('the web page', () => {
	const validator = new HtmlValidate({
		extends: ['html-validate:standard', 'html-validate:a11y'],
		rules: {'long-title': 'off', 'require-sri': 'error'},
	});

	test('is valid and shows every passage', async () => {
		await fc.assert(
			fc.asyncProperty(anyDocument, anyOptions, async (document, options) => {
				const page = await text('html', document, options);
				const report = await validator.validateString(page);
				expect(report.results.flatMap(({messages}) => messages)).toEqual([]);
				const {document: dom} = parseHTML(page);
				const words = [...dom.querySelectorAll('.words')].map(element => element.textContent);
				expect(words).toEqual(
					[...passagesOf(document.transcript, options.unit)].map(passage => passage.text),
				);
			}),
			{numRuns: 50},
		);
	});

	test('may run its own script and style, and load nothing', async () => {
		const {document: dom} = parseHTML(await text('html', weekly));
		const policy = dom.querySelector('meta[http-equiv]')?.getAttribute('content');
		const hash = (selector: string) =>
			createHash('sha256')
				.update(dom.querySelector(selector)?.textContent ?? '')
				.digest('base64');
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain(`style-src 'sha256-${hash('style')}'`);
		expect(policy).toContain(`script-src 'sha256-${hash('script')}'`);
		expect(dom.querySelectorAll('[src], link, [onclick], iframe')).toHaveLength(0);
	});

	test('links each time to its place', async () => {
		const {document: dom} = parseHTML(await text('html', weekly));
		const links = [...dom.querySelectorAll('a.time')];
		expect(links.map(link => link.textContent)).toEqual(['0:00', '0:04', '0:05']);
		for (const link of links) {
			expect(dom.querySelector(link.getAttribute('href') ?? '')).toBe(link.closest('.passage'));
		}
	});

	test('finds words, counts them and goes from one to the next', async () => {
		const {document: dom, Event, HTMLElement} = parseHTML(await text('html', weekly));
		const scrolledTo: unknown[] = [];
		HTMLElement.prototype.scrollIntoView = function scrollIntoView() {
			scrolledTo.push(this);
		};
		const script = dom.querySelector('script')?.textContent ?? '';
		// The page's own script, as a browser would run it.
		new Function('document', script)(dom);
		const field = dom.querySelector('input');
		const type = (words: string) => {
			if (field !== null) {
				field.value = words;
				field.dispatchEvent(new Event('input'));
			}
			return [...dom.querySelectorAll('mark')].map(mark => mark.textContent);
		};
		const words = () => [...dom.querySelectorAll('.words')].map(element => element.textContent);
		const before = words();
		const count = () => dom.getElementById('count')?.textContent;

		expect(type('THE')).toEqual(['The', 'the', 'the']);
		expect(count()).toBe('1 of 3');
		dom.getElementById('next')?.click();
		expect(count()).toBe('2 of 3');
		dom.getElementById('previous')?.click();
		dom.getElementById('previous')?.click();
		expect(count()).toBe('3 of 3');
		const current = [...dom.querySelectorAll('mark.current')];
		expect(current).toEqual([dom.querySelectorAll('mark')[2]]);
		expect(scrolledTo.at(-1)).toBe(current[0]);
		expect(type('the launch.')).toEqual(['the launch.']);
		expect(type('(.*)')).toEqual([]);
		expect(count()).toBe('0 of 0');
		expect(type('')).toEqual([]);
		expect(count()).toBe('');
		expect(words()).toEqual(before);
	});
});

describe('the Word document as another program reads it', () => {
	async function docxOf(document: ExportDocument, options: Partial<ExportOptions> = {}) {
		const docx = format('docx');
		const bytes = await renderExport(docx, document, {...docx.defaults, ...options});
		if (typeof bytes === 'string') {
			throw new TypeError('A Word document is not text');
		}
		return Buffer.from(bytes);
	}

	test('holds title, names, times and words', async () => {
		const {value, messages} = await mammoth.convertToHtml({buffer: await docxOf(weekly)});
		expect(messages).toEqual([]);
		expect(value).toContain('<h1>Weekly sync</h1>');
		expect(value).toContain('<p>Participants: Ana Souza, Bo Lindqvist</p>');
		expect(value).toContain(
			[
				'<p><strong>Ana Souza</strong>  0:00<br />Good morning, shall we start? The first point is the launch.</p>',
				'<p>0:04  It moves to November.</p>',
				'<p><strong>Speaker B</strong>  0:05<br />Because of the "review".</p>',
			].join(''),
		);
	});

	test('holds the words of any transcript', async () => {
		const plain = {timestamps: false, speakers: false, header: false};
		await fc.assert(
			fc.asyncProperty(anyDocument, async document => {
				const {value} = await mammoth.extractRawText({buffer: await docxOf(document, plain)});
				const passages = [...passagesOf(document.transcript, 'turn')];
				expect(value).toBe(
					passages.map(passage => `${passage.text.replace(/[\uFFFE\uFFFF]/g, '')}\n\n`).join(''),
				);
			}),
			{numRuns: 50},
		);
	});
});

const made = formats.filter(({kind}) => kind !== 'stored').map(({name}) => name);
const unsafeCharacters = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

test.each(made)('%s previews and renders the same text, without control characters', async name => {
	await fc.assert(
		fc.asyncProperty(anyDocument, anyOptions, async (document, options) => {
			const preview = previewExport(format(name), document, {options, lineCount: 100_000});
			expect(preview.join(' ')).not.toMatch(unsafeCharacters);
			expect(previewExport(format(name), document, {options, lineCount: 3})).toEqual(
				preview.slice(0, 3),
			);
			const rendered = await renderExport(format(name), document, options);
			if (typeof rendered === 'string') {
				expect(rendered.replace(/\r?\n$/, '')).toBe(preview.join(name === 'csv' ? '\r\n' : '\n'));
			}
		}),
		{numRuns: name === 'docx' ? 10 : 40},
	);
});

test.each(made)('%s takes empty, one-word and ten-hour transcripts', async name => {
	for (const transcript of [transcriptOf([]), conversation([['A', 'Yes']]), meetingOfHours(10)]) {
		const rendered = await renderExport(format(name), documentOf(transcript));
		expect(rendered.length).toBeGreaterThanOrEqual(transcript.turns.length);
	}
});

test.each(made)('%s takes 100,000 characters without a space', async name => {
	const document = documentOf(conversation([['A', `é${'x'.repeat(100_000)}`]]));
	const rendered = await renderExport(format(name), document);
	expect(rendered.length).toBeGreaterThan(name === 'docx' ? 1000 : 100_000);
});

test('the first lines of a long transcript do not wait for the rest of it', () => {
	let turnsRead = 0;
	const turns = new Proxy([...meetingOfHours(10).turns], {
		get(target, property) {
			turnsRead += typeof property === 'string' && /^\d+$/.test(property) ? 1 : 0;
			return Reflect.get(target, property);
		},
	});
	const options = {...format('text').defaults, header: false};
	previewExport(format('text'), documentOf(transcriptOf(turns)), {options, lineCount: 20});
	expect(turnsRead).toBeLessThan(50);
});

test('a file name tells its format', () => {
	expect(formatOfFile('talk.SRT')?.name).toBe('srt');
	expect(formatOfFile('a.b/talk.json')?.name).toBe('json');
	expect(formatOfFile('talk.raw.json')?.name).toBe('raw');
	expect(formatOfFile('talk')).toBeUndefined();
	expect(new Set(formats.map(({fileExtension}) => fileExtension)).size).toBe(formats.length);
});
