import {type SafeText, safeText} from '../safe-text.ts';
import type {Connection} from './connection.ts';

/** Somebody who speaks in a transcript. */
export type Speaker = {
	/** As AssemblyAI has it: `A`; or the name that Zoom has. */
	readonly label: SafeText;
	/** Given by a person, or by Zoom in its own transcript; undefined: shown as "Speaker A". */
	readonly name: SafeText | undefined;
};

/** Who speaks in each transcript, by its id, in the order of their labels. */
export function listSpeakers({statement}: Connection): ReadonlyMap<string, readonly Speaker[]> {
	const speakers = new Map<string, Speaker[]>();
	const rows = statement(
		`SELECT heard.transcript_id, heard.speaker,
			coalesce(name, iif(source = 'zoom', heard.speaker, NULL)) AS name FROM
		(SELECT DISTINCT transcript_id, speaker FROM turns WHERE speaker IS NOT NULL) AS heard
		LEFT JOIN speaker_names USING (transcript_id, speaker)
		LEFT JOIN transcripts ON transcripts.id = heard.transcript_id
		ORDER BY heard.transcript_id, heard.speaker`,
	).all();
	for (const row of rows) {
		const id = String(row['transcript_id']);
		const {name} = row;
		const heard = speakers.get(id) ?? [];
		speakers.set(id, heard);
		heard.push({
			label: safeText(String(row['speaker'])),
			name: typeof name === 'string' ? safeText(name) : undefined,
		});
	}

	return speakers;
}
