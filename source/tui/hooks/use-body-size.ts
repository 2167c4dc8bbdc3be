import {useWindowSize} from 'ink';

/** Rows that the frame takes for itself: the top line, the rule under it, the bottom line. */
const frameRows = 3;

export type BodySize = {
	/** Cells. */
	readonly width: number;
	/** Rows between the frame's top and bottom line. */
	readonly height: number;
};

/** The space that a screen has. Taken from the window's size, which a resize never leaves stale. */
export function useBodySize(): BodySize {
	const {columns, rows} = useWindowSize();
	return {width: columns, height: Math.max(1, rows - frameRows)};
}
