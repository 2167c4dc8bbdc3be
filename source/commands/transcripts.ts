import {listNamedSpeakers} from '../kept-transcripts/segments.ts';
import type {TranscriptRecord} from '../library/records.ts';
import type {Speaker} from '../library/speakers.ts';
import {showMinutes, showMoment} from '../measures.ts';
import type {CommandContext} from './command.ts';
import type {TranscriptJson} from './json-shapes.ts';
import {toRecordedMeetingJson} from './meeting-json.ts';
import {type ListKind, type Printing, printList} from './printing.ts';
import {toTable} from './table.ts';

/** Lists everything that was transcribed, the newest meetings first; neither service is asked. */
export async function listTranscripts(context: CommandContext, printing: Printing): Promise<void> {
	const services = context.program.openServices();
	try {
		const {library} = services;
		const records = library
			.listTranscripts()
			.toSorted((one, other) => beginningOf(other).getTime() - beginningOf(one).getTime());
		if (printing === 'text' && records.length === 0) {
			context.stderr.write('Nothing was transcribed yet.\n');
		}

		const speakers = listNamedSpeakers(library);
		const kind: ListKind<TranscriptRecord, 'transcript'> = {
			type: 'transcript',
			toEntry: record => toJson(record, speakers.get(record.id) ?? []),
			toText: all => toRows(all, speakers),
		};
		printList(context.stdout, printing, kind, records);
	} finally {
		services.close();
	}
}

function toRows(
	records: readonly TranscriptRecord[],
	speakers: ReadonlyMap<string, readonly Speaker[]>,
): string {
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

function toJson(record: TranscriptRecord, speakers: readonly Speaker[]): TranscriptJson {
	const toTime = (time: number | undefined) =>
		time === undefined ? null : new Date(time).toISOString();
	const remote = record.source === 'assemblyai' ? record : undefined;
	return {
		id: record.id,
		meeting: toRecordedMeetingJson(record.meeting),
		recordingFileId: record.recordingFileId,
		recordingStart: record.meeting.fileStart ?? null,
		audioDuration: record.audioSeconds ?? null,
		speakers: speakers.map(toSpeakerJson),
		languageCode: record.language ?? null,
		source: record.source,
		model: remote?.model ?? null,
		completedAt: toTime(record.completedAt),
		remoteDeletedAt: toTime(remote?.remoteDeletedAt),
	};
}

function toSpeakerJson({label, name}: Speaker): TranscriptJson['speakers'][number] {
	return {speaker: label, name: name ?? null};
}
