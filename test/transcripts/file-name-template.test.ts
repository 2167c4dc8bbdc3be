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
