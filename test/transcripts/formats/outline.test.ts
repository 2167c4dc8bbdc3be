import {expect, test} from 'vitest';
import {safeText} from '../../../source/safe-text.ts';
import {formats} from '../../../source/transcripts/formats/formats.ts';
import {outlineParts} from '../../../source/transcripts/formats/outline-parts.ts';
import type {Outline} from '../../../source/transcripts/outline.ts';
import {conversation} from '../corpus.ts';

const outline: Outline = {
	overview: safeText(''),
	sections: [
		{headline: safeText('Budget <&>'), text: safeText('It was *agreed*.'), startMs: 62_000},
	],
	steps: [{text: safeText('Ada writes it down.'), timeMs: undefined}],
};

async function render(name: string, withOutline: boolean): Promise<string> {
	const format = formats.find(each => each.name === name);
	if (format?.kind !== 'text' && format?.kind !== 'binary') {
		throw new Error(`${name} is not rendered`);
	}

	const document = {
		transcript: {...conversation([['A', 'Hello.']]), ...(withOutline && {outline})},
		transcriptId: 'id',
		meeting: {
			uuid: 'uuid',
			number: '1',
			topic: safeText('Planning'),
			start: new Date(0),
			hostEmail: undefined,
			participants: [],
			shareUrl: undefined,
		},
		exportedAt: new Date(0),
	};
	const options = {...format.defaults, header: true};
	const pieces =
		format.kind === 'text' ? format.render(document, options) : format.preview(document, options);
	return [...pieces].join('');
}

test.each([
	['text', 'Outline\n- 1:02 Budget <&>: It was *agreed*.\n\nTo do\n- Ada writes it down.\n'],
	[
		'markdown',
		'## Outline\n\n- `1:02` **Budget \\<&>** It was \\*agreed\\*.\n\n## To do\n\n- [ ] Ada writes it down.\n\n## Transcript\n',
	],
	[
		'html',
		'<h2>Outline</h2>\n<ul>\n<li dir="auto">1:02 <b>Budget &lt;&amp;&gt;</b> It was *agreed*.</li>',
	],
	['docx', 'Outline\n- 1:02 Budget <&>: It was *agreed*.'],
	[
		'json',
		'"actionItems": [\n      {\n        "text": "Ada writes it down.",\n        "timestamp": null',
	],
])('%s has the outline at its top', async (name, expected) => {
	expect(await render(name, true)).toContain(expected);
	expect(await render(name, false)).not.toMatch(/To do|Ada writes/);
});

test('a part without anything is left out', () => {
	expect(outlineParts(undefined)).toEqual([]);
	expect(outlineParts({...outline, steps: []}).map(({title}) => title)).toEqual(['Outline']);
});
