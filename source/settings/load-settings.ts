import {readEnvFile} from './env-file.ts';
import {type Environment, folders} from './folders.ts';
import {resolveSettings} from './resolve.ts';
import type {Settings} from './settings.ts';
import {openSettingsStore, type SettingsStore} from './store.ts';

export type LoadedSettings = {
	readonly settings: Settings;
	readonly store: SettingsStore;
	/** Sentences to show once: what was mended, set aside or ignored. */
	readonly notices: readonly string[];
};

/**
 * Finds, reads and resolves everything that was configured. Nothing is written, but for modes that
 * were too wide and a damaged file, which is set aside. Throws what `resolveSettings` and
 * `readEnvFile` throw.
 */
export function loadSettings({
	environment,
	envFilePath,
	sandbox,
}: {
	readonly environment: Environment;
	readonly envFilePath?: string | undefined;
	/** The variables that the sandbox gives out, when it is what is to be used. */
	readonly sandbox?: Environment | undefined;
}): LoadedSettings {
	const places = folders(environment, {isSandbox: sandbox !== undefined});
	const store = openSettingsStore(places.config);
	const {settings: stored, notices} = store.read();
	const envFile = envFilePath === undefined ? undefined : readEnvFile(envFilePath);
	const ignored = (envFile?.ignoredNames ?? []).map(name => `${name} in the env file is not read.`);
	return {
		settings: resolveSettings({environment, envFile, stored, folders: places, sandbox}),
		store,
		notices: [...notices, ...ignored],
	};
}
