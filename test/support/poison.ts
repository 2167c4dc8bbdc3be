import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {terminalTricks} from '../corpora/terminal-tricks.ts';

/** Stands behind every trick: where it is seen, poisoned text has come through the cleaning. */
export const poisonMark = '☣';

/** What a client can't do without to the letter: ids, addresses, times, kinds, tokens. */
const toTheLetter =
	/(?:^|_)(?:id|uuid|ids|url|token|type|extension|time|start|end|status|created|completed|from|to|model|models|code|scope|passcode|password|language|timezone|pmi)$/;

let count = 0;

/** Puts terminal tricks into every text of a JSON value; `name`: what it is called where it stands. */
export function poisonValue(value: unknown, name = ''): unknown {
	if (Array.isArray(value)) {
		return value.map(item => poisonValue(item, name));
	}
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			// By that, Zoom's token would lead past the proxy.
			Object.entries(value)
				.filter(([key]) => key !== 'api_url')
				.map(([key, inner]) => [key, poisonValue(inner, key)]),
		);
	}
	if (typeof value !== 'string' || toTheLetter.test(name)) {
		return value;
	}
	return poisonText(value);
}

/** The text, and behind it the next trick. */
function poisonText(text: string): string {
	count++;
	return `${text}${poisonMark}${terminalTricks[count % terminalTricks.length]?.bytes ?? ''}`;
}

/** What a library could do nothing without; `Id` as its JSON has it. */
const needed = /^(?:id|identity|stage|source|kind|uuid|start|fileStart|audio|status|code)$|_id$/;

/** Writes tricks into every text of a library's file, as another program could. */
export function poisonLibrary(folder: string): void {
	const database = new DatabaseSync(path.join(folder, 'library.db'));
	const tables = ['jobs', 'transcripts', 'speaker_names', 'turns', 'corrections', 'queue'];
	database.function('poison', {deterministic: false}, (column, value) => {
		if (typeof value !== 'string' || needed.test(String(column))) {
			return value;
		}
		const isJson = /^(?:[[{]|null$)/.test(value);
		return isJson ? JSON.stringify(poisonRecord(JSON.parse(value))) : poisonText(value);
	});
	for (const table of tables) {
		const columns = database
			.prepare('SELECT name FROM pragma_table_info(?)')
			.all(table)
			.map(({name}) => String(name))
			.filter(name => !needed.test(name));
		const sets = columns.map(name => `${name} = poison('${name}', ${name})`);
		database.exec(`UPDATE ${table} SET ${sets.join(', ')}`);
	}
	database.close();
}

/** What was asked for is sent on to the letter, and an order of models is no text. */
function poisonRecord(value: unknown): unknown {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.fromEntries(
				Object.entries(value).map(([name, inner]) => [
					name,
					needed.test(name) ? inner : poisonValue(inner),
				]),
			)
		: poisonValue(value);
}
