import {Hono} from 'hono';
import type {RecordedMeeting, RecordingFile} from '../world/meeting.ts';
import type {ZoomAccount} from './account.ts';
import {requireScope, type ZoomEnvironment} from './authenticate.ts';
import {downloadAddress, filesOf, toZoomTime} from './describe-meeting.ts';
import {findMeeting} from './find-meeting.ts';
import {readMeetingKey} from './meeting-key.ts';
import {scopes} from './scopes.ts';
import {summarize} from './text-files/summary.ts';
import {speakWhole} from './text-files/text-files.ts';
import {refuse} from './zoom-error.ts';

/** `GET /meetings/{uuid|number}/transcript` and `GET /meetings/{uuid}/meeting_summary`. */
export function createCompanion(account: ZoomAccount) {
	const app = new Hono<ZoomEnvironment>();
	app.get('/meetings/:meeting/transcript', requireScope(scopes.readTranscript), context => {
		const meeting = findMeeting(context.req.url, account.world);
		return meeting === undefined || meeting.tags.has('silent')
			? refuse(context, 404, 3322, 'Transcript does not exist.')
			: context.json(describeTranscript(meeting, account));
	});
	app.get('/meetings/:meeting/meeting_summary', requireScope(scopes.readSummary), context => {
		if (/^\d+$/.test(readMeetingKey(context.req.url) ?? '')) {
			return refuse(context, 400, 300, 'The meeting UUID is invalid.');
		}
		const meeting = findMeeting(context.req.url, account.world);
		return meeting === undefined || !hasSummary(meeting, account)
			? refuse(context, 404, 3001, 'Meeting does not exist.')
			: context.json(describeSummary(meeting, account));
	});
	return app;
}

function describeTranscript(meeting: RecordedMeeting, account: ZoomAccount): object {
	const file = findTranscript(meeting, account);
	const isProcessing = filesOf(meeting, account).some(({status}) => status === 'processing');
	return {
		meeting_id: meeting.uuid,
		account_id: account.credentials.accountId,
		meeting_topic: meeting.topic,
		host_id: meeting.host.id,
		...(file === undefined
			? {
					can_download: false,
					download_url: null,
					download_restriction_reason: isProcessing ? 'NOT_READY' : 'NO_TRANSCRIPT_DATA',
				}
			: {
					transcript_created_time: toZoomTime(file.segment.end),
					can_download: true,
					download_url: downloadAddress(file, account.origins.zoom),
				}),
	};
}

function findTranscript(meeting: RecordedMeeting, account: ZoomAccount): RecordingFile | undefined {
	return (
		meeting.transcriptApart ??
		filesOf(meeting, account).find(({content}) => content === 'transcript')
	);
}

function hasSummary(meeting: RecordedMeeting, account: ZoomAccount): boolean {
	return (
		meeting.transcriptApart !== undefined ||
		filesOf(meeting, account).some(({content}) => content === 'summary')
	);
}

function describeSummary(meeting: RecordedMeeting, account: ZoomAccount): object {
	const {overview, chapters, nextSteps} = summarize(
		speakWhole(meeting, account.world.seed),
		meeting.topic,
	);
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
