import stringWidth from 'string-width';

/** Lines with their cells in columns; the last column is left as long as it is. */
export function toTable(rows: ReadonlyArray<readonly string[]>): string {
	const columns = Math.max(0, ...rows.map(row => row.length));
	const widths = Array.from({length: columns}, (_, column) =>
		Math.max(0, ...rows.map(row => stringWidth(row[column] ?? ''))),
	);
	return rows
		.map(row =>
			row
				.map((cell, column) =>
					column === row.length - 1
						? cell
						: cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell)),
				)
				.join('  ')
				.trimEnd(),
		)
		.map(line => `${line}\n`)
		.join('');
}
