import type {SQLOutputValue} from 'node:sqlite';
import {type JobRecord, jobRecord, type TranscriptRecord, transcriptRecord} from './records.ts';

type Row = Record<string, SQLOutputValue>;

function parseJson(value: SQLOutputValue | undefined): unknown {
	return typeof value === 'string' ? JSON.parse(value) : undefined;
}

/** Throws `ZodError` or `SyntaxError` for what is no job. */
export function toJobRecord(row: Row): JobRecord {
	return jobRecord.parse({
		id: row['id'],
		meeting: parseJson(row['meeting']),
		recordingFileId: row['recording_file_id'],
		request: parseJson(row['request']),
		stage: row['stage'],
		remoteStatus: row['remote_status'] ?? undefined,
		sentBytes: row['sent_bytes'] ?? undefined,
		totalBytes: row['total_bytes'] ?? undefined,
		audioSeconds: row['audio_seconds'] ?? undefined,
		audioUrl: row['audio_url'] ?? undefined,
		uploadedAt: row['uploaded_at'] ?? undefined,
		intentAt: row['intent_at'] ?? undefined,
		doubtAt: row['doubt_at'] ?? undefined,
		reservedUsd: row['reserved_usd'] ?? undefined,
		transcriptId: row['transcript_id'] ?? undefined,
		submittedAt: row['submitted_at'] ?? undefined,
		error: parseJson(row['error']),
		remarks: parseJson(row['remarks']),
		owner: row['owner'] ?? undefined,
		isCancelRequested: row['cancel_requested'] !== 0,
		createdAt: row['created_at'],
		startedAt: row['started_at'] ?? undefined,
		endedAt: row['ended_at'] ?? undefined,
		updatedAt: row['updated_at'],
		change: row['change'],
	});
}

/** Throws `ZodError` or `SyntaxError` for what is no transcript. */
export function toTranscriptRecord(row: Row): TranscriptRecord {
	return transcriptRecord.parse({
		source: row['source'],
		id: row['id'],
		meeting: parseJson(row['meeting']),
		recordingFileId: row['recording_file_id'],
		request: parseJson(row['request']),
		model: row['model'] ?? undefined,
		language: row['language'] ?? undefined,
		audioSeconds: row['audio_seconds'] ?? undefined,
		completedAt: row['completed_at'],
		remoteDeletedAt: row['remote_deleted_at'] ?? undefined,
	});
}
