import {UserError} from '../errors.ts';
import {toExportSource} from '../kept-transcripts/opened-transcript.ts';
import {toDateRange} from '../zoom/date-range.ts';
import type {CommandContext} from './command.ts';
import {checkOutput, type DeliveryOptions, deliverTranscripts} from './deliver-transcripts.ts';
import type {WhereOptions} from './meeting.ts';

export type ZoomTranscriptOptions = DeliveryOptions & WhereOptions;

/** Hands out the transcript that Zoom itself made of a meeting: at once, and nothing is paid. */
export async function writeZoomTranscript(
	context: CommandContext,
	reference: string,
	{user, from, to, ...delivery}: ZoomTranscriptOptions,
): Promise<void> {
	const {program, signal} = context;
	await checkOutput(delivery, 1);
	const range = toDateRange({from, to}, new Date());
	const services = program.openServices();
	try {
		const meeting = await services.zoom.findMeeting(reference, {user, range}, signal);
		const opened = await services.openZoomTranscript(meeting, signal);
		if (opened === undefined) {
			throw new UserError(`Zoom made no transcript of “${meeting.topic}”`, {
				code: 'not-found',
				hint: `Transcribe the recording: recscribe transcribe "${meeting.uuid}"`,
			});
		}

		await deliverTranscripts(services, context, [async () => toExportSource(opened)], delivery);
	} finally {
		services.close();
	}
}
