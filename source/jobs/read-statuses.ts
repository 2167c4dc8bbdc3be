import type {AssemblyAI} from '../assemblyai/assemblyai.ts';
import type {Wait} from './poll-scheduler.ts';

export type Statuses = {
	/** By id; what the list does not show is not there. */
	readonly statuses: ReadonlyMap<string, string>;
	/** What broke the reading off. */
	readonly error: unknown;
};

// The clocks need not agree.
const clockDoubtMs = 3_600_000;

/** The statuses of the waiting transcripts, from AssemblyAI's list: two hundred with one request. */
export async function readStatuses(
	assemblyai: Pick<AssemblyAI, 'listTranscripts'>,
	waits: readonly Wait[],
	signal: AbortSignal,
): Promise<Statuses> {
	const wanted = new Set(waits.map(({id}) => id));
	const earliest = Math.min(...waits.map(({submittedAt}) => submittedAt)) - clockDoubtMs;
	const statuses = new Map<string, string>();
	try {
		for await (const page of assemblyai.listTranscripts(signal)) {
			for (const {id, status} of page) {
				if (wanted.has(id)) {
					statuses.set(id, status);
				}
			}

			if (statuses.size === wanted.size || isBefore(page.at(-1)?.created, earliest)) {
				break;
			}
		}

		return {statuses, error: undefined};
	} catch (error) {
		return {statuses, error};
	}
}

function isBefore(created: Date | undefined, time: number): boolean {
	return created === undefined || created.getTime() < time;
}
