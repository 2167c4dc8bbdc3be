import {safeText} from '../safe-text.ts';
import type {Correction} from '../transcripts/corrections.ts';
import type {Connection} from './connection.ts';

export type UndoneCorrection = {
	readonly transcriptId: string;
	/** The turn's place in that transcript, from 0. */
	readonly turn: number;
};

export type CorrectionStore = {
	/** The newest of each turn, in the order of the turns. */
	readonly read: (transcriptId: string) => readonly Correction[];
	readonly add: (transcriptId: string, correction: Correction) => void;
	/** Forgets the newest of all corrections of these transcripts. */
	readonly undo: (transcriptIds: readonly string[]) => UndoneCorrection | undefined;
};

// Which is the newest: an id is never given twice.
const newestOfTurn = `SELECT turn, heard, text, max(id) FROM corrections
	WHERE transcript_id = ? GROUP BY turn ORDER BY turn`;

/** Corrections, and with them what the search looks through. */
export function createCorrectionStore({statement, transact}: Connection): CorrectionStore {
	function search(transcriptId: string, turn: number, text: string): void {
		statement('UPDATE turns SET text = ? WHERE transcript_id = ? AND turn = ?').run(
			text,
			transcriptId,
			turn,
		);
	}

	function textOf(transcriptId: string, turn: number): string | undefined {
		const row = statement(
			'SELECT text FROM corrections WHERE transcript_id = ? AND turn = ? ORDER BY id DESC LIMIT 1',
		).get(transcriptId, turn);
		return row === undefined ? undefined : String(row['text']);
	}

	return {
		read: id =>
			statement(newestOfTurn)
				.all(id)
				.map(row => ({
					turn: Number(row['turn']),
					heard: safeText(String(row['heard'])),
					text: safeText(String(row['text'])),
				})),
		add(id, {turn, heard, text}) {
			transact(() => {
				statement(
					'INSERT INTO corrections (transcript_id, turn, heard, text) VALUES (?, ?, ?, ?)',
				).run(id, turn, heard, text);
				search(id, turn, text);
			});
		},
		undo: ids =>
			transact(() => {
				const row = statement(
					`SELECT id, transcript_id, turn, heard FROM corrections
					WHERE transcript_id IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT 1`,
				).get(JSON.stringify(ids));
				if (row === undefined) {
					return undefined;
				}

				const [transcriptId, turn] = [String(row['transcript_id']), Number(row['turn'])];
				statement('DELETE FROM corrections WHERE id = ?').run(Number(row['id']));
				search(transcriptId, turn, textOf(transcriptId, turn) ?? String(row['heard']));
				return {transcriptId, turn};
			}),
	};
}

/** Puts corrections into the search of a transcript that is kept anew, within a transaction. */
export function searchCorrected({statement}: Pick<Connection, 'statement'>, id: string): void {
	for (const row of statement(newestOfTurn).all(id)) {
		statement('UPDATE turns SET text = ? WHERE transcript_id = ? AND turn = ? AND text = ?').run(
			String(row['text']),
			id,
			Number(row['turn']),
			String(row['heard']),
		);
	}
}
