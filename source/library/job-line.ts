import type {EngineParts} from './engine-parts.ts';
import {unfinished} from './engine-parts.ts';
import {identityOf} from './identity.ts';
import type {Enqueued, JobEngine} from './job-engine.ts';
import {errorRecord, isEnd, isInDoubt, type JobRecord, type NewJob} from './records.ts';
import type {JobRows} from './sqlite-jobs.ts';

const isLate = '(transcript_id IS NOT NULL OR intent_at IS NOT NULL)';

type Line = Pick<
	JobEngine,
	| 'enqueue'
	| 'reopen'
	| 'claim'
	| 'heartbeat'
	| 'release'
	| 'leave'
	| 'cancel'
	| 'forgetRemote'
	| 'pause'
	| 'unpause'
	| 'pauseReason'
>;

/** Who waits, and who takes whom. */
export function createLine({connection, rows, workers, transcripts}: EngineParts): Line {
	const {statement, transact} = connection;

	function isPaused(): boolean {
		return typeof statement('SELECT paused FROM queue').get()?.['paused'] === 'string';
	}

	return {
		enqueue: async (job, {again}) => transact(() => enqueue(job, again, {rows, transcripts})),
		reopen: async id => transact(() => reopen(id, rows)),
		claim: async (worker, kind) =>
			transact(() => {
				workers.bury();
				const job = isPaused()
					? undefined
					: rows.findFirst(
							`owner IS NULL AND ${unfinished} AND ${kind === 'late' ? '' : 'NOT '}${isLate}`,
						);
				if (job === undefined) {
					return undefined;
				}

				workers.register(worker);
				if (job.startedAt === undefined) {
					statement('UPDATE jobs SET started_at = ? WHERE id = ?').run(Date.now(), job.id);
				}

				return rows.change(job.id, {owner: worker}, {kind: 'claimed', detail: worker});
			}),
		heartbeat: async worker => transact(() => workers.register(worker)),
		release: async (worker, id) =>
			transact(() => {
				rows.rejectOthers(worker, id);
				rows.change(id, {owner: null}, {kind: 'released'});
			}),
		leave: async worker =>
			transact(() => {
				for (const {id} of rows.findAll('WHERE owner = ?', worker)) {
					rows.change(id, {owner: null}, {kind: 'released'});
				}

				workers.remove(worker);
			}),
		cancel: async id =>
			transact(() => {
				workers.bury();
				const job = rows.find(id);
				if (job === undefined || isEnd(job.stage)) {
					return job;
				}

				return job.owner === undefined
					? rows.change(id, {stage: 'cancelled', endedAt: Date.now()}, {kind: 'cancelled'})
					: rows.change(id, {isCancelRequested: 1}, {kind: 'cancel-requested'});
			}),
		forgetRemote: async id =>
			transact(() => {
				const job = rows.find(id);
				// What it costs stays reserved: AssemblyAI may have done the work.
				return job?.stage === 'failed' || job?.stage === 'cancelled'
					? rows.change(
							id,
							{
								transcriptId: null,
								intentAt: null,
								doubtAt: null,
								audioUrl: null,
								uploadedAt: null,
							},
							{kind: 'remote-deleted'},
						)
					: job;
			}),
		pause: async reason =>
			transact(() => {
				statement('UPDATE queue SET paused = ?').run(JSON.stringify(reason));
			}),
		async unpause() {
			if (isPaused()) {
				transact(() => statement('UPDATE queue SET paused = NULL').run());
			}
		},
		async pauseReason() {
			const paused = statement('SELECT paused FROM queue').get()?.['paused'];
			return typeof paused === 'string' ? errorRecord.parse(JSON.parse(paused)) : undefined;
		},
	};
}

function enqueue(
	job: NewJob,
	again: boolean,
	{rows, transcripts}: Pick<EngineParts, 'rows' | 'transcripts'>,
): Enqueued {
	const identity = identityOf(job);
	const running = rows.findFirst(`identity = ? AND ${unfinished}`, identity);
	if (running !== undefined) {
		return {status: 'existing', job: running};
	}

	const doubtful = rows.findFirst(
		'identity = ? AND intent_at IS NOT NULL AND transcript_id IS NULL',
		identity,
	);
	if (doubtful !== undefined) {
		return {status: 'existing', job: putBack(doubtful, rows)};
	}

	if (!again) {
		const transcript = transcripts.findByIdentity(identity);
		if (transcript !== undefined) {
			return {status: 'transcribed', transcript};
		}

		const paid = rows.findFirst(
			"identity = ? AND stage <> 'completed' AND transcript_id IS NOT NULL",
			identity,
		);
		if (paid !== undefined) {
			return {status: 'existing', job: putBack(paid, rows)};
		}
	}

	return {status: 'new', job: rows.insert(job)};
}

function reopen(id: string, rows: JobRows): JobRecord | undefined {
	const job = rows.find(id);
	if (job === undefined || !isEnd(job.stage)) {
		return job;
	}

	const running = rows.findFirst(`identity = ? AND ${unfinished}`, identityOf(job));
	if (running !== undefined) {
		return running;
	}

	return job.stage === 'completed' ? rows.insert(job) : putBack(job, rows);
}

/** Back in line, at the place that it had reached. */
function putBack(job: JobRecord, rows: JobRows): JobRecord {
	const stage =
		job.transcriptId === undefined ? (isInDoubt(job) ? 'submitting' : 'planned') : 'waiting';
	return rows.change(
		job.id,
		{stage, error: null, endedAt: null, owner: null, isCancelRequested: 0},
		{kind: 'reopened'},
	);
}
