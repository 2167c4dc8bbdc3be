import type {IBuffer, IBufferCell, Terminal} from '@xterm/headless';

export type CellColour =
	| {readonly type: 'default'}
	| {readonly type: 'palette'; readonly index: number}
	| {readonly type: 'rgb'; readonly value: number};

export type CellStyle = {
	readonly foreground: CellColour;
	readonly background: CellColour;
	readonly isBold: boolean;
	readonly isDim: boolean;
	readonly isItalic: boolean;
	readonly isUnderlined: boolean;
	readonly isStruckThrough: boolean;
	readonly isInverse: boolean;
	readonly isHidden: boolean;
};

/** Cells side by side that look alike; a character that is wide or made of several is a run of its own. */
export type CellRun = {
	readonly column: number;
	/** In cells. */
	readonly width: number;
	readonly text: string;
	readonly style: CellStyle;
};

function colour(isDefault: boolean, isPalette: boolean, value: number): CellColour {
	if (isDefault) {
		return {type: 'default'};
	}

	return isPalette ? {type: 'palette', index: value} : {type: 'rgb', value};
}

function styleOf(cell: IBufferCell): CellStyle {
	return {
		foreground: colour(cell.isFgDefault(), cell.isFgPalette(), cell.getFgColor()),
		background: colour(cell.isBgDefault(), cell.isBgPalette(), cell.getBgColor()),
		isBold: cell.isBold() !== 0,
		isDim: cell.isDim() !== 0,
		isItalic: cell.isItalic() !== 0,
		isUnderlined: cell.isUnderline() !== 0,
		isStruckThrough: cell.isStrikethrough() !== 0,
		isInverse: cell.isInverse() !== 0,
		isHidden: cell.isInvisible() !== 0,
	};
}

function* readCells(buffer: IBuffer, row: number): Generator<CellRun, void, void> {
	const line = buffer.getLine(row);
	for (let column = 0; column < (line?.length ?? 0); column++) {
		const cell = line?.getCell(column);
		// The second half of a wide character is a cell without a width.
		if (cell !== undefined && cell.getWidth() > 0) {
			yield {
				column,
				width: cell.getWidth(),
				text: cell.getChars() || ' ',
				style: styleOf(cell),
			};
		}
	}
}

/** One cell for each of its characters. Nothing says how a font divides a width among others. */
function isPlain({width, text}: CellRun): boolean {
	return width === text.length && !/[^\0-\uFFFF]/u.test(text);
}

function isAlike(run: CellRun, cell: CellRun): boolean {
	return isPlain(run) && isPlain(cell) && JSON.stringify(run.style) === JSON.stringify(cell.style);
}

function readRow(buffer: IBuffer, row: number): readonly CellRun[] {
	const runs: CellRun[] = [];
	for (const cell of readCells(buffer, row)) {
		const last = runs.at(-1);
		if (last !== undefined && isAlike(last, cell)) {
			runs[runs.length - 1] = {
				...last,
				width: last.width + cell.width,
				text: last.text + cell.text,
			};
		} else {
			runs.push(cell);
		}
	}

	return runs;
}

/** What a terminal shows, row by row from the top of the visible part. */
export function readVisibleRows(terminal: Terminal): readonly (readonly CellRun[])[] {
	const {active} = terminal.buffer;
	return Array.from({length: terminal.rows}, (_, row) => readRow(active, active.viewportY + row));
}
