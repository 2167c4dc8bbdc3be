import {hostname} from 'node:os';
import process from 'node:process';
import type {Connection, Row} from './connection.ts';

/** Workers of this process: its own pid says nothing about which of them lives. */
const ownWorkers = new Set<string>();

export type Workers = {
	/** Within a transaction. */
	readonly register: (worker: string) => void;
	/** Within a transaction. */
	readonly remove: (worker: string) => void;
	/** Lets go of the jobs of every worker that is dead. Within a transaction. */
	readonly bury: () => void;
};

/**
 * Who is at work on the library's jobs. A worker on this computer is dead when its process is; one
 * that can't be looked at, when it has sent no heartbeat for `leaseMs`.
 */
export function createWorkers(connection: Connection, leaseMs: number): Workers {
	const {statement} = connection;

	function isKnownDead({id, host, pid}: Row): boolean {
		if (host !== hostname()) {
			return false;
		}

		return Number(pid) === process.pid ? !ownWorkers.has(String(id)) : !isAlive(Number(pid));
	}

	function letGo(worker: Row, isKnown: boolean, now: number): void {
		// What can't be seen to be dead may be about to send its request, after a long sleep.
		statement(
			`UPDATE jobs SET owner = NULL, updated_at = ?,
			doubt_at = CASE WHEN ? OR intent_at IS NULL THEN doubt_at ELSE ? END,
			stage = CASE WHEN cancel_requested = 1 AND stage NOT IN ('completed', 'failed', 'cancelled')
				THEN 'cancelled' ELSE stage END,
			ended_at = CASE WHEN cancel_requested = 1 THEN coalesce(ended_at, ?) ELSE ended_at END,
			change = (SELECT max(change) + 1 FROM jobs) WHERE owner = ?`,
		).run(now, isKnown ? 1 : 0, now, now, worker['id'] ?? null);
		statement('DELETE FROM workers WHERE id = ?').run(worker['id'] ?? null);
	}

	return {
		register(worker) {
			ownWorkers.add(worker);
			statement(
				'INSERT OR REPLACE INTO workers (id, host, pid, expires_at) VALUES (?, ?, ?, ?)',
			).run(worker, hostname(), process.pid, Date.now() + leaseMs);
		},
		remove(worker) {
			ownWorkers.delete(worker);
			statement('DELETE FROM workers WHERE id = ?').run(worker);
		},
		bury() {
			const now = Date.now();
			for (const worker of statement('SELECT * FROM workers').all()) {
				const isKnown = isKnownDead(worker);
				if (isKnown || Number(worker['expires_at']) < now) {
					letGo(worker, isKnown, now);
				}
			}

			// A worker whose row is gone, say in a library that was rebuilt.
			statement(
				`UPDATE jobs SET owner = NULL, change = (SELECT max(change) + 1 FROM jobs),
				doubt_at = CASE WHEN intent_at IS NULL THEN doubt_at ELSE ? END
				WHERE owner IS NOT NULL AND owner NOT IN (SELECT id FROM workers)`,
			).run(now);
		},
	};
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// Somebody else's process may not be signalled, but it is there.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
