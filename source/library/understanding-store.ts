import type {Connection} from './connection.ts';

/** What AssemblyAI can make of a transcript afterwards. */
export type UnderstandingKind = 'outline' | 'speakers';

export type UnderstandingStore = {
	/** AssemblyAI's newest answer, as JSON. */
	readonly read: (transcriptId: string, kind: UnderstandingKind) => string | undefined;
	/**
	 * Tells others that this one is asked for now; false when another is asking. To be followed by `keep`
	 * or `release`; after ten minutes nobody believes it any more.
	 */
	readonly claim: (transcriptId: string, kind: UnderstandingKind) => boolean;
	readonly keep: (transcriptId: string, kind: UnderstandingKind, answer: string) => void;
	/** Nothing came of it. */
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
						`INSERT INTO understandings (transcript_id, kind, asked_at) VALUES (?, ?, ?)
						ON CONFLICT DO UPDATE SET asked_at = excluded.asked_at
						WHERE answer IS NOT NULL OR asked_at < excluded.asked_at - ${longestMs}`,
					).run(id, kind, Date.now()) > 0,
			),
		keep(id, kind, answer) {
			transact(() =>
				statement('UPDATE understandings SET answer = ? WHERE transcript_id = ? AND kind = ?').run(
					answer,
					id,
					kind,
				),
			);
		},
		release(id, kind) {
			transact(() =>
				statement(
					'DELETE FROM understandings WHERE transcript_id = ? AND kind = ? AND answer IS NULL',
				).run(id, kind),
			);
		},
	};
}
