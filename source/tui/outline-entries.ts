import type {Outline} from '../transcripts/outline.ts';
import type {MeetingSummary} from '../zoom/meeting-summary.ts';

/** A line of the outline that one can stand on. */
export type OutlineEntry = {
	readonly key: string;
	readonly kind: 'overview' | 'section' | 'step';
	readonly title: string;
	/** In full, under the list. */
	readonly text: string;
	/** Where it begins, in milliseconds; undefined where that is not known. */
	readonly timeMs: number | undefined;
};

export function listEntries({overview, sections, steps}: Outline): readonly OutlineEntry[] {
	return [
		...(overview === ''
			? []
			: [
					{
						key: 'overview',
						kind: 'overview',
						title: 'Overview',
						text: overview,
						timeMs: undefined,
					} as const,
				]),
		...sections.map(
			({headline, text, startMs}, place): OutlineEntry => ({
				key: `section ${place}`,
				kind: 'section',
				title: headline === '' ? text : headline,
				text,
				timeMs: startMs,
			}),
		),
		...steps.map(
			({text, timeMs}, place): OutlineEntry => ({
				key: `step ${place}`,
				kind: 'step',
				title: text,
				text,
				timeMs,
			}),
		),
	];
}

/** What Zoom's AI made of a meeting, as an outline. */
export function toOutline({overview, chapters, nextSteps}: MeetingSummary): Outline {
	return {
		overview,
		sections: chapters.map(({label, startMs, text}) => ({headline: label, text, startMs})),
		steps: nextSteps.map(text => ({text, timeMs: undefined})),
	};
}
