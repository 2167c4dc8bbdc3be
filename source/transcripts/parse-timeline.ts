import * as z from 'zod';
import {UserError} from '../errors.ts';
import {type JsonLimits, parseJson} from '../parse-json.ts';
import {safeText} from '../safe-text.ts';
import type {NamedSpan} from './name-proposals.ts';

const text = z.string().transform(safeText);

const moment = z.object({
	ts: text.refine(time => /^\d+:\d+:\d+(?:\.\d+)?$/.test(time)),
	users: z.array(z.object({username: text}).catch({username: safeText('')})).catch([]),
});

type Moment = z.infer<typeof moment>;

const timeline = z.object({
	timeline: z.array(moment.or(z.unknown().transform(() => undefined))),
});

/** Ten hours of five people each second; at the worst it takes some seconds and half a gigabyte. */
const limits: JsonLimits = {mostValues: 2_000_000};

// The file says who begins to speak, seldom who ends: nobody is taken to speak for longer.
const longestSpanMs = 60_000;

/**
 * Who is heard when, by the timeline file (JSON) that Zoom puts beside a recording: everybody named
 * at a moment, until the next moment. Throws `UserError` when it is not such a file.
 */
export function parseTimeline(json: string): readonly NamedSpan[] {
	const moments = parseMoments(json);
	return moments.flatMap(({ts, users}, index) => {
		const startMs = toMs(ts);
		const next = moments[index + 1];
		const nextMs = next === undefined ? Number.POSITIVE_INFINITY : toMs(next.ts);
		const endMs = Math.min(Math.max(nextMs, startMs), startMs + longestSpanMs);
		return users.flatMap(({username: name}) => (name === '' ? [] : [{name, startMs, endMs}]));
	});
}

function parseMoments(json: string): readonly Moment[] {
	try {
		return timeline.parse(parseJson(json, limits)).timeline.filter(entry => entry !== undefined);
	} catch (error) {
		throw new UserError('Zoom’s timeline of the meeting can’t be read.', {
			code: 'service',
			hint: 'Name the speakers by hand.',
			cause: error,
		});
	}
}

function toMs(time: string): number {
	return Math.round(time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000);
}
