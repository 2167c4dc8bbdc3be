import {promisify} from 'node:util';
import {zstdCompress, zstdDecompress} from 'node:zlib';
import {UserError} from '../errors.ts';
import type {Connection, Row} from './connection.ts';
import {searchCorrected} from './correction-store.ts';
import {identityOf} from './identity.ts';
import type {NewTranscript} from './job-engine.ts';
import type {JobRecord, RecordedMeeting, TranscriptRecord} from './records.ts';
import {toTranscriptRecord} from './rows.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

async function unpack(id: string, response: Uint8Array): Promise<string> {
	try {
		return (await decompress(response)).toString('utf8');
	} catch (error) {
		throw new UserError(`The library’s copy of the transcript ${id} is damaged`, {
			hint: 'Transcribe its meeting again.',
			cause: error,
		});
	}
}

/** Zoom's own transcript of a meeting. */
export type NewZoomTranscript = {
	readonly id: string;
	readonly meeting: RecordedMeeting;
	readonly recordingFileId: string;
	/** What Zoom wrote, as it is to be read again. */
	readonly answer: string;
	readonly turns: NewTranscript['turns'];
	readonly audioSeconds: number;
};

export type TranscriptStore = {
	/** Keeps it, or what has become of it at Zoom; what a person has corrected stays as it is. */
	readonly keepZoomTranscript: (transcript: NewZoomTranscript) => Promise<void>;
	/** Does what takes long; the function it gives back keeps the transcript, within a transaction. */
	readonly prepare: (transcript: NewTranscript) => Promise<(job: JobRecord) => void>;
	/** Newest first. */
	readonly list: () => readonly TranscriptRecord[];
	readonly find: (id: string) => TranscriptRecord | undefined;
	/** The newest one of AssemblyAI's of this meeting, but for those of one participant alone. */
	readonly findOfMeeting: (meetingUuid: string) => TranscriptRecord | undefined;
	readonly findOfFile: (meetingUuid: string, fileId: string) => TranscriptRecord | undefined;
	readonly findByIdentity: (identity: string) => TranscriptRecord | undefined;
	readonly readResponse: (id: string) => Promise<string | undefined>;
	/** Those whose copy at AssemblyAI was to be deleted, and is not yet. */
	readonly listLeftovers: () => readonly string[];
	readonly markRemoteDeleted: (id: string) => void;
	readonly remove: (id: string) => void;
	readonly readSpeakerNames: (id: string) => ReadonlyMap<string, string>;
	readonly nameSpeaker: (id: string, speaker: string, name: string | undefined) => void;
};

const columns =
	'source, id, meeting, recording_file_id, request, model, language, audio_seconds, completed_at, remote_deleted_at';
const newestFirst = 'ORDER BY completed_at DESC, rowid DESC';

