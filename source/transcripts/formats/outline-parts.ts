import type {Outline} from '../outline.ts';
import {formatTime} from '../time.ts';

/** A part of an outline as the formats for people write it. */
export type OutlinePart = {
	readonly title: 'Outline' | 'To do';
	readonly items: readonly OutlineItem[];
};

export type OutlineItem = {
	/** `12:03`; empty where it is not known. */
	readonly time: string;
	/** Empty for what has no headline. */
	readonly headline: string;
	readonly text: string;
};

/** What stands at the top of an export whose transcript has an outline; nothing where it has none. */
export function outlineParts(outline: Outline | undefined): readonly OutlinePart[] {
	if (outline === undefined) {
		return [];
	}

	const showTime = (time: number | undefined) => (time === undefined ? '' : formatTime(time));
	const overview =
		outline.overview === '' ? [] : [{time: '', headline: '', text: outline.overview}];
	const sections = outline.sections.map(({headline, text, startMs}) => ({
		time: showTime(startMs),
		headline,
		text,
	}));
	const steps = outline.steps.map(({text, timeMs}) => ({
		time: showTime(timeMs),
		headline: '',
		text,
	}));
	const parts: readonly OutlinePart[] = [
		{title: 'Outline', items: [...overview, ...sections]},
		{title: 'To do', items: steps},
	];
	return parts.filter(({items}) => items.length > 0);
}
