import {isAbort, UserError} from '../errors.ts';
import {showBytes, showMinutes, showMoment} from '../measures.ts';
import {formatTime} from '../transcripts/time.ts';
import {toDateRange} from '../zoom/date-range.ts';
import type {MeetingSummary} from '../zoom/meeting-summary.ts';
import type {MeetingDetail, RecordingFile} from '../zoom/recordings.ts';
import type {CommandContext} from './command.ts';
import {toMeetingDetailJson, toStatus} from './meeting-json.ts';
import {printJson} from './printing.ts';
import {toTable} from './table.ts';

/** Where a meeting that is given as a link is searched for. */
export type WhereOptions = {
	readonly user: string | undefined;
	readonly from: string | undefined;
	readonly to: string | undefined;
};

/** Shows one meeting with everything that there is of it. */
export async function showMeeting(
	context: CommandContext,
	reference: string,
	{user, from, to, json}: WhereOptions & {readonly json: boolean},
): Promise<void> {
	const {program, stdout, stderr, signal} = context;
	const range = toDateRange({from, to}, new Date());
	const services = program.openServices();
	try {
		const meeting = await services.zoom.findMeeting(reference, {user, range}, signal);
		const summary = await services.zoom.readSummary(meeting, signal).catch((error: unknown) => {
			// The rest is worth seeing without it.
			if (isAbort(error) || !(error instanceof UserError)) {
				throw error;
			}
			stderr.write(`! No AI summary: ${error.message}\n`);
			return undefined;
		});
		if (json) {
			printJson(stdout, toMeetingDetailJson(meeting, summary));
		} else {
			stdout.write(describe(meeting, summary));
		}
	} finally {
		services.close();
	}
}

function describe(meeting: MeetingDetail, summary: MeetingSummary | undefined): string {
	const sections = [
		describeMeeting(meeting),
		toSection('Recording files', describeFiles(meeting)),
		toSection(
			'Participant audio',
			toTable(
				meeting.participantAudioFiles.map(file => [...toCells(file), file.id, file.fileName]),
			),
		),
		summary === undefined ? '' : describeSummary(summary),
	];
	return sections.filter(section => section !== '').join('\n');
}

function describeMeeting(meeting: MeetingDetail): string {
	const hasTranscript = meeting.files.some(({fileType}) => fileType === 'TRANSCRIPT');
	const facts: readonly (readonly [string, string | undefined])[] = [
		['topic', meeting.topic === '' ? '(none)' : meeting.topic],
		['start', showMoment(meeting.start)],
		['length', showMinutes(meeting.durationMinutes)],
		['number', meeting.number],
		['uuid', meeting.uuid],
		['host', meeting.hostEmail ?? meeting.hostId],
		['passcode', meeting.passcode],
		['link', meeting.shareUrl],
		['state', toStatus(meeting) === 'processing' ? 'Zoom is still processing it' : undefined],
		['transcript', hasTranscript ? `recscribe zoom-transcript "${meeting.uuid}"` : undefined],
	];
	return toTable(facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function describeFiles({files}: MeetingDetail): string {
	const starts = [...new Set(files.map(({start}) => start?.getTime() ?? 0))].toSorted(
		(a, b) => a - b,
	);
	return toTable(
		files.map(file => [
			...(starts.length > 1 ? [`segment ${starts.indexOf(file.start?.getTime() ?? 0) + 1}`] : []),
			...toCells(file),
			file.id,
			file.recordingType,
		]),
	);
}

function toCells({fileType, fileExtension, start, end, sizeBytes, isReady}: RecordingFile) {
	const lengthMs =
		start === undefined || end === undefined ? undefined : end.getTime() - start.getTime();
	return [
		fileType === '' ? fileExtension : fileType,
		lengthMs === undefined ? '' : formatTime(lengthMs),
		isReady ? showBytes(sizeBytes) : 'still processing',
	];
}

function describeSummary({overview, chapters, nextSteps}: MeetingSummary): string {
	return [
		toSection('AI summary', overview === '' ? '' : `${overview}\n`),
		...chapters.map(({label, startMs, text}) => {
			const time = startMs === undefined ? '' : `${formatTime(startMs)} `;
			return toSection(`${time}${label}`, text === '' ? '' : `${text}\n`);
		}),
		toSection('Next steps', nextSteps.map(step => `- ${step}\n`).join('')),
	]
		.filter(section => section !== '')
		.join('\n');
}

function toSection(title: string, content: string): string {
	return content === '' ? '' : `${title}\n${content.replace(/^(?=.)/gm, '  ')}`;
}
