import fc from 'fast-check';
import {expect, test} from 'vitest';
import {safeText} from '../../../source/safe-text.ts';
import {applyCorrections} from '../../../source/transcripts/corrections.ts';
import {
	formatOfFile,
	formats,
	previewExport,
	renderExport,
} from '../../../source/transcripts/formats/formats.ts';
import {anyDocument, conversation, documentOf, meetingOfHours, transcriptOf} from '../corpus.ts';
import {anyOptions, format} from './render.ts';

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

test.each(made)('%s says what was corrected, or what was heard', async name => {
	const heard = conversation([
		['A', 'The kubernets cluster.'],
		['B', 'Yes.'],
	]);
	const corrected = applyCorrections(heard, [
		{
			turn: 0,
			heard: safeText('The kubernets cluster.'),
			text: safeText('The Kubernetes cluster.'),
		},
	]);
	const previewOf = (transcript: typeof heard, original: boolean) => {
		const options = {...format(name).defaults, original};
		return previewExport(format(name), documentOf(transcript), {options, lineCount: 1000});
	};
	expect(previewOf(corrected, false).join('\n')).toMatch(/The Kubernetes cluster\./);
	expect(previewOf(corrected, false).join('\n')).not.toContain('kubernets');
	expect(previewOf(corrected, true)).toEqual(previewOf(heard, false));
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
