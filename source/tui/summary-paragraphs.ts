import {formatTime} from '../transcripts/time.ts';
import type {MeetingSummary} from '../zoom/meeting-summary.ts';

export type TextParagraph = {readonly style: 'heading' | 'body'; readonly text: string};

/** A summary as headings and paragraphs. */
export function summaryParagraphs({
	overview,
	chapters,
	nextSteps,
}: MeetingSummary): readonly TextParagraph[] {
	const heading = (text: string): TextParagraph => ({style: 'heading', text});
	const body = (text: string): TextParagraph => ({style: 'body', text});
	return [
		...(overview === '' ? [] : [heading('Overview'), body(overview)]),
		...chapters.flatMap(({label, startMs, text}) => [
			heading(startMs === undefined ? label : `${formatTime(startMs)}  ${label}`),
			body(text),
		]),
		...(nextSteps.length === 0
			? []
			: [heading('Next steps'), ...nextSteps.map(step => body(`• ${step}`))]),
	];
}
