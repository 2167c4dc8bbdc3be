import {useWindowSize} from 'ink';
import {useContext} from 'react';
import {Announcements, mostAnnounced} from '../announcements.ts';

/** Rows that the frame takes for itself: the top line, the rule under it, the bottom line. */
const frameRows = 3;

export type BodySize = {
	/** Cells. */
	readonly width: number;
	/** Rows between the frame's top and bottom line, without those of what is announced. */
	readonly height: number;
};

/** The space that a screen has. Taken from the window's size, which a resize never leaves stale. */
export function useBodySize(): BodySize {
	const {columns, rows} = useWindowSize();
	const {sentences} = useContext(Announcements);
	const announcedRows = Math.min(mostAnnounced, sentences.length);
	return {width: columns, height: Math.max(1, rows - frameRows - announcedRows)};
}
