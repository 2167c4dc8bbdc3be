import type {Connection} from './connection.ts';

/** What AssemblyAI can make of a transcript afterwards. */
export type UnderstandingKind = 'outline' | 'speakers';

export type UnderstandingStore = {
	/** AssemblyAI's newest answer, as JSON. */
	readonly read: (transcriptId: string, kind: UnderstandingKind) => string | undefined;
	/**
	 * Tells others that this one is asked for now; false when somebody is asking, or has within the last ten
	 * minutes without a word of what came of it. To be followed by `keep`, or by `release` where nothing can
	 * have been paid.
	 */
	readonly claim: (transcriptId: string, kind: UnderstandingKind) => boolean;
	readonly keep: (transcriptId: string, kind: UnderstandingKind, answer: string) => void;
	/** Nothing came of it, and nothing is paid. */
	readonly release: (transcriptId: string, kind: UnderstandingKind) => void;
};

const longestMs = 10 * 60_000;

export function createUnderstandingStore({statement, transact}: Connection): UnderstandingStore {
	return {
		read(id, kind) {
			const row = statement(
				'SELECT answer FROM understandings WHERE transcript_id = ? AND kind = ?',
			).get(id, kind);
			const answer = row?.['answer'];
			return typeof answer === 'string' ? answer : undefined;
		},
		claim: (id, kind) =>
			transact(
				() =>
					statement(
						`INSERT INTO understandings (transcript_id, kind, asking_since) VALUES (?, ?, ?)
						ON CONFLICT DO UPDATE SET asking_since = excluded.asking_since
						WHERE asking_since IS NULL OR asking_since < excluded.asking_since - ${longestMs}`,
					).run(id, kind, Date.now()) > 0,
			),
		keep(id, kind, answer) {
			transact(() =>
				statement(
					`UPDATE understandings SET answer = ?, asking_since = NULL
					WHERE transcript_id = ? AND kind = ?`,
				).run(answer, id, kind),
			);
		},
		release(id, kind) {
			transact(() =>
				statement(
					'UPDATE understandings SET asking_since = NULL WHERE transcript_id = ? AND kind = ?',
				).run(id, kind),
			);
		},
	};
}
