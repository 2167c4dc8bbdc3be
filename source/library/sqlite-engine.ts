import type {Connection} from './connection.ts';
import type {JobEngine} from './job-engine.ts';
import {createLine} from './job-line.ts';
import {createSteps} from './job-steps.ts';
import {createViews} from './job-views.ts';
import {createJobRows} from './sqlite-jobs.ts';
import type {TranscriptStore} from './transcript-store.ts';
import {createWorkers} from './workers.ts';

export type EngineOptions = {
	/** How long a worker is taken to live after its last heartbeat, where that can't be looked at. */
	readonly leaseMs: number;
};

/** The engine for one computer: any number of processes on the library's database. */
export function createSqliteEngine(
	connection: Connection,
	transcripts: TranscriptStore,
	{leaseMs}: EngineOptions,
): JobEngine {
	const rows = createJobRows(connection);
	const workers = createWorkers(connection, leaseMs);
	const parts = {connection, rows, workers, transcripts};
	return {...createLine(parts), ...createSteps(parts), ...createViews(parts)};
}
