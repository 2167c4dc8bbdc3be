import type {Outline} from '../outline.ts';
import {type Passage, passagesOf} from '../passages.ts';
import {formatTime} from '../time.ts';
import {documentFacts, documentTitle} from './document-facts.ts';
import {commonOptions, type ExportDocument, type ExportOptions, type TextFormat} from './format.ts';
import {outlineParts} from './outline-parts.ts';

/** A paragraph for each turn under the name of its speaker, with YAML front matter. */
export const markdown: TextFormat = {
	kind: 'text',
	name: 'markdown',
	title: 'Markdown',
	fileExtension: 'md',
	mediaType: 'text/markdown; charset=utf-8',
	choices: ['timestamps', 'speakers', 'unit', 'header', 'original'],
	units: ['turn', 'sentence'],
	defaults: commonOptions,
	render,
};

function* render(document: ExportDocument, options: ExportOptions): Generator<string, void, void> {
	if (options.header) {
		yield* frontMatter(document);
		yield `\n# ${escapeMarkdown(documentTitle(document))}\n`;
		yield* outline(document);
	}
	let separator = options.header ? '\n' : '';
	for (const passage of passagesOf(document.transcript, options.unit)) {
		yield `${separator}${paragraph(passage, options)}\n`;
		separator = '\n';
	}
}

function* frontMatter(document: ExportDocument): Generator<string, void, void> {
	yield '---\n';
	yield `title: ${yamlText(documentTitle(document))}\n`;
	for (const {key, value} of documentFacts(document)) {
		if (typeof value === 'string') {
			yield `${key}: ${yamlText(value)}\n`;
		} else {
			yield `${key}:\n${value.map(item => `  - ${yamlText(item)}\n`).join('')}`;
		}
	}
	yield '---\n';
}

function* outline({transcript}: ExportDocument): Generator<string, void, void> {
	if (transcript.outline !== undefined) {
		yield* outlineToMarkdown(transcript.outline);
		yield '\n## Transcript\n';
	}
}

/** Its headings with their lists; an empty line before each. */
export function* outlineToMarkdown(of: Outline): Generator<string, void, void> {
	for (const {title, items} of outlineParts(of)) {
		yield `\n## ${title}\n\n`;
		for (const {time, headline, text} of items) {
			const box = title === 'To do' ? '[ ] ' : '';
			const at = time === '' ? '' : `\`${time}\` `;
			const head = headline === '' ? '' : `**${escapeMarkdown(headline)}** `;
			yield `- ${box}${at}${head}${escapeMarkdown(text)}\n`;
		}
	}
}

/** YAML's double-quoted text takes every escape of JSON. */
function yamlText(text: string): string {
	return JSON.stringify(text);
}

function paragraph(passage: Passage, options: ExportOptions): string {
	const {heading: name, startMs, text} = passage;
	const time = options.timestamps ? `\`${formatTime(startMs)}\`` : '';
	const words = escapeMarkdown(text);
	if (!options.speakers || name === undefined) {
		return time === '' ? words : `${time} ${words}`;
	}
	const heading = `**${escapeMarkdown(name)}**`;
	return time === '' ? `${heading}\\\n${words}` : `${heading} ${time}\\\n${words}`;
}

// What would be read as markup anywhere, and what only at the beginning of a line.
const markup =
	/[\\`*[\]<]|~(?=~)|(?<=~)~|(?<![\p{Letter}\p{Number}])_|_(?![\p{Letter}\p{Number}])|&(?=#?\w+;)|\|/gu;
const blockMarkup = /^(?:[#>+=-]|\d+(?=[.)]))/u;

/** Text that Markdown shows as it is. */
export function escapeMarkdown(text: string): string {
	return text
		.replace(markup, '\\$&')
		.replace(blockMarkup, start => (/\d/.test(start) ? start : `\\${start}`))
		.replace(/^(\d+)([.)])/u, '$1\\$2');
}