export function createTranscriptStore({statement, transact}: Connection): TranscriptStore {
	function optional(row: Row | undefined): TranscriptRecord | undefined {
		return row === undefined ? undefined : toTranscriptRecord(row);
	}

	function keepTurns(id: string, turns: NewTranscript['turns']): void {
		statement('DELETE FROM turns WHERE transcript_id = ?').run(id);
		const insertTurn = statement(
			'INSERT INTO turns (transcript_id, turn, speaker, start_ms, text) VALUES (?, ?, ?, ?, ?)',
		);
		turns.forEach(({speaker, startMs, text}, turn) => {
			insertTurn.run(id, turn, speaker ?? null, Math.round(startMs), text);
		});
		searchCorrected({statement}, id);
	}

	function keep(job: JobRecord, transcript: NewTranscript, response: Uint8Array): void {
		const {id} = transcript;
		statement(
			`INSERT OR REPLACE INTO transcripts (id, identity, meeting, recording_file_id, request, model,
			language, audio_seconds, processing_ms, response, completed_at)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		).run(
			id,
			identityOf(job),
			JSON.stringify(job.meeting),
			job.recordingFileId,
			JSON.stringify(job.request),
			transcript.model ?? null,
			transcript.language ?? null,
			transcript.audioSeconds ?? null,
			transcript.processingMs === undefined ? null : Math.round(transcript.processingMs),
			response,
			Date.now(),
		);
		keepTurns(id, transcript.turns);
	}

	async function isNews({id, answer}: NewZoomTranscript): Promise<boolean> {
		const kept = await readResponse(id);
		const isCorrected = statement('SELECT 1 FROM corrections WHERE transcript_id = ? LIMIT 1');
		return kept === undefined || (kept !== answer && isCorrected.get(id) === undefined);
	}

	async function readResponse(id: string): Promise<string | undefined> {
		const row = statement('SELECT response FROM transcripts WHERE id = ?').get(id);
		const response = row?.['response'];
		return response instanceof Uint8Array ? unpack(id, response) : undefined;
	}

	return {
		async keepZoomTranscript(transcript) {
			if (!(await isNews(transcript))) {
				return;
			}

			const {id, meeting, recordingFileId, answer, turns, audioSeconds} = transcript;
			const response = await compress(answer);
			transact(() => {
				statement(
					`INSERT OR REPLACE INTO transcripts (source, id, identity, meeting, recording_file_id, request,
					audio_seconds, response, completed_at) VALUES ('zoom', ?, ?, ?, ?, 'null', ?, ?, ?)`,
				).run(
					id,
					`zoom ${meeting.uuid}`,
					JSON.stringify(meeting),
					recordingFileId,
					audioSeconds,
					response,
					Date.now(),
				);
				keepTurns(id, turns);
			});
		},
		async prepare(transcript) {
			const response = await compress(transcript.rawJson);
			return job => keep(job, transcript, response);
		},
		list: () =>
			statement(`SELECT ${columns} FROM transcripts ${newestFirst}`).all().map(toTranscriptRecord),
		find: id => optional(statement(`SELECT ${columns} FROM transcripts WHERE id = ?`).get(id)),
		findOfMeeting: uuid =>
			optional(
				statement(
					`SELECT ${columns} FROM transcripts WHERE meeting_uuid = ? AND source = 'assemblyai'
					AND meeting ->> 'participantFile' IS NULL ${newestFirst} LIMIT 1`,
				).get(uuid),
			),
		findOfFile: (uuid, fileId) =>
			optional(
				statement(
					`SELECT ${columns} FROM transcripts WHERE meeting_uuid = ? AND recording_file_id = ?
					AND source = 'assemblyai' ${newestFirst} LIMIT 1`,
				).get(uuid, fileId),
			),
		findByIdentity: identity =>
			optional(
				statement(
					`SELECT ${columns} FROM transcripts WHERE identity = ? ${newestFirst} LIMIT 1`,
				).get(identity),
			),
		readResponse,
		listLeftovers: () =>
			statement(
				`SELECT id FROM transcripts
				WHERE remote_deleted_at IS NULL AND request LIKE '%"deleteRemote":true%'`,
			)
				.all()
				.map(row => String(row['id'])),
		markRemoteDeleted(id) {
			transact(() =>
				statement('UPDATE transcripts SET remote_deleted_at = ? WHERE id = ?').run(Date.now(), id),
			);
		},
		remove(id) {
			transact(() => {
				statement('DELETE FROM turns WHERE transcript_id = ?').run(id);
				statement('DELETE FROM speaker_names WHERE transcript_id = ?').run(id);
				statement('DELETE FROM corrections WHERE transcript_id = ?').run(id);
				statement('DELETE FROM understandings WHERE transcript_id = ?').run(id);
				statement('DELETE FROM transcripts WHERE id = ?').run(id);
			});
			// Until then the log beside the file has it still. Others who read may keep this from it.
			statement('PRAGMA wal_checkpoint(TRUNCATE)').get();
		},
		readSpeakerNames(id) {
			const rows = statement('SELECT speaker, name FROM speaker_names WHERE transcript_id = ?').all(
				id,
			);
			return new Map(rows.map(row => [String(row['speaker']), String(row['name'])]));
		},
		nameSpeaker(id, speaker, name) {
			transact(() =>
				name === undefined
					? statement('DELETE FROM speaker_names WHERE transcript_id = ? AND speaker = ?').run(
							id,
							speaker,
						)
					: statement(
							'INSERT OR REPLACE INTO speaker_names (transcript_id, speaker, name) VALUES (?, ?, ?)',
						).run(id, speaker, name),
			);
		},
	};
}
