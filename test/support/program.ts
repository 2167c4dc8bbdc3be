import {existsSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

export const projectFolder = path.join(import.meta.dirname, '..', '..');

const executable = path.join(projectFolder, 'bin', 'recscribe.js');

/** Set by the global set-up when it could not build: tests of the program must not run an old one. */
export const buildErrorVariable = 'RECSCRIBE_TEST_BUILD_ERROR';

/** The arguments with which Node runs the built program. */
export function programArguments(commandLine: readonly string[]): readonly string[] {
	const buildError = process.env[buildErrorVariable];
	if (buildError !== undefined) {
		throw new Error(`The program does not build:\n${buildError}`);
	}

	if (!existsSync(path.join(projectFolder, 'dist', 'cli.js'))) {
		throw new Error('There is no program in dist/ to test: run "npm run build" first');
	}

	return [executable, ...commandLine];
}
