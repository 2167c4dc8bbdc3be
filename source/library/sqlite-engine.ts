import type {Connection} from './connection.ts';
import {identityOf} from './identity.ts';
import {
	type Enqueued,
	type Intent,
	type JobEngine,
	type PastTime,
	SpendingLimitReached,
} from './job-engine.ts';
import {errorRecord, isEnd, isInDoubt, type JobRecord, type NewJob} from './records.ts';
import {createJobRows, type JobRows} from './sqlite-jobs.ts';
import type {TranscriptStore} from './transcript-store.ts';
import {createWorkers, type Workers} from './workers.ts';

export type EngineOptions = {
	/** How long a worker is taken to live after its last heartbeat, where that can't be looked at. */
	readonly leaseMs: number;
};

type Parts = {
	readonly connection: Connection;
	readonly rows: JobRows;
	readonly workers: Workers;
	readonly transcripts: TranscriptStore;
};

const unfinished = "stage NOT IN ('completed', 'failed', 'cancelled')";
const isLate = '(transcript_id IS NOT NULL OR intent_at IS NOT NULL)';

/** The engine for one computer: any number of processes on the library's database. */
export function createSqliteEngine(
	connection: Connection,
	transcripts: TranscriptStore,
	{leaseMs}: EngineOptions,
): JobEngine {
	const rows = createJobRows(connection);
	const workers = createWorkers(connection, leaseMs);
	const parts: Parts = {connection, rows, workers, transcripts};
	return {...createLine(parts), ...createSteps(parts), ...createViews(parts)};
}

type Line = Pick<
	JobEngine,
	| 'enqueue'
	| 'reopen'
	| 'claim'
	| 'heartbeat'
	| 'release'
	| 'leave'
	| 'cancel'
	| 'pause'
	| 'unpause'
	| 'pauseReason'
>;

/** Who waits, and who takes whom. */
function createLine({connection, rows, workers, transcripts}: Parts): Line {
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
	{rows, transcripts}: Pick<Parts, 'rows' | 'transcripts'>,
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

type Steps = Pick<JobEngine, 'advance' | 'remark' | 'intend' | 'complete' | 'fail' | 'giveUp'>;

/** What a worker writes to a job that it has claimed. */
function createSteps({connection, rows, transcripts}: Parts): Steps {
	const {transact} = connection;

	function step<Value>(worker: string, id: string, write: () => Value): Value {
		return transact(() => {
			rows.rejectOthers(worker, id);
			return write();
		});
	}

	return {
		advance: async (worker, id, change, event) =>
			step(worker, id, () =>
				rows.change(
					id,
					change,
					event ?? (change.stage === undefined ? undefined : {kind: change.stage}),
				),
			),
		remark: async (worker, id, remark) => step(worker, id, () => rows.addRemark(id, remark)),
		intend: async (worker, id, intent) =>
			step(worker, id, () => {
				reserve(id, intent, connection);
				const now = Date.now();
				return rows.change(
					id,
					{
						stage: 'submitting',
						audioUrl: intent.audioUrl,
						intentAt: now,
						doubtAt: now,
						reservedUsd: intent.reservedUsd,
						transcriptId: null,
					},
					{kind: 'intent', detail: intent.request},
				);
			}),
		async complete(worker, id, transcript) {
			const keep = await transcripts.prepare(transcript);
			return step(worker, id, () => {
				const job = rows.change(
					id,
					{
						stage: 'completed',
						transcriptId: transcript.id,
						endedAt: Date.now(),
						// A link may hold a token, and has done its work.
						audioUrl: null,
						owner: null,
						isCancelRequested: 0,
						...(transcript.costUsd !== undefined && {reservedUsd: transcript.costUsd}),
					},
					{kind: 'completed'},
				);
				keep(job);
				return job;
			});
		},
		fail: async (worker, id, error, {isRemoteOver}) =>
			step(worker, id, () =>
				rows.change(
					id,
					{
						stage: 'failed',
						error: JSON.stringify(error),
						endedAt: Date.now(),
						owner: null,
						isCancelRequested: 0,
						...(isRemoteOver && remoteOver),
					},
					{kind: 'failed', detail: error},
				),
			),
		giveUp: async (worker, id) =>
			step(worker, id, () =>
				rows.change(
					id,
					{stage: 'cancelled', endedAt: Date.now(), owner: null, isCancelRequested: 0},
					{kind: 'cancelled'},
				),
			),
	};
}

const remoteOver = {
	transcriptId: null,
	intentAt: null,
	doubtAt: null,
	reservedUsd: null,
	audioUrl: null,
	uploadedAt: null,
} as const;

function reserve(
	id: string,
	{reservedUsd, spendingLimitUsd}: Intent,
	{statement}: Connection,
): void {
	if (spendingLimitUsd === undefined) {
		return;
	}

	const now = new Date();
	const monthStart = new Date(now.getFullYear(), now.getMonth(), 1).getTime();
	const row = statement(
		`SELECT coalesce(sum(reserved_usd), 0) AS usd FROM jobs
		WHERE reserved_usd IS NOT NULL AND intent_at >= ? AND id <> ?`,
	).get(monthStart, id);
	const spent = Number(row?.['usd'] ?? 0);
	if (spent + reservedUsd > spendingLimitUsd) {
		throw new SpendingLimitReached(
			`The limit of $${spendingLimitUsd.toFixed(2)} a month would be passed: about $${spent.toFixed(2)} are spent or reserved, and this recording needs $${reservedUsd.toFixed(2)}`,
			{hint: 'Raise the limit, or wait for the next month.'},
		);
	}
}

type Views = Pick<
	JobEngine,
	'find' | 'list' | 'unfinished' | 'changes' | 'isKnownAudioUrl' | 'isKnownTranscript' | 'pastTimes'
>;

/** What only reads. */
function createViews({connection, rows}: Parts): Views {
	const {statement, transact, version} = connection;
	let seen: {readonly version: string; readonly after: number} | undefined;
	return {
		find: async id => rows.find(id),
		list: async () => rows.findAll('ORDER BY created_at DESC, rowid DESC'),
		unfinished: async () =>
			transact(() => ({
				jobs: rows.findAll(`WHERE ${unfinished} ORDER BY rowid`),
				lastChange: Number(
					statement('SELECT coalesce(max(change), 0) AS last FROM jobs').get()?.['last'] ?? 0,
				),
			})),
		async changes(after) {
			// Asked many times a second: most times nobody has written anything.
			const current = version();
			if (seen?.version === current && seen.after === after) {
				return [];
			}

			const changed = rows.findAll('WHERE change > ? ORDER BY change', after);
			seen = {version: current, after: changed.at(-1)?.change ?? after};
			return changed;
		},
		isKnownAudioUrl: async (audioUrl, id) =>
			statement('SELECT 1 FROM jobs WHERE audio_url = ? AND id <> ?').get(audioUrl, id) !==
			undefined,
		isKnownTranscript: async transcriptId =>
			statement('SELECT 1 FROM jobs WHERE transcript_id = ?').get(transcriptId) !== undefined,
		pastTimes: async () =>
			statement(
				`SELECT audio_seconds, processing_ms FROM transcripts
				WHERE processing_ms IS NOT NULL AND audio_seconds IS NOT NULL
				ORDER BY completed_at DESC LIMIT 100`,
			)
				.all()
				.map(
					(row): PastTime => ({
						audioSeconds: Number(row['audio_seconds']),
						processingMs: Number(row['processing_ms']),
					}),
				),
	};
}
