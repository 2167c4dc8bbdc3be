import {preferenceNames, readPreference, withPreference} from '../settings/preference-values.ts';
import {type CommandContext, printJson} from './command.ts';
import {toTable} from './table.ts';

/** Lists what holds of every setting, and whether somebody has set it. Never a credential. */
export function listConfig(
	{program, stdout}: CommandContext,
	{json}: {readonly json: boolean},
): void {
	const {settings, store} = program.load();
	const saved = store.read().settings.preferences ?? {};
	const rows = preferenceNames.map(name => ({
		name,
		value: readPreference(settings.preferences, name) ?? null,
		isSet: Object.hasOwn(saved, name),
	}));
	if (json) {
		printJson(stdout, rows);
		return;
	}

	stdout.write(
		toTable(rows.map(({name, value, isSet}) => [name, show(value), isSet ? 'set' : 'default'])),
	);
}

/** Prints what holds of one setting, as JSON; nothing where nothing does. Throws `UserError` `usage`. */
export function getConfig({program, stdout}: CommandContext, name: string): void {
	const value = readPreference(program.readSettings().preferences, name);
	if (value !== undefined) {
		stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
	}
}

/** Saves another value; undefined goes back to the default. Throws `UserError` `usage` for what does not fit. */
export async function setConfig(
	{program, stderr}: CommandContext,
	name: string,
	value: string | undefined,
): Promise<void> {
	const {store} = program.load();
	await store.change('preferences', now => withPreference(now, name, value));
	stderr.write(value === undefined ? `✓ ${name} is as by default\n` : `✓ ${name} is set\n`);
}

/** Prints where the settings are. */
export function printConfigPath({program, stdout}: CommandContext): void {
	stdout.write(`${program.load().store.path}\n`);
}

function show(value: unknown): string {
	return value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
