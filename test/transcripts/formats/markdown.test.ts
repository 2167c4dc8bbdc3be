import fc from 'fast-check';
import {parseHTML} from 'linkedom';
import {marked} from 'marked';
import {describe, expect, test} from 'vitest';
import {safeText} from '../../../source/safe-text.ts';
import {conversation, documentOf} from '../corpus.ts';
import {renderText, weekly} from './render.ts';

describe('Markdown', () => {
	test('has front matter and a paragraph for each turn', async () => {
		const [, frontMatter, body] = (await renderText('markdown', weekly)).split('---\n');
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
				const source = await renderText('markdown', document, {header: false, timestamps: false});
				const html = await marked.parse(source);
				const {document: page} = parseHTML(`<html><body>${html}</body></html>`);
				expect(page.querySelector('body > p:only-child')?.textContent).toBe(words);
			}),
			{numRuns: 400},
		);
	});
});
