import {escapeHtml} from '../../safe-text.ts';
import {type Passage, passagesOf} from '../passages.ts';
import {formatTime} from '../time.ts';
import {documentFacts, documentTitle, factText} from './document-facts.ts';
import {commonOptions, type ExportDocument, type ExportOptions, type TextFormat} from './format.ts';
import {pagePolicy, pageScript, pageStyle} from './html-page.ts';
import {outlineParts} from './outline-parts.ts';

/** One page that needs nothing else: times are links to their place, and it has its own find. */
export const html: TextFormat = {
	kind: 'text',
	name: 'html',
	title: 'Web page',
	fileExtension: 'html',
	mediaType: 'text/html; charset=utf-8',
	choices: ['timestamps', 'speakers', 'unit', 'header', 'original'],
	units: ['turn', 'sentence'],
	defaults: commonOptions,
	render,
};

function* render(document: ExportDocument, options: ExportOptions): Generator<string, void, void> {
	yield head(document);
	yield header(document, options);
	yield findBar;
	yield '<main>\n';
	let number = 1;
	for (const passage of passagesOf(document.transcript, options.unit)) {
		yield paragraph(passage, number, options);
		number++;
	}
	yield `</main>\n<script>${pageScript}</script>\n</body>\n</html>\n`;
}

function head(document: ExportDocument): string {
	return `<!DOCTYPE html>
<html lang="${languageTag(document.transcript.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy}">
<title>${escapeHtml(documentTitle(document))}</title>
<style>${pageStyle}</style>
</head>
<body>
`;
}

/** AssemblyAI writes `en_us` where HTML has `en-us`. */
function languageTag(language = ''): string {
	const tag = language.replaceAll('_', '-');
	return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) ? tag : 'und';
}

function header(document: ExportDocument, options: ExportOptions): string {
	if (!options.header) {
		return '';
	}
	const facts = documentFacts(document).map(
		fact => `<dt>${fact.label}</dt><dd>${escapeHtml(factText(fact))}</dd>\n`,
	);
	return `<header>\n<h1>${escapeHtml(documentTitle(document))}</h1>\n<dl>\n${facts.join('')}</dl>\n${outline(document)}</header>\n`;
}

function outline({transcript}: ExportDocument): string {
	const sections = outlineParts(transcript.outline).map(({title, items}) => {
		const lines = items.map(({time, headline, text}) => {
			const head = headline === '' ? '' : `<b>${escapeHtml(headline)}</b> `;
			return `<li dir="auto">${time === '' ? '' : `${time} `}${head}${escapeHtml(text)}</li>\n`;
		});
		return `<section>\n<h2>${title}</h2>\n<ul>\n${lines.join('')}</ul>\n</section>\n`;
	});
	return sections.join('');
}

const findBar = `<div class="find" role="search">
<label for="find">Find</label>
<input type="search" id="find">
<button type="button" id="previous">Previous</button>
<button type="button" id="next">Next</button>
<output id="count" for="find"></output>
</div>
`;

function paragraph(passage: Passage, number: number, options: ExportOptions): string {
	const {startMs, text} = passage;
	const name = options.speakers ? passage.heading : undefined;
	const className = name !== undefined ? 'passage new-speaker' : 'passage';
	const speaker = name !== undefined ? `<b class="speaker">${escapeHtml(name)}</b>` : '';
	const time = options.timestamps
		? `<a class="time" href="#p${number}">${formatTime(startMs)}</a> `
		: '';
	const words = `<span class="words">${escapeHtml(text)}</span>`;
	return `<p class="${className}" id="p${number}" dir="auto">${speaker}${time}${words}</p>\n`;
}
