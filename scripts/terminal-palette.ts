import type {CellColour} from './terminal-cells.ts';

/** A colour as SVG takes it: `#1d2433` */
export type HexColour = `#${string}`;

export const windowColours = {
	background: '#161b22',
	foreground: '#d5dbe3',
	titleBar: '#21262d',
	title: '#9aa4b0',
	edge: '#3a424d',
} as const satisfies Record<string, HexColour>;

// The sixteen that a terminal's theme defines; each readable on the background above.
const themeColours: readonly HexColour[] = [
	'#1d242c',
	'#ff8078',
	'#6fd083',
	'#e3b95c',
	'#7ab7ff',
	'#d6a3f5',
	'#62cfd6',
	'#c9d1d9',
	'#8b96a3',
	'#ffa8a1',
	'#96e6a5',
	'#f5d58a',
	'#a8d1ff',
	'#e6c5fb',
	'#97e4e9',
	'#f4f7fa',
];

function hex(red: number, green: number, blue: number): HexColour {
	return `#${[red, green, blue].map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

// xterm's 256 colours: the theme's, a cube of 6 × 6 × 6, and 24 greys.
function paletteColour(index: number): HexColour {
	const themed = themeColours[index];
	if (themed !== undefined) {
		return themed;
	}

	if (index >= 232) {
		const grey = 8 + (index - 232) * 10;
		return hex(grey, grey, grey);
	}

	const level = (step: number) => (step === 0 ? 0 : 55 + step * 40);
	const inCube = index - 16;
	return hex(level(Math.floor(inCube / 36)), level(Math.floor(inCube / 6) % 6), level(inCube % 6));
}

/** `byDefault` is for what the program left to the terminal. */
export function hexColour(colour: CellColour, byDefault: HexColour): HexColour {
	switch (colour.type) {
		case 'default':
			return byDefault;
		case 'palette':
			return paletteColour(colour.index);
		case 'rgb':
			return hex(colour.value >> 16, (colour.value >> 8) & 0xff, colour.value & 0xff);
	}
}

/** As far towards the second colour as `share` (0 to 1) says. */
export function mix(one: HexColour, other: HexColour, share: number): HexColour {
	const part = (colour: HexColour, start: number) =>
		Number.parseInt(colour.slice(start, start + 2), 16);
	const mixed = (start: number) => part(one, start) * (1 - share) + part(other, start) * share;
	return hex(mixed(1), mixed(3), mixed(5));
}
