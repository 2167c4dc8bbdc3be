import type {Binding} from './keymap.ts';

/**
 * The keys by which one moves, the same on every screen: by row, half page, page, and to the ends.
 * `move` is told how many rows, minus for up; the ends are infinite.
 */
export function moveBindings(pageHeight: number, move: (rows: number) => void): readonly Binding[] {
	const page = Math.max(1, pageHeight - 1);
	const halfPage = Math.max(1, Math.floor(pageHeight / 2));
	return [
		{keys: ['up', 'k'], label: 'up', run: () => move(-1)},
		{keys: ['down', 'j'], label: 'down', run: () => move(1)},
		{keys: ['pageup', 'b'], label: 'page up', run: () => move(-page)},
		{keys: ['pagedown', 'f'], label: 'page down', run: () => move(page)},
		{keys: ['ctrl+u'], label: 'half a page up', run: () => move(-halfPage)},
		{keys: ['ctrl+d'], label: 'half a page down', run: () => move(halfPage)},
		{keys: ['g', 'home'], label: 'first', run: () => move(Number.NEGATIVE_INFINITY)},
		{keys: ['G', 'end'], label: 'last', run: () => move(Number.POSITIVE_INFINITY)},
	];
}
