import {UserError} from '../errors.ts';
import {showBytes, showDayRange, showMinutes, showMoment} from '../measures.ts';
import {toDateRange} from '../zoom/date-range.ts';
import type {Meeting, RecordingFile, User} from '../zoom/recordings.ts';
import type {Zoom} from '../zoom/zoom.ts';
import {type CommandContext, printJson} from './command.ts';
import {toTable} from './table.ts';

export type MeetingsOptions = {
	readonly user: string | undefined;
	readonly from: string | undefined;
	readonly to: string | undefined;
	readonly json: boolean;
};

/** Lists a user's recorded meetings of a range of days, newest first. */
export async function listMeetings(
	context: CommandContext,
	{user: wanted, from, to, json}: MeetingsOptions,
): Promise<void> {
	const {program, stdout, stderr, signal} = context;
	const range = toDateRange({from, to}, new Date());
	const services = program.openServices();
	try {
		const user = await findUser(context, services.zoom, wanted);
		const meetings: Meeting[] = [];
		for await (const page of services.zoom.listMeetings(user.id, range, signal)) {
			meetings.push(...page.meetings);
		}

		meetings.sort((one, other) => other.start.getTime() - one.start.getTime());
		if (json) {
			printJson(stdout, meetings.map(toJson));
			return;
		}

		if (meetings.length === 0) {
			const days = showDayRange(range.from, range.to);
			stderr.write(`${user.name} has no cloud recordings of ${days}.\n`);
		}

		stdout.write(
			toTable(
				meetings.map(({start, durationMinutes, totalSizeBytes, uuid, topic}) => [
					showMoment(start),
					showMinutes(durationMinutes),
					showBytes(totalSizeBytes),
					uuid,
					topic,
				]),
			),
		);
	} finally {
		services.close();
	}
}

/** The user a person named, else the first one that Zoom lists, which is then said. */
async function findUser(
	{stderr, signal}: Pick<CommandContext, 'stderr' | 'signal'>,
	zoom: Zoom,
	wanted: string | undefined,
): Promise<User> {
	if (wanted !== undefined) {
		return zoom.getUser(wanted, signal);
	}

	for await (const {users} of zoom.listUsers(signal)) {
		const [first, ...others] = users;
		if (first !== undefined) {
			if (others.length > 0) {
				stderr.write(`Meetings of ${first.name} <${first.email}>; for others give --user EMAIL.\n`);
			}

			return first;
		}
	}

	throw new UserError('Zoom lists no users', {
		code: 'not-found',
		hint: 'Check that the Zoom app belongs to the right account, or name a user with --user EMAIL.',
	});
}

function toJson({
	uuid,
	number,
	topic,
	start,
	durationMinutes,
	totalSizeBytes,
	hostId,
	hostEmail,
	files,
}: Meeting) {
	return {
		uuid,
		id: number,
		topic,
		startTime: start.toISOString(),
		duration: durationMinutes,
		totalSize: totalSizeBytes,
		hostId: hostId ?? null,
		hostEmail: hostEmail ?? null,
		recordingFiles: files.map(toFileJson),
	};
}

function toFileJson(file: RecordingFile) {
	return {
		id: file.id,
		fileType: file.fileType,
		fileExtension: file.fileExtension,
		recordingType: file.recordingType,
		fileSize: file.sizeBytes,
		status: file.isReady ? 'completed' : 'processing',
		recordingStart: file.start?.toISOString() ?? null,
		recordingEnd: file.end?.toISOString() ?? null,
	};
}
