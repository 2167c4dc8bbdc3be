import type {LoadedSettings} from '../settings/load-settings.ts';
import {
	hasPreference,
	preferenceNames,
	readPreference,
	withPreference,
} from '../settings/preference-values.ts';
import type {CommandContext} from './command.ts';
import type {SettingJson} from './json-shapes.ts';
import {printJson} from './printing.ts';
import {toTable} from './table.ts';

type ConfigOptions = {readonly json: boolean};

/** Lists what holds of every setting, and whether somebody has set it. Never a credential. */
export function listConfig({program, stdout}: CommandContext, {json}: ConfigOptions): void {
	const loaded = program.load();
	const settings = preferenceNames.map(name => readSetting(loaded, name));
	if (json) {
		printJson(stdout, settings);
		return;
	}

	stdout.write(
		toTable(settings.map(({name, value, isSet}) => [name, show(value), isSet ? 'set' : 'default'])),
	);
}

/** Prints what holds of one setting; nothing where nothing does. Throws `UserError` `usage`. */
export function getConfig(
	{program, stdout}: CommandContext,
	name: string,
	{json}: ConfigOptions,
): void {
	const setting = readSetting(program.load(), name);
	if (json) {
		printJson(stdout, setting);
	} else if (setting.value !== null) {
		stdout.write(`${show(setting.value)}\n`);
	}
}

function readSetting({settings, store}: LoadedSettings, name: string): SettingJson {
	const saved = store.read().settings.preferences;
	return {
		name,
		value: readPreference(settings.preferences, name) ?? null,
		isSet: saved !== undefined && hasPreference(saved, name),
	};
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
