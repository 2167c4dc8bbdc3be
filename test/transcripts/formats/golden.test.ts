import mammoth from 'mammoth';
import {expect, test} from 'vitest';
import {safeText} from '../../../source/safe-text.ts';
import {applyCorrections} from '../../../source/transcripts/corrections.ts';
import type {ExportDocument, ExportOptions} from '../../../source/transcripts/formats/format.ts';
import {formats, renderExport} from '../../../source/transcripts/formats/formats.ts';
import type {Outline} from '../../../source/transcripts/outline.ts';
import {spokenTurn, transcriptOf} from '../corpus.ts';

const outline: Outline = {
	overview: safeText('The launch moves, & <nobody> minds.'),
	sections: [
		{headline: safeText('Launch & <review>'), text: safeText('Moved to *November*.'), startMs: 0},
		{headline: safeText('Roof'), text: safeText('It is repaired.'), startMs: undefined},
	],
	steps: [
		{text: safeText('Bo tells the "crew".'), timeMs: 3_661_000},
		{text: safeText('Ana pays.'), timeMs: undefined},
	],
};

const heard = transcriptOf(
	[
		spokenTurn('A', "Good morning, it's half past nine. Shall we start?", {startMs: 40}),
		spokenTurn('A', 'It moves to November.', {startMs: 4500, endMs: 6200}),
		spokenTurn('B', '=1+1 is <b>two</b> --> "quite" & {\\an8} so', {startMs: 6400, endMs: 9000}),
		spokenTurn(undefined, 'No name.', {startMs: 3_661_000, endMs: 3_662_500}),
		spokenTurn('C', 'A 1) here + 12. there.', {startMs: 3_663_000, endMs: 3_665_000}),
		spokenTurn('C', '12. I mean it.', {startMs: 3_666_000, endMs: 3_668_000}),
	],
	{
		language: 'en_us',
		outline,
		speakerNames: new Map([
			['A', safeText('Ana <Souza> & co')],
			['B', safeText('+1 555 0100')],
		]),
	},
);

const rich: ExportDocument = {
	transcript: applyCorrections(heard, [
		{turn: 1, heard: heard.turns[1]?.text ?? safeText(''), text: safeText('It moves to December.')},
	]),
	transcriptId: 'b1946ac9-2492-4d61-9d8e-6f2a5a4f0c11',
	meeting: {
		uuid: 'XvxmrPMQzjWQUk2DqGKoXg==',
		number: '97895292947',
		topic: safeText('Weekly: "sync" & <launch>'),
		// Documents say it in the time zone of whoever exports; JSON, in UTC, is looked at without it.
		start: new Date(2026, 0, 10, 1, 50),
		hostEmail: safeText('ana@example.com'),
		participants: ['Ana Souza', 'Bo: Lindqvist'].map(safeText),
		shareUrl: 'https://zoom.us/rec/share/abc',
	},
	exportedAt: new Date('2026-11-24T14:00:00Z'),
};

/** Nothing is known of it but what was said. */
const bare: ExportDocument = {
	transcript: {
		...transcriptOf([
			{...spokenTurn(undefined, 'Yes.'), words: []},
			spokenTurn(undefined, 'No.', {startMs: 2000}),
		]),
		source: undefined,
		language: '<de>',
		model: undefined,
		outline: {
			overview: safeText(''),
			sections: [{headline: safeText(''), text: safeText('Nothing much.'), startMs: 1000}],
			steps: [],
		},
	},
	transcriptId: undefined,
	meeting: {
		uuid: undefined,
		number: undefined,
		topic: safeText(''),
		start: undefined,
		hostEmail: undefined,
		participants: [],
		shareUrl: undefined,
	},
	exportedAt: new Date('2026-11-24T14:00:00Z'),
};

const empty: ExportDocument = {...bare, transcript: transcriptOf([])};

const everything: Partial<ExportOptions> = {header: true};
const littleAsPossible: Partial<ExportOptions> = {
	timestamps: false,
	speakers: false,
	header: false,
	original: true,
};

const made = formats.filter(format => format.kind !== 'stored');

test.each(
	made.flatMap(format =>
		(
			[
				['rich', rich, everything],
				['rich by the sentence', rich, {...everything, unit: 'sentence'}],
				['rich and short', rich, littleAsPossible],
				['bare', bare, everything],
				['bare and short', bare, littleAsPossible],
				['empty', empty, everything],
			] as const
		).map(([name, document, options]) => ({name, format, document, options})),
	),
)('$format.name of what is $name is as it was', async ({name, format, document, options}) => {
	const rendered = await renderExport(format, document, {...format.defaults, ...options});
	const text =
		typeof rendered === 'string'
			? // Both have tests of their own, and would hide the rest.
				rendered
					.replace(/<(style|script)>.*?<\/\1>/gs, '<$1></$1>')
					.replace(/(Security-Policy" content=")[^"]*/, '$1')
					.replace(/("startTime": ")[^"]*/, '$1')
			: (await mammoth.convertToHtml({buffer: Buffer.from(rendered)})).value.replaceAll(
					/(<\/(?:p|h\d|li|ul)>)/g,
					'$1\n',
				);
	const extension = typeof rendered === 'string' ? format.fileExtension : 'docx.html';
	await expect(text).toMatchFileSnapshot(`golden/${name.replaceAll(' ', '-')}.${extension}`);
});
