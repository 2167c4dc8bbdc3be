import {existsSync, renameSync} from 'node:fs';
import path from 'node:path';
import type Conf from 'conf';
import {UserError} from '../errors.ts';
import {closeFile, closeFolder, describeFileError} from '../private-files.ts';
import {rejectForeign} from '../reject-foreign.ts';
import {safeText} from '../safe-text.ts';
import {type Keychain, systemKeychain} from './keychain.ts';
import {SealedSettingsError} from './sealed-settings-error.ts';
import {openSettingsFile, type Protection, type SealOptions} from './settings-file.ts';
import {withSettingsLock} from './settings-lock.ts';
import {parseStoredSettings, type StoredSection, type StoredSettings} from './stored-settings.ts';

export type StoredReading = {
	readonly settings: StoredSettings;
	/** Sentences for the person: what was mended, set aside or not understood. Never a value. */
	readonly notices: readonly string[];
};

/** The settings file: credentials and preferences, for the owner's eyes only (file 0600, folder 0700). */
export type SettingsStore = {
	readonly path: string;
	/**
	 * Reads the file as it is now; no file reads as no settings. Modes that are too wide are mended,
	 * and a damaged file is set aside under another name: the notices say so.
	 * Throws a `UserError` when the file is there and can't be read, is a link or another user's.
	 */
	read(): StoredReading;
	/**
	 * Writes one section, or with `undefined` forgets it; what else the file holds stays, also what
	 * another process wrote meanwhile. Gives back notices as `read` does.
	 * Throws a `UserError` when it can't be written.
	 */
	keep<Section extends StoredSection>(
		section: Section,
		value: StoredSettings[Section],
	): Promise<readonly string[]>;
	/** How the file is kept; without one, how it will be. */
	readonly protection: () => Protection;
	/** Why the keychain can't be used; undefined where it can. */
	readonly findKeychainProblem: Keychain['findProblem'];
	/**
	 * Keeps the file this way from now on; one that is kept so already is left alone. Gives back notices.
	 * Throws a `UserError` when that can't be done: then all is as it was.
	 */
	protect(by: Protection): Promise<readonly string[]>;
	/** Why the file can't be opened, where it is encrypted and its key can't be had. */
	findSealProblem(): SealedSettingsError | undefined;
	/**
	 * Puts a file that can't be opened, for want of its key, under another name, so that there are no
	 * settings. Gives back notices: under which. Throws a `UserError` when it can't be renamed.
	 */
	setAsideSealed(): readonly string[];
	/** The same with a value that is made of the one that is there now. */
	change<Section extends StoredSection>(
		section: Section,
		toValue: (now: StoredSettings[Section]) => StoredSettings[Section],
	): Promise<readonly string[]>;
};

const fileName = 'settings';

