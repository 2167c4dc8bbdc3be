import {randomUUID} from 'node:crypto';
import type {DatabaseSync, SQLOutputValue} from 'node:sqlite';
import {promisify} from 'node:util';
import {zstdCompress, zstdDecompress} from 'node:zlib';
import {openDatabase} from './database.ts';
import {
	type JobRecord,
	type JobStage,
	jobRecord,
	type TranscriptRecord,
	transcriptRecord,
} from './records.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

export type NewJob = Pick<JobRecord, 'meeting' | 'recordingFileId' | 'request'>;

/** What a step of a job adds to its record. */
export type JobChange = {readonly stage: JobStage} & Partial<
	Pick<JobRecord, 'audioUrl' | 'transcriptId' | 'error'>
>;

/** What Recscribe keeps on disk: jobs, and every transcript as it came. */
export type Library = {
	readonly addJob: (job: NewJob) => JobRecord;
	/** On disk when it returns. */
	readonly updateJob: (id: string, change: JobChange) => void;
	/** Newest first. */
	readonly listJobs: () => readonly JobRecord[];
	/** On disk when it resolves: the transcript, and the job as completed, both or neither. */
	readonly keepTranscript: (job: JobRecord, transcriptId: string, rawJson: string) => Promise<void>;
	/** Newest first. */
	readonly listTranscripts: () => readonly TranscriptRecord[];
	readonly findTranscript: (id: string) => TranscriptRecord | undefined;
	/** The newest transcript of this meeting, if there is one. */
	readonly findTranscriptOfMeeting: (meetingUuid: string) => TranscriptRecord | undefined;
	/** AssemblyAI's response exactly as it came. */
	readonly readResponse: (id: string) => Promise<string | undefined>;
	readonly close: () => void;
};

type Row = Record<string, SQLOutputValue>;

function parseJson(value: SQLOutputValue | undefined): unknown {
	return typeof value === 'string' ? JSON.parse(value) : undefined;
}

function toJobRecord(row: Row): JobRecord {
	return jobRecord.parse({
		id: row['id'],
		meeting: parseJson(row['meeting']),
		recordingFileId: row['recording_file_id'],
		request: parseJson(row['request']),
		stage: row['stage'],
		audioUrl: row['audio_url'] ?? undefined,
		transcriptId: row['transcript_id'] ?? undefined,
		error: parseJson(row['error']),
		createdAt: row['created_at'],
		updatedAt: row['updated_at'],
	});
}

function toTranscriptRecord(row: Row): TranscriptRecord {
	return transcriptRecord.parse({
		id: row['id'],
		meeting: parseJson(row['meeting']),
		request: parseJson(row['request']),
		completedAt: row['completed_at'],
	});
}

function createJobStore(
	database: DatabaseSync,
): Pick<Library, 'addJob' | 'updateJob' | 'listJobs'> {
	const insert = database.prepare(
		`INSERT INTO jobs (id, meeting, recording_file_id, request, stage, created_at, updated_at)
		VALUES (?, ?, ?, ?, ?, ?, ?)`,
	);
	const update = database.prepare(
		`UPDATE jobs SET stage = ?, audio_url = coalesce(?, audio_url),
		transcript_id = coalesce(?, transcript_id), error = ?, updated_at = ? WHERE id = ?`,
	);
	const list = database.prepare('SELECT * FROM jobs ORDER BY created_at DESC, rowid DESC');

	return {
		addJob({meeting, recordingFileId, request}) {
			const now = Date.now();
			const job: JobRecord = {
				id: randomUUID(),
				meeting,
				recordingFileId,
				request,
				stage: 'planned',
				createdAt: now,
				updatedAt: now,
			};
			insert.run(
				job.id,
				JSON.stringify(meeting),
				recordingFileId,
				JSON.stringify(request),
				job.stage,
				now,
				now,
			);
			return job;
		},
		updateJob(id, {stage, audioUrl, transcriptId, error}) {
			update.run(
				stage,
				audioUrl ?? null,
				transcriptId ?? null,
				error === undefined ? null : JSON.stringify(error),
				Date.now(),
				id,
			);
		},
		listJobs: () => list.all().map(toJobRecord),
	};
}

/** Opens the library in `folder`; see `openDatabase` for what it throws. */
export function openLibrary(folder: string): Library {
	const database = openDatabase(folder);
	const jobs = createJobStore(database);
	const columns = 'id, meeting, request, completed_at';
	const insert = database.prepare(
		`INSERT OR REPLACE INTO transcripts (id, meeting, request, response, completed_at)
		VALUES (?, ?, ?, ?, ?)`,
	);
	const list = database.prepare(
		`SELECT ${columns} FROM transcripts ORDER BY completed_at DESC, rowid DESC`,
	);
	const find = database.prepare(`SELECT ${columns} FROM transcripts WHERE id = ?`);
	const findOfMeeting = database.prepare(
		`SELECT ${columns} FROM transcripts WHERE meeting_uuid = ?
		ORDER BY completed_at DESC, rowid DESC LIMIT 1`,
	);
	const readResponse = database.prepare('SELECT response FROM transcripts WHERE id = ?');

	function optionalTranscript(row: Row | undefined): TranscriptRecord | undefined {
		return row === undefined ? undefined : toTranscriptRecord(row);
	}

	return {
		...jobs,
		async keepTranscript(job, transcriptId, rawJson) {
			const response = await compress(rawJson);
			database.exec('BEGIN IMMEDIATE');
			try {
				insert.run(
					transcriptId,
					JSON.stringify(job.meeting),
					JSON.stringify(job.request),
					response,
					Date.now(),
				);
				jobs.updateJob(job.id, {stage: 'completed', transcriptId});
				database.exec('COMMIT');
			} catch (error) {
				database.exec('ROLLBACK');
				throw error;
			}
		},
		listTranscripts: () => list.all().map(toTranscriptRecord),
		findTranscript: id => optionalTranscript(find.get(id)),
		findTranscriptOfMeeting: uuid => optionalTranscript(findOfMeeting.get(uuid)),
		async readResponse(id) {
			const response = readResponse.get(id)?.['response'];
			return response instanceof Uint8Array
				? (await decompress(response)).toString('utf8')
				: undefined;
		},
		close: () => database.close(),
	};
}
