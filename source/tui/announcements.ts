import {createContext} from 'react';

/** What is said once, above whatever screen is shown, until one goes on to another. */
export type Announcements = {
	readonly sentences: readonly string[];
	readonly announce: (sentence: string) => void;
};

/** Rows: of more than that, only the first are shown. */
export const mostAnnounced = 3;

export const Announcements = createContext<Announcements>({
	sentences: [],
	announce: () => undefined,
});
