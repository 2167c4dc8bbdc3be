import type {Connection} from './connection.ts';
import type {JobRows} from './sqlite-jobs.ts';
import type {TranscriptStore} from './transcript-store.ts';
import type {Workers} from './workers.ts';

/** What every part of the SQLite engine works with. */
export type EngineParts = {
	readonly connection: Connection;
	readonly rows: JobRows;
	readonly workers: Workers;
	readonly transcripts: TranscriptStore;
};

/** A condition on jobs. */
export const unfinished = "stage NOT IN ('completed', 'failed', 'cancelled')";
