import type {Connection} from './connection.ts';
import type {EngineParts} from './engine-parts.ts';
import {type Intent, type JobEngine, SpendingLimitReached} from './job-engine.ts';
import {isEnd} from './records.ts';

type Steps = Pick<JobEngine, 'advance' | 'remark' | 'intend' | 'complete' | 'fail' | 'giveUp'>;

/** What a worker writes to a job that it has claimed. */
export function createSteps({connection, rows, transcripts}: EngineParts): Steps {
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
		remark: async (worker, id, remark) =>
			transact(() => {
				if (!isEnd(rows.find(id)?.stage ?? 'planned')) {
					rows.rejectOthers(worker, id);
				}

				rows.addRemark(id, remark);
			}),
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
		WHERE reserved_usd IS NOT NULL AND coalesce(intent_at, submitted_at) >= ? AND id <> ?`,
	).get(monthStart, id);
	const spent = Number(row?.['usd'] ?? 0);
	if (spent + reservedUsd > spendingLimitUsd) {
		throw new SpendingLimitReached(
			`The limit of $${spendingLimitUsd.toFixed(2)} a month would be passed: about $${spent.toFixed(2)} are spent or reserved, and this recording needs $${reservedUsd.toFixed(2)}`,
			{hint: 'Raise the limit, or wait for the next month.'},
		);
	}
}
