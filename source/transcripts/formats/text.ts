import {passagesOf} from '../passages.ts';
import {formatTime} from '../time.ts';
import {documentFacts, documentTitle, factText} from './document-facts.ts';
import {commonOptions, type ExportDocument, type ExportOptions, type TextFormat} from './format.ts';
import {outlineParts} from './outline-parts.ts';

/** One line for each turn: `[12:03] Ana: What was said.` */
export const text: TextFormat = {
	kind: 'text',
	name: 'text',
	title: 'Plain text',
	fileExtension: 'txt',
	mediaType: 'text/plain; charset=utf-8',
	choices: ['timestamps', 'speakers', 'unit', 'header', 'original'],
	units: ['turn', 'sentence'],
	defaults: {...commonOptions, header: false},
	render,
};

function* render(document: ExportDocument, options: ExportOptions): Generator<string, void, void> {
	if (options.header) {
		yield* header(document);
	}
	for (const {name, startMs, text: words} of passagesOf(document.transcript, options.unit)) {
		const time = options.timestamps ? `[${formatTime(startMs)}] ` : '';
		const speaker = options.speakers && name !== undefined ? `${name}: ` : '';
		yield `${time}${speaker}${words}\n`;
	}
}

function* header(document: ExportDocument): Generator<string, void, void> {
	yield `${documentTitle(document)}\n`;
	for (const fact of documentFacts(document)) {
		yield `${fact.label}: ${factText(fact)}\n`;
	}
	for (const {title, items} of outlineParts(document.transcript.outline)) {
		yield `\n${title}\n`;
		for (const {time, headline, text: words} of items) {
			yield `- ${[time, headline === '' ? '' : `${headline}:`, words].filter(part => part !== '').join(' ')}\n`;
		}
	}
	yield '\n';
}
