import {showBytes, showMinutes, showMoment} from '../measures.ts';
import type {Meeting} from '../zoom/recordings.ts';
import {type CommandContext, printJson} from './command.ts';
import {toMeetingJson, toStatus} from './meeting-json.ts';
import {toTable} from './table.ts';
import {findMeetings, parseWhose, type WhoseOptions} from './whose-meetings.ts';

export type MeetingsOptions = WhoseOptions & {readonly json: boolean};

/**
 * Lists recorded meetings of a range of days, newest first: of a user, or of everybody. Throws a
 * `UserError` when a search of everybody did not come to its end, after what it found is printed.
 */
export async function listMeetings(
	context: CommandContext,
	{json, ...options}: MeetingsOptions,
): Promise<void> {
	const whose = parseWhose(options);
	const services = context.program.openServices();
	try {
		const {meetings, failure} = await findMeetings(context, services.zoom, whose);
		if (json) {
			printJson(context.stdout, meetings.map(toMeetingJson));
		} else {
			context.stdout.write(toRows(meetings, options.allUsers));
		}

		if (failure !== undefined) {
			throw failure;
		}
	} finally {
		services.close();
	}
}

function toRows(meetings: readonly Meeting[], hasHosts: boolean): string {
	return toTable(
		meetings.map(meeting => [
			showMoment(meeting.start),
			showMinutes(meeting.durationMinutes),
			toStatus(meeting) === 'processing' ? 'still processing' : showBytes(meeting.totalSizeBytes),
			meeting.uuid,
			...(hasHosts ? [meeting.hostEmail ?? meeting.hostId ?? ''] : []),
			meeting.topic,
		]),
	);
}
