import {Hono} from 'hono';
import type {RecordedMeeting} from '../world/meeting.ts';
import type {ZoomAccount} from './account.ts';
import {requireScope, type ZoomEnvironment} from './authenticate.ts';
import {filesOf, toZoomTime} from './describe-meeting.ts';
import {findMeeting} from './find-meeting.ts';
import {readMeetingKey} from './meeting-key.ts';
import type {RateLimiter} from './rate-limits.ts';
import {scopes} from './scopes.ts';
import {summarize} from './text-files/summary.ts';
import {speakWhole} from './text-files/text-files.ts';
import {refuse} from './zoom-error.ts';

/** `GET /meetings/{uuid}/meeting_summary`: what Zoom's AI makes of a meeting, if it has made anything of it. */
export function createMeetingSummary(account: ZoomAccount, limit: RateLimiter) {
	const app = new Hono<ZoomEnvironment>();
	app.get(
		'/meetings/:meeting/meeting_summary',
		limit('light'),
		requireScope(scopes.readSummary),
		context => {
			if (/^\d+$/.test(readMeetingKey(context.req.url) ?? '')) {
				return refuse(context, 400, 300, 'The meeting UUID is invalid.');
			}
			const meeting = findMeeting(context, account);
			return meeting === undefined || !hasSummary(meeting, account)
				? refuse(context, 404, 3001, 'Meeting does not exist.')
				: context.json(describeSummary(meeting, account));
		},
	);
	return app;
}

function hasSummary(meeting: RecordedMeeting, account: ZoomAccount): boolean {
	return (
		meeting.transcriptApart !== undefined ||
		filesOf(meeting, account).some(({content}) => content === 'summary')
	);
}

function describeSummary(meeting: RecordedMeeting, {world}: ZoomAccount): object {
	const {overview, chapters, nextSteps} = summarize(speakWhole(meeting, world.seed), meeting.topic);
	return {
		meeting_host_id: meeting.host.id,
		meeting_uuid: meeting.uuid,
		meeting_id: meeting.number,
		meeting_topic: meeting.topic,
		meeting_start_time: toZoomTime(meeting.start),
		summary_title: `Meeting summary for ${meeting.topic}`,
		summary_overview: overview,
		summary_details: chapters.map(({label, text}) => ({label, summary: text})),
		next_steps: nextSteps,
		summary_content: `## ${meeting.topic}\n\n${overview}\n`,
	};
}
