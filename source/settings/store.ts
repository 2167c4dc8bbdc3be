import {existsSync, renameSync} from 'node:fs';
import path from 'node:path';
import type Conf from 'conf';
import {UserError} from '../errors.ts';
import {closeFile, closeFolder, describeFileError} from '../private-files.ts';
import {rejectForeign} from '../reject-foreign.ts';
import {safeText} from '../safe-text.ts';
import {type Keychain, systemKeychain} from './keychain.ts';
import {openSettingsFile, type Protection} from './settings-file.ts';
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
	readonly protection: () => Protection;
	/**
	 * Keeps the file the other way from now on. Throws a `UserError` when that can't be done: then all is as
	 * it was.
	 */
	protect(by: Protection): Promise<void>;
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
	const settingsFile = openSettingsFile(file, toKeychain(file));
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

	const change: SettingsStore['change'] = async (section, toValue) => {
		// Only writing needs it, and it takes a while to load.
		const {default: ConfClass} = await import('conf');
		return locked(() => {
			const seal = settingsFile.sealOptions();
			const notices = [...closeFolder(folder), ...setAsideIfDamaged(file, settingsFile.read())];
			// A new one each time reads the file again: it holds what others wrote meanwhile.
			const conf: Conf<Record<string, unknown>> = new ConfClass({
				cwd: folder,
				configName: fileName,
				configFileMode: 0o600,
				accessPropertiesByDotNotation: false,
				...seal,
			});
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

		async protect(by) {
			// Another key in place of one that is good would only be a chance to lose both.
			if (settingsFile.protection() === by && existsSync(file)) {
				return;
			}

			const {default: ConfClass} = await import('conf');
			locked(() => {
				const content = parseJsonObject(settingsFile.read() ?? '{}') ?? {};
				settingsFile.replace(by, (name, seal) => {
					const conf = new ConfClass<Record<string, unknown>>({
						cwd: folder,
						configName: name,
						configFileMode: 0o600,
						accessPropertiesByDotNotation: false,
						...seal,
					});
					conf.store = {...content};
				});
			});
		},
	};
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
	const time = new Date().toISOString().replace(/[:.]/g, '-');
	const name = (attempt: number) =>
		path.join(path.dirname(file), `${fileName}.damaged-${time}${attempt || ''}.json`);
	let attempt = 0;
	while (existsSync(name(attempt))) {
		attempt += 1;
	}
	renameSync(file, name(attempt));
	return [
		`The settings in ${safeText(file)} were damaged; they are kept in ${path.basename(name(attempt))} beside it.`,
	];
}

function notWritable(file: string, error: unknown): UserError {
	return new UserError(
		`The settings can't be kept in ${safeText(file)}: ${describeFileError(error)}`,
		{
			hint: 'Make room or give yourself permission there, or set RECSCRIBE_CONFIG_DIR to another folder.',
			cause: error,
		},
	);
}
