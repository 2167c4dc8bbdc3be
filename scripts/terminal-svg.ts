import type {CellRun, CellStyle} from './terminal-cells.ts';
import {type HexColour, hexColour, mix, windowColours} from './terminal-palette.ts';

export type TerminalPicture = {
	/** In the window's title bar, and what the picture is called for those who do not see it. */
	readonly title: string;
	readonly columns: number;
	readonly rows: readonly (readonly CellRun[])[];
	/** Where the cursor is; undefined when it is hidden. */
	readonly cursor?: {readonly column: number; readonly row: number} | undefined;
};

// In pixels. Every run is stretched to the width of its cells, so the font may be any other.
const cell = {width: 8.4, height: 18, baseline: 13.5};
const fontSize = 14;
const fonts =
	"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace";
const titleBarHeight = 34;
const padding = 14;

function escapeXml(text: string): string {
	return text.replace(/[<>&"]/g, character => `&#${character.charCodeAt(0)};`);
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

function left(column: number): number {
	return round(padding + column * cell.width);
}

function top(row: number): number {
	return titleBarHeight + padding + row * cell.height;
}

type Colours = {readonly text: HexColour; readonly behind: HexColour};

function coloursOf(style: CellStyle): Colours {
	const foreground = hexColour(style.foreground, windowColours.foreground);
	const background = hexColour(style.background, windowColours.background);
	const [text, behind] = style.isInverse ? [background, foreground] : [foreground, background];
	return {text: style.isDim ? mix(text, behind, 0.4) : text, behind};
}

function rectangle(column: number, row: number, width: number, fill: HexColour): string {
	return `<rect x="${left(column)}" y="${top(row)}" width="${round(width * cell.width)}" height="${cell.height}" fill="${fill}"/>`;
}

function textAttributes(style: CellStyle): string {
	const decorations = [
		...(style.isUnderlined ? ['underline'] : []),
		...(style.isStruckThrough ? ['line-through'] : []),
	].join(' ');
	return [
		...(style.isBold ? [' font-weight="700"'] : []),
		...(style.isItalic ? [' font-style="italic"'] : []),
		...(decorations === '' ? [] : [` text-decoration="${decorations}"`]),
	].join('');
}

/** Blanks at the ends of a run need no ink unless a line goes through them. */
function withoutOuterBlanks(run: CellRun): CellRun {
	if (run.style.isUnderlined || run.style.isStruckThrough) {
		return run;
	}

	const text = run.text.replace(/ +$/, '');
	const blanks = text.search(/[^ ]|$/);
	return {
		...run,
		column: run.column + blanks,
		width: run.width - (run.text.length - text.length) - blanks,
		text: text.slice(blanks),
	};
}

function drawText(run: CellRun, row: number, fill: HexColour): string {
	const {column, width, text, style} = withoutOuterBlanks(run);
	if (style.isHidden || text === '') {
		return '';
	}

	return `<text x="${left(column)}" y="${top(row) + cell.baseline}" textLength="${round(width * cell.width)}" lengthAdjust="spacingAndGlyphs" fill="${fill}"${textAttributes(style)}>${escapeXml(text)}</text>`;
}

function drawRun(run: CellRun, row: number): string {
	const colours = coloursOf(run.style);
	const behind =
		colours.behind === windowColours.background
			? ''
			: rectangle(run.column, row, run.width, colours.behind);
	return behind + drawText(run, row, colours.text);
}

function drawWindow(title: string, width: number, height: number): string {
	const dots = ['#ff6259', '#ffbf2f', '#29ce42'].map(
		(fill, index) =>
			`<circle cx="${20 + index * 20}" cy="${titleBarHeight / 2}" r="6" fill="${fill}"/>`,
	);
	return [
		`<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="9" fill="${windowColours.background}" stroke="${windowColours.edge}"/>`,
		`<path d="M1 ${titleBarHeight}V9.5A8.5 8.5 0 0 1 9.5 1H${width - 9.5}A8.5 8.5 0 0 1 ${width - 1} 9.5V${titleBarHeight}Z" fill="${windowColours.titleBar}"/>`,
		...dots,
		`<text x="${width / 2}" y="${titleBarHeight / 2 + 5}" text-anchor="middle" fill="${windowColours.title}">${escapeXml(title)}</text>`,
	].join('\n');
}

/** A terminal's window as an SVG document, right in any monospaced font and on any background. */
export function drawTerminal({title, columns, rows, cursor}: TerminalPicture): string {
	const width = Math.ceil(columns * cell.width + 2 * padding);
	const height = titleBarHeight + rows.length * cell.height + 2 * padding;
	const drawnRows = rows.map((runs, row) => runs.map(run => drawRun(run, row)).join(''));
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}" font-family="${fonts}" font-size="${fontSize}" xml:space="preserve">`,
		`<title>${escapeXml(title)}</title>`,
		drawWindow(title, width, height),
		...drawnRows.filter(drawn => drawn !== ''),
		...(cursor === undefined
			? []
			: [rectangle(cursor.column, cursor.row, 1, windowColours.foreground)]),
		'</svg>\n',
	].join('\n');
}
