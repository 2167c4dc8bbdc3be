import {type Figure, meetsAim, ratioOf} from './measure.ts';

const headings = ['measured', '', 'compared with', '', 'ratio', 'aim', ''] as const;

/** Columns of numbers, lined up at their right. */
const rightAligned: ReadonlySet<number> = new Set([1, 3, 4]);

function showNumber(value: number): string {
	const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
	return value.toFixed(digits);
}

function showAim({aim}: Figure): string {
	if (aim === undefined) {
		return '';
	}

	return 'atMost' in aim ? `≤ ${aim.atMost}` : `≥ ${aim.atLeast}`;
}

function showOutcome(figure: Figure): string {
	const isMet = meetsAim(figure);
	if (isMet === undefined) {
		return '';
	}

	return isMet ? 'met' : 'MISSED';
}

function toRow(figure: Figure): readonly string[] {
	return [
		figure.what,
		`${showNumber(figure.value)} ${figure.unit}`,
		figure.peer.name,
		`${showNumber(figure.peer.value)} ${figure.unit}`,
		`${ratioOf(figure).toFixed(2)}×`,
		showAim(figure),
		showOutcome(figure),
	];
}

/** Every figure on a line, beside what it is compared with. */
export function showTable(figures: readonly Figure[]): string {
	const rows = [headings, ...figures.map(toRow)];
	const widths = headings.map((_, column) =>
		Math.max(...rows.map(row => row[column]?.length ?? 0)),
	);
	return rows
		.map(row =>
			row
				.map((text, column) => {
					const width = widths[column] ?? 0;
					return rightAligned.has(column) ? text.padStart(width) : text.padEnd(width);
				})
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}
