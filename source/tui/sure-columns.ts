/** A cell of a row as Ink has it: the second half of a wide character is empty. */
export type Cell = {readonly value: string; readonly styles: readonly unknown[]};

/** So many blanks part columns; fewer part words. */
const smallestGap = 2;

/**
 * A row as text that stands in its columns however wide a terminal draws what is made of several code
 * points: behind a gap that follows on such, there is a jump (CHA) to the column. Cells and columns are
 * counted from 0.
 *
 * The build puts it into Ink, which asks for no such thing.
 *
 * @param toText Cells with the sequences of their styles.
 */
export function toSureColumns<Row extends Cell>(
	row: readonly Row[],
	toText: (cells: readonly Row[]) => string,
): string {
	const pieces: string[] = [];
	let from = 0;
	let blanks = 0;
	let isSure = true;
	for (const [column, cell] of row.entries()) {
		if (isBlank(cell)) {
			blanks++;
		} else if (cell.value !== '') {
			if (!isSure && blanks >= smallestGap) {
				pieces.push(toText(row.slice(from, column - blanks)), `\u001B[${column + 1}G`);
				from = column;
				isSure = true;
			}

			blanks = 0;
			isSure &&= !isJoined(cell.value);
		}
	}

	return `${pieces.join('')}${toText(row.slice(from)).trimEnd()}`;
}

function isBlank({value, styles}: Cell): boolean {
	return value === ' ' && styles.length === 0;
}

function isJoined(character: string): boolean {
	return character.length > String.fromCodePoint(character.codePointAt(0) ?? 0).length;
}
