import type {Library} from '../library/library.ts';
import type {TranscriptRecord} from '../library/records.ts';
import type {Speaker} from '../library/speakers.ts';
import {showMinutes, showMoment} from '../measures.ts';
import {listNamedSpeakers} from '../segments.ts';
import {type CommandContext, printJson} from './command.ts';
import {sayNotices} from './follow-jobs.ts';
import type {TranscriptJson} from './json-shapes.ts';
import {toTable} from './table.ts';

/** Lists everything that was transcribed, the newest meetings first; neither service is asked. */
export async function listTranscripts(
	context: CommandContext,
	{json}: {readonly json: boolean},
): Promise<void> {
	const services = context.program.openServices();
	try {
		sayNotices(services.notices, context.stderr);
		const {library} = services;
		const records = library
			.listTranscripts()
			.toSorted((one, other) => beginningOf(other).getTime() - beginningOf(one).getTime());
		if (json) {
			printJson(context.stdout, toDocument(library, records));
			return;
		}

		if (records.length === 0) {
			context.stderr.write('Nothing was transcribed yet.\n');
		}

		context.stdout.write(toRows(library, records));
	} finally {
		services.close();
	}
}

function toRows(library: Library, records: readonly TranscriptRecord[]): string {
	const speakers = listNamedSpeakers(library);
	return toTable(
		records.map(record => {
			const count = speakers.get(record.id)?.length ?? 0;
			return [
				record.id.slice(0, 8),
				showMoment(beginningOf(record)),
				record.audioSeconds === undefined ? '' : showMinutes(record.audioSeconds / 60),
				count === 1 ? '1 speaker' : `${count} speakers`,
				record.language ?? '',
				...sourceColumns(record),
				record.meeting.topic,
			];
		}),
	);
}

/** Who made it, and whether there is another copy. */
function sourceColumns(record: TranscriptRecord): readonly [string, string] {
	return record.source === 'zoom'
		? ['Zoom’s own', '']
		: [record.model ?? '', record.remoteDeletedAt === undefined ? '' : 'deleted at AssemblyAI'];
}

/** When the file that was transcribed begins, as far as that is known. */
function beginningOf({meeting}: TranscriptRecord): Date {
	return new Date(meeting.fileStart ?? meeting.start);
}

/** The document that `--json` prints: part of the interface for scripts. */
function toDocument(
	library: Library,
	records: readonly TranscriptRecord[],
): readonly TranscriptJson[] {
	const speakers = listNamedSpeakers(library);
	const toTime = (time: number | undefined) =>
		time === undefined ? null : new Date(time).toISOString();
	return records.map(record => {
		const remote = record.source === 'assemblyai' ? record : undefined;
		return {
			id: record.id,
			meeting: toMeetingJson(record),
			recordingFileId: record.recordingFileId,
			recordingStart: record.meeting.fileStart ?? null,
			audioDuration: record.audioSeconds ?? null,
			speakers: (speakers.get(record.id) ?? []).map(toSpeakerJson),
			languageCode: record.language ?? null,
			source: record.source,
			model: remote?.model ?? null,
			completedAt: toTime(record.completedAt),
			remoteDeletedAt: toTime(remote?.remoteDeletedAt),
		};
	});
}

/** The meeting of a transcript, as `--json` prints it. */
export function toMeetingJson({meeting}: TranscriptRecord): TranscriptJson['meeting'] {
	const {uuid, number, topic, start} = meeting;
	return {uuid, id: number, topic, startTime: start};
}

function toSpeakerJson({label, name}: Speaker): TranscriptJson['speakers'][number] {
	return {speaker: label, name: name ?? null};
}