export function openSettingsStore(
	folder: string,
	toKeychain: (file: string) => Keychain = systemKeychain,
): SettingsStore {
	const file = path.join(folder, `${fileName}.json`);
	const keychain = toKeychain(file);
	const settingsFile = openSettingsFile(file, keychain);
	const rejectAnothers = () => {
		for (const place of [folder, file]) {
			rejectForeign(place, 'RECSCRIBE_CONFIG_DIR');
		}
	};
	const locked = <Value>(change: () => Value): Value => {
		rejectAnothers();
		try {
			return withSettingsLock(path.join(folder, `${fileName}.lock`), change);
		} catch (error) {
			throw error instanceof UserError ? error : notWritable(file, error);
		}
	};

	const findSealProblem = () => {
		try {
			settingsFile.read();
			return undefined;
		} catch (error) {
			if (error instanceof SealedSettingsError) {
				return error;
			}

			throw error;
		}
	};

	const change: SettingsStore['change'] = async (section, toValue) => {
		const openConf = await loadConf(folder);
		return locked(() => {
			const seal = settingsFile.sealOptions();
			const notices = [...closeFolder(folder), ...setAsideIfDamaged(file, settingsFile.read())];
			// A new one each time reads the file again: it holds what others wrote meanwhile.
			const conf = openConf(fileName, seal);
			const now = parseStoredSettings(conf.store).settings[section];
			const value = toValue(now);
			if (value === undefined) {
				conf.delete(section);
			} else if (value !== now) {
				conf.set(section, value);
			}
			return notices;
		});
	};

	return {
		path: file,

		read() {
			rejectAnothers();
			const text = settingsFile.read();
			if (text === undefined) {
				return {settings: {}, notices: []};
			}
			const mended = [...closeFolder(folder), ...closeFile(file)];
			const content = parseJsonObject(text);
			if (content === undefined) {
				return {
					settings: {},
					notices: [...mended, ...locked(() => setAsideIfDamaged(file, settingsFile.read()))],
				};
			}
			const {settings, problems} = parseStoredSettings(content);
			const notUnderstood = problems.map(
				field =>
					`${safeText(file)}: “${safeText(field)}” is not understood, so it counts as not set.`,
			);
			return {settings, notices: [...mended, ...notUnderstood]};
		},

		keep: (section, value) => change(section, () => value),

		change,

		protection: settingsFile.protection,

		findKeychainProblem: keychain.findProblem,

		async protect(by) {
			// Another key in place of one that is good would only be a chance to lose both.
			const isDone = () => settingsFile.protection() === by;
			if (isDone()) {
				return [];
			}

			const openConf = await loadConf(folder);
			return locked(() => {
				// Another process may have done it meanwhile.
				if (isDone()) {
					return [];
				}

				const text = settingsFile.read();
				const damaged = setAsideIfDamaged(file, text);
				const content = parseJsonObject(text ?? '') ?? {};
				const notices = settingsFile.replace(by, (name, seal) => {
					openConf(name, seal).store = {...content};
				});
				return [...damaged, ...notices];
			});
		},

		findSealProblem,

		setAsideSealed: () =>
			locked(() =>
				findSealProblem() === undefined
					? []
					: [
							`The settings that could not be opened are kept in ${safeText(setAside(file, 'sealed'))}. With their key back, that file can be renamed to ${path.basename(file)}.`,
						],
			),
	};
}

type Content = Record<string, unknown>;

/** Only writing needs it, and it takes a while to load. */
async function loadConf(
	folder: string,
): Promise<(name: string, seal: SealOptions) => Conf<Content>> {
	const {default: ConfClass} = await import('conf');
	return (configName, seal) =>
		new ConfClass<Content>({
			cwd: folder,
			configName,
			configFileMode: 0o600,
			accessPropertiesByDotNotation: false,
			...seal,
		});
}

function parseJsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
		const isObject = typeof content === 'object' && content !== null && !Array.isArray(content);
		return isObject ? {...content} : undefined;
	} catch {
		return undefined;
	}
}

/** Looks again, since another process may have set the file aside, or written a good one, meanwhile. */
function setAsideIfDamaged(file: string, text: string | undefined): readonly string[] {
	if (text === undefined || parseJsonObject(text) !== undefined) {
		return [];
	}
	return [
		`The settings were damaged, and are kept aside in ${safeText(setAside(file, 'damaged'))}`,
	];
}

/** Gives back the new path. */
function setAside(file: string, state: 'damaged' | 'sealed'): string {
	const time = new Date().toISOString().replace(/[:.]/g, '-');
	const name = (attempt: number) =>
		path.join(path.dirname(file), `${fileName}.${state}-${time}${attempt || ''}.json`);
	let attempt = 0;
	while (existsSync(name(attempt))) {
		attempt += 1;
	}
	renameSync(file, name(attempt));
	return name(attempt);
}

function notWritable(file: string, error: unknown): UserError {
	return new UserError(
		`The settings can’t be kept in ${safeText(file)}: ${describeFileError(error)}`,
		{
			hint: 'Make room or give yourself permission there, or set RECSCRIBE_CONFIG_DIR to another folder.',
			cause: error,
		},
	);
}
