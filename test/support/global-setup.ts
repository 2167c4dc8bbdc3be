import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type {TestProject} from 'vitest/node';
import {buildProgram} from '../../scripts/build-program.ts';
import {buildErrorVariable, projectFolder} from './program.ts';

const ingredients = ['source', 'scripts', 'package.json', 'package-lock.json'];

async function changedAt(file: string): Promise<number> {
	const found = await stat(file);
	const within = found.isDirectory() ? await readdir(file) : [];
	const times = await Promise.all(within.map(name => changedAt(path.join(file, name))));
	return Math.max(found.mtimeMs, ...times);
}

async function builtAt(): Promise<number> {
	try {
		return (await stat(path.join(projectFolder, 'dist', 'cli.js'))).mtimeMs;
	} catch {
		return 0;
	}
}

async function buildIfChanged(): Promise<void> {
	const changes = await Promise.all(
		ingredients.map(name => changedAt(path.join(projectFolder, name))),
	);
	if ((await builtAt()) > Math.max(...changes)) {
		return;
	}

	try {
		await buildProgram(projectFolder, {keepUnwantedForMs: 10 * 60 * 1000});
		delete process.env[buildErrorVariable];
	} catch (error) {
		process.env[buildErrorVariable] = String(error);
	}
}

/**
 * Builds `dist/` when it is missing or older than what it is made of, so that `npx vitest` alone
 * tests the program as it is. When it does not build, only the tests that run the program fail.
 */
export async function setup(project: TestProject): Promise<void> {
	project.onTestsRerun(buildIfChanged);
	await buildIfChanged();
}
