import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** Everything else of the caller's environment, credentials above all, stays out of a test. */
const inherited = ['PATH', 'TMPDIR', 'TMP', 'TEMP', 'TZ', 'SystemRoot', 'ComSpec', 'PATHEXT'];

export type Variables = Readonly<Record<string, string | undefined>>;

/** Folders of its own for a program under test, and the environment that leads it to them. */
export type IsolatedEnvironment = {
	readonly home: string;
	readonly configFolder: string;
	readonly dataFolder: string;
	readonly variables: Readonly<Record<string, string>>;
	/** Deletes the folders. */
	remove(): void;
};

/** A fresh home without any settings. To be removed by whoever asked for it. */
export function createIsolatedEnvironment(): IsolatedEnvironment {
	const home = mkdtempSync(path.join(os.tmpdir(), 'recscribe-home-'));
	const configFolder = path.join(home, 'config');
	const dataFolder = path.join(home, 'data');
	mkdirSync(configFolder, {mode: 0o700});
	mkdirSync(dataFolder, {mode: 0o700});
	const variables: Record<string, string> = {
		// Not a CI log: Ink would show nothing before the end.
		CI: 'false',
		HOME: home,
		LANG: 'C.UTF-8',
		RECSCRIBE_CONFIG_DIR: configFolder,
		RECSCRIBE_DATA_DIR: dataFolder,
		USERPROFILE: home,
	};
	for (const name of inherited) {
		const value = process.env[name];
		if (value !== undefined) {
			variables[name] = value;
		}
	}

	return {
		home,
		configFolder,
		dataFolder,
		variables,
		remove() {
			rmSync(home, {recursive: true, force: true, maxRetries: 3});
		},
	};
}

/** The environment of a program: the isolated one and what else is set; undefined takes one away. */
export function programVariables(
	environment: IsolatedEnvironment,
	...more: readonly Variables[]
): Record<string, string> {
	const all: Variables = Object.assign({}, environment.variables, ...more);
	return Object.fromEntries(
		Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
	);
}
