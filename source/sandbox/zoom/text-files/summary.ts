import type {SpokenTurn} from '../../speech/speech.ts';
import {formatTime, nameOnScreen} from './written.ts';

/** What Zoom's AI makes of a meeting. Milliseconds from the start of the recording. */
export type WrittenSummary = {
	readonly overview: string;
	readonly chapters: ReadonlyArray<{
		readonly label: string;
		readonly startMs: number;
		readonly endMs: number;
		readonly text: string;
		readonly shortText: string;
	}>;
	readonly nextSteps: readonly string[];
};

export function summarize(turns: readonly SpokenTurn[], topic: string): WrittenSummary {
	const starts = turns.filter(({subject}) => subject !== undefined);
	const names = starts.map(({subject}) => subject?.name ?? '').slice(0, 4);
	const people = [...new Set(turns.map(({speaker}) => nameOnScreen(speaker)))];
	return {
		overview: `${people.join(', ')} met about "${topic}" and talked about ${names.join(', ')}.`,
		chapters: starts.map(({subject, startMs}, index) => ({
			label: capitalize(subject?.name ?? ''),
			startMs,
			endMs: starts[index + 1]?.startMs ?? turns.at(-1)?.endMs ?? startMs,
			text: `${subject?.state ?? ''} ${subject?.risk ?? ''} ${subject?.choice ?? ''}`,
			shortText: subject?.state ?? '',
		})),
		nextSteps: starts.map(
			({subject, speaker}) => `${nameOnScreen(speaker)} to ${subject?.next ?? ''}.`,
		),
	};
}

/** The AI summary file. */
export function writeSummary(turns: readonly SpokenTurn[], topic: string): string {
	const {overview, chapters} = summarize(turns, topic);
	return JSON.stringify({
		overall_summary: overview,
		items: chapters.map(({label, startMs, endMs, text, shortText}) => ({
			label,
			start_time: formatTime(startMs),
			end_time: formatTime(endMs),
			summary: text,
			short_summary: shortText,
		})),
	});
}

/** What the summary says is to be done. */
export function writeNextSteps(turns: readonly SpokenTurn[], topic: string): string {
	return JSON.stringify({items: summarize(turns, topic).nextSteps.map(text => ({text}))});
}

function capitalize(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
