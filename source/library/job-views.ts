import type {EngineParts} from './engine-parts.ts';
import {unfinished} from './engine-parts.ts';
import type {JobEngine, PastTime} from './job-engine.ts';

type Views = Pick<
	JobEngine,
	'find' | 'list' | 'unfinished' | 'changes' | 'isKnownAudioUrl' | 'isKnownTranscript' | 'pastTimes'
>;

/** What only reads. */
export function createViews({connection, rows}: EngineParts): Views {
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
