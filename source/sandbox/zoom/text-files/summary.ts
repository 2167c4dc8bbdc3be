import type {SpokenTurn} from '../../speech/speech.ts';
import {formatTime, nameOnScreen} from './written.ts';

/** The AI summary file. */
export function writeSummary(turns: readonly SpokenTurn[], topic: string): string {
	const starts = turns.filter(({subject}) => subject !== undefined);
	const items = starts.map(({subject, startMs}, index) => ({
		label: capitalize(subject?.name ?? ''),
		start_time: formatTime(startMs),
		end_time: formatTime(starts[index + 1]?.startMs ?? turns.at(-1)?.endMs ?? startMs),
		summary: `${subject?.state ?? ''} ${subject?.risk ?? ''} ${subject?.choice ?? ''}`,
		short_summary: subject?.state ?? '',
	}));
	const names = starts.map(({subject}) => subject?.name ?? '').slice(0, 4);
	const people = [...new Set(turns.map(({speaker}) => nameOnScreen(speaker)))];
	return JSON.stringify({
		overall_summary: `${people.join(', ')} met about "${topic}" and talked about ${names.join(', ')}.`,
		items,
	});
}

/** What the summary says is to be done. */
export function writeNextSteps(turns: readonly SpokenTurn[]): string {
	const starts = turns.filter(({subject}) => subject !== undefined);
	return JSON.stringify({
		items: starts.map(({subject, speaker}) => ({
			text: `${nameOnScreen(speaker)} to ${subject?.next ?? ''}.`,
		})),
	});
}

function capitalize(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
