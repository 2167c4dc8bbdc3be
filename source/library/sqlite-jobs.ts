import {randomUUID} from 'node:crypto';
import type {SQLInputValue} from 'node:sqlite';
import {tellLog} from '../log-events.ts';
import type {Connection, Row} from './connection.ts';
import {identityOf} from './identity.ts';
import type {JobChange, JobEvent} from './job-engine.ts';
import {JobLost} from './job-engine.ts';
import type {JobRecord, NewJob} from './records.ts';
import {toJobRecord} from './rows.ts';

const columnOf: Readonly<Record<keyof JobChange, string>> = {
	stage: 'stage',
	remoteStatus: 'remote_status',
	sentBytes: 'sent_bytes',
	totalBytes: 'total_bytes',
	audioSeconds: 'audio_seconds',
	audioUrl: 'audio_url',
	uploadedAt: 'uploaded_at',
	intentAt: 'intent_at',
	doubtAt: 'doubt_at',
	reservedUsd: 'reserved_usd',
	transcriptId: 'transcript_id',
	submittedAt: 'submitted_at',
	endedAt: 'ended_at',
};

/** More that only the engine itself changes. */
export type RowChange = JobChange & {
	readonly error?: string | null;
	readonly owner?: string | null;
	readonly isCancelRequested?: 0 | 1;
};

const rowColumnOf: Readonly<Record<keyof RowChange, string>> = {
	...columnOf,
	error: 'error',
	owner: 'owner',
	isCancelRequested: 'cancel_requested',
};

/** The rows of jobs. Everything that writes is to be called within a transaction. */
export type JobRows = {
	readonly insert: (job: NewJob) => JobRecord;
	readonly find: (id: string) => JobRecord | undefined;
	readonly findFirst: (where: string, ...values: readonly SQLInputValue[]) => JobRecord | undefined;
	readonly findAll: (rest: string, ...values: readonly SQLInputValue[]) => readonly JobRecord[];
	readonly change: (id: string, change: RowChange, event?: JobEvent) => JobRecord;
	/** Throws `JobLost` unless the worker has the job. */
	readonly rejectOthers: (worker: string, id: string) => void;
	readonly addEvent: (id: string, event: JobEvent) => void;
	readonly addRemark: (id: string, remark: string) => void;
};

const nextChange = '(SELECT coalesce(max(change), 0) + 1 FROM jobs)';

export function createJobRows({statement}: Connection): JobRows {
	function first(row: Row | undefined): JobRecord | undefined {
		return row === undefined ? undefined : toJobRecord(row);
	}

	function find(id: string): JobRecord | undefined {
		return first(statement('SELECT * FROM jobs WHERE id = ?').get(id));
	}

	function get(id: string): JobRecord {
		const job = find(id);
		if (job === undefined) {
			throw new JobLost(`There is no job ${id}`);
		}

		return job;
	}

	function addEvent(id: string, {kind, detail}: JobEvent): void {
		tellLog({type: 'job', jobId: id, kind});
		statement('INSERT INTO job_events (job_id, at, kind, detail) VALUES (?, ?, ?, ?)').run(
			id,
			Date.now(),
			kind,
			detail === undefined ? null : JSON.stringify(detail),
		);
	}

	return {
		find,
		addEvent,
		findFirst: (where, ...values) =>
			first(statement(`SELECT * FROM jobs WHERE ${where} ORDER BY rowid LIMIT 1`).get(...values)),
		findAll: (rest, ...values) =>
			statement(`SELECT * FROM jobs ${rest}`)
				.all(...values)
				.map(toJobRecord),
		insert(job) {
			const [id, now] = [randomUUID(), Date.now()];
			statement(
				`INSERT INTO jobs (id, identity, meeting, recording_file_id, request, stage, created_at,
				updated_at, change) VALUES (?, ?, ?, ?, ?, 'planned', ?, ?, ${nextChange})`,
			).run(
				id,
				identityOf(job),
				JSON.stringify(job.meeting),
				job.recordingFileId,
				JSON.stringify(job.request),
				now,
				now,
			);
			addEvent(id, {kind: 'planned'});
			return get(id);
		},
		change(id, change, event) {
			const names = Object.keys(change).filter(
				(name): name is keyof RowChange => name in rowColumnOf,
			);
			const sets = names.map(name => `${rowColumnOf[name]} = ?`);
			const values = names.map(name => change[name] ?? null);
			statement(
				`UPDATE jobs SET ${[...sets, 'updated_at = ?', `change = ${nextChange}`].join(', ')}
				WHERE id = ?`,
			).run(...values, Date.now(), id);
			if (event !== undefined) {
				addEvent(id, event);
			}

			return get(id);
		},
		rejectOthers(worker, id) {
			const row = statement('SELECT owner FROM jobs WHERE id = ?').get(id);
			if (row?.['owner'] !== worker) {
				throw new JobLost(`Another Recscribe has job ${id} now`);
			}
		},
		addRemark(id, remark) {
			statement(
				`UPDATE jobs SET remarks = json_insert(remarks, '$[#]', ?), change = ${nextChange}
				WHERE id = ? AND NOT EXISTS (SELECT 1 FROM json_each(remarks) WHERE value = ?)`,
			).run(remark, id, remark);
		},
	};
}
