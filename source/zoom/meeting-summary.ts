import * as z from 'zod';
import {
	optionalSafeText,
	optionalText,
	requiredSafeText,
	safeLineOrEmpty,
	safeTextOrEmpty,
} from '../http/lenient.ts';
import {parseJson} from '../parse-json.ts';
import {type SafeText, safeText} from '../safe-text.ts';
import {encodeMeetingReference} from './meeting-reference.ts';
import type {MeetingDetail, RecordingFile} from './recordings.ts';
import type {ReadText} from './text-file.ts';
import type {ZoomApi} from './zoom-api.ts';
import {ZoomError} from './zoom-error.ts';

/** What Zoom's AI made of a meeting. */
export type MeetingSummary = {
	/** Empty where Zoom wrote none. */
	readonly overview: SafeText;
	readonly chapters: readonly SummaryChapter[];
	readonly nextSteps: readonly SafeText[];
};

export type SummaryChapter = {
	readonly label: SafeText;
	/** Milliseconds from the start of the recording; undefined where Zoom does not say. */
	readonly startMs: number | undefined;
	readonly text: SafeText;
};

/** See `Zoom.readSummary`. */
export async function readSummary(
	api: ZoomApi,
	readText: ReadText,
	meeting: MeetingDetail,
	signal: AbortSignal,
): Promise<MeetingSummary | undefined> {
	const read = async (type: string): Promise<unknown> => {
		const file = findSummaryFile(meeting, type);
		return file === undefined ? undefined : parseFile(await readText(meeting, file, signal));
	};
	const [summary, nextSteps] = await Promise.all([read('summary'), read('summary_next_steps')]);
	if (summary !== undefined) {
		return toSummary(fileAnswer.parse(summary), nextStepsAnswer.parse(nextSteps));
	}
	return askForSummary(api, meeting, signal);
}

function findSummaryFile({files}: MeetingDetail, type: string): RecordingFile | undefined {
	return files.find(file => file.recordingType === type && file.isReady);
}

const text = z.union([
	requiredSafeText,
	z.object({text: requiredSafeText}).transform(step => step.text),
	z.object({summary: requiredSafeText}).transform(step => step.summary),
]);

/** Whatever Zoom puts there: what is no text is left out. */
const texts = z
	.array(text.or(z.unknown().transform(() => safeText(''))))
	.nullish()
	.catch(undefined)
	.transform((values): readonly SafeText[] => (values ?? []).filter(value => value !== ''));

const fileChapter = z
	.object({
		label: safeLineOrEmpty,
		start_time: optionalText,
		summary: optionalSafeText,
		short_summary: optionalSafeText,
	})
	.transform(
		(chapter): SummaryChapter => ({
			label: chapter.label,
			startMs: parseTime(chapter.start_time),
			text: chapter.summary ?? chapter.short_summary ?? safeText(''),
		}),
	);

const fileAnswer = z
	.object({overall_summary: safeTextOrEmpty, items: z.array(fileChapter).nullish()})
	.catch({overall_summary: safeText(''), items: []});

// How this file is made up is documented nowhere: a list under one of these names, or a list.
const nextStepsAnswer = z
	.union([
		z
			.object({items: texts, next_steps: texts, summary_next_steps: texts})
			.transform(steps => [...steps.items, ...steps.next_steps, ...steps.summary_next_steps]),
		texts,
	])
	.catch([]);

function toSummary(
	{overall_summary: overview, items}: z.output<typeof fileAnswer>,
	nextSteps: readonly SafeText[],
): MeetingSummary | undefined {
	const chapters = items ?? [];
	return overview === '' && chapters.length === 0 && nextSteps.length === 0
		? undefined
		: {overview, chapters, nextSteps};
}

const summaryAnswer = z.object({
	summary_overview: safeTextOrEmpty,
	summary_content: safeTextOrEmpty,
	summary_details: z.array(z.object({label: safeLineOrEmpty, summary: safeTextOrEmpty})).nullish(),
	next_steps: texts,
});

/** Codes that say: there is no summary. */
const missing = new Set([3001, 3301, 3322]);

async function askForSummary(
	api: ZoomApi,
	{uuid}: MeetingDetail,
	signal: AbortSignal,
): Promise<MeetingSummary | undefined> {
	const path = `meetings/${encodeMeetingReference({type: 'uuid', uuid})}/meeting_summary`;
	try {
		const answer = await api.get({label: 'light', path}, summaryAnswer, signal);
		const {summary_overview: overview, summary_content: content} = answer;
		const chapters = (answer.summary_details ?? []).map(
			({label, summary}): SummaryChapter => ({label, startMs: undefined, text: summary}),
		);
		return toSummary(
			{overall_summary: overview === '' ? content : overview, items: chapters},
			answer.next_steps,
		);
	} catch (error) {
		if (error instanceof ZoomError && missing.has(error.zoomCode ?? 0)) {
			return undefined;
		}
		throw error;
	}
}

function parseFile(json: string): unknown {
	try {
		return parseJson(json);
	} catch (error) {
		throw new ZoomError('Zoom’s summary of the meeting can’t be read', {
			code: 'service',
			hint: 'Look at it in Zoom.',
			cause: error,
		});
	}
}

/** `HH:MM:SS.mmm` */
function parseTime(time: string | undefined): number | undefined {
	if (time === undefined || !/^\d+:\d+(?::\d+)?(?:\.\d+)?$/.test(time)) {
		return undefined;
	}
	const seconds = time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
	return Math.round(seconds * 1000);
}
