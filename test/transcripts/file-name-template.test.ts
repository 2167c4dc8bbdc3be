import fc from 'fast-check';
import {expect, test} from 'vitest';
import {safeText} from '../../source/safe-text.ts';
import {byteLength, safeFileName} from '../../source/transcripts/file-name.ts';
import {expandFileName, fileNameFields} from '../../source/transcripts/file-name-template.ts';
import {anyDocument, conversation, documentOf} from './corpus.ts';

const start = new Date(2026, 10, 24, 9, 5);
const document = documentOf(
	conversation([
		['A', 'Hello.'],
		['B', 'Hi.'],
	]),
	{start},
);

test.each([
	['{date} {topic}', '2026-11-24 Weekly sync.txt'],
	['{date} {time} {topic}', '2026-11-24 09-05 Weekly sync.txt'],
	['{topic} ({speaker-count} speakers, {language})', 'Weekly sync (2 speakers, en).txt'],
	['{meeting}/{speakers}', '85012345678-Speaker A, Speaker B.txt'],
	['{uuid}', 'abc-+==.txt'],
	['no fields', 'no fields.txt'],
	['..', 'untitled.txt'],
])('%s becomes %s', (template, expected) => {
	expect(expandFileName(template, document, {extension: 'txt'})).toBe(expected);
});

test.each(['{foo}', '{constructor}', '{}'])(
	'%s is no field, and the message says which are',
	field => {
		expect(() => expandFileName(`a ${field}`, document, {extension: 'txt'})).toThrow(
			expect.objectContaining({
				code: 'usage',
				message: expect.stringContaining(field),
				hint: expect.stringContaining('{speaker-count}'),
			}),
		);
	},
);

test('a long topic is cut, what stands around it is not', () => {
	const topic = safeText('会議'.repeat(100));
	const long = {...document, meeting: {...document.meeting, topic}};
	const name = expandFileName('{date} {topic} {meeting}', long, {extension: 'md', maxBytes: 80});
	expect(name).toMatch(/^2026-11-24 (?:会議)+会? 85012345678\.md$/u);
	expect(byteLength(name)).toBeLessThanOrEqual(80);
	expect(byteLength(name)).toBeGreaterThan(74);
});

test('a second file of a long name is numbered, within the bytes that there are', () => {
	const topic = safeText('x'.repeat(100));
	const long = {...document, meeting: {...document.meeting, topic}};
	const options = {extension: 'md', maxBytes: 40};
	expect(expandFileName('{topic} {date}', long, options)).toBe(`${'x'.repeat(26)} 2026-11-24.md`);
	expect(expandFileName('{topic} {date}', long, {...options, number: 12})).toBe(
		`${'x'.repeat(21)} 2026-11-24 (12).md`,
	);
	expect(expandFileName('{topic} {date} {topic}', long, options)).toBe(
		`${'x'.repeat(12)} 2026-11-24 ${'x'.repeat(12)}.md`,
	);
	const fitting = {...document, meeting: {...document.meeting, topic: safeText('x'.repeat(26))}};
	expect(expandFileName('{topic} {date}', fitting, options)).toBe(
		`${'x'.repeat(26)} 2026-11-24.md`,
	);
});

test('what is not known leaves nothing behind', () => {
	const unknown = {
		...document,
		transcriptId: undefined,
		transcript: {...document.transcript, language: undefined, model: undefined},
		meeting: {
			...document.meeting,
			uuid: undefined,
			number: undefined,
			start: undefined,
			hostEmail: undefined,
		},
	};
	const template = 'a{date}{time}{host}{meeting}{uuid}{transcript}{language}{model}b';
	expect(expandFileName(template, unknown, {extension: 'txt'})).toBe('ab.txt');
	const known = {
		...document,
		transcriptId: 'id',
		meeting: {...document.meeting, hostEmail: safeText('ada@example.com')},
	};
	expect(expandFileName('{host} {transcript} {model}', known, {extension: 'txt'})).toBe(
		'ada@example.com id universal-3-5-pro.txt',
	);
});

test('whatever the document, the name is a safe one', () => {
	const template = fc
		.array(fc.constantFrom(...fileNameFields), {maxLength: 4})
		.map(fields => fields.map(field => `{${field}}`).join(' '));
	fc.assert(
		fc.property(anyDocument, template, (any, fields) => {
			const name = expandFileName(fields, any, {extension: 'txt', maxBytes: 100});
			expect(byteLength(name)).toBeLessThanOrEqual(100);
			expect(safeFileName(name)).toBe(name);
		}),
	);
});
