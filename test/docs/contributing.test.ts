import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import * as z from 'zod';
import {projectFolder} from '../support/program.ts';

const read = (name: string) => readFileSync(path.join(projectFolder, name), 'utf8');

const dependencies = z.record(z.string(), z.string());
const described = z.object({
	dependencies: dependencies.optional(),
	devDependencies: dependencies,
	optionalDependencies: dependencies,
	scripts: dependencies,
});

test('every dependency has a line that says what for', () => {
	const {devDependencies, optionalDependencies, ...rest} = described.parse(
		JSON.parse(read('package.json')),
	);
	expect(rest.dependencies).toBeUndefined();
	const text = read('CONTRIBUTING.md');
	const named = [...text.matchAll(/^\| `([^`]+)` \| [^|]+ \| \d{4}-\d\d-\d\d \|/gm)].map(
		([, name]) => name,
	);
	expect(named.toSorted()).toEqual(Object.keys(devDependencies).toSorted());
	for (const name of Object.keys(optionalDependencies)) {
		expect(text).toContain(`\`${name}\` (`);
	}
});

test('every command that it names is there', () => {
	const {scripts} = described.parse(JSON.parse(read('package.json')));
	const named = [...read('CONTRIBUTING.md').matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
	expect(named.length).toBeGreaterThan(3);
	expect(named.filter(name => scripts[name ?? ''] === undefined)).toEqual([]);
});

test.each(['CONTRIBUTING.md', 'SECURITY.md'])('every file that %s names is there', page => {
	const text = read(page);
	const named = [...text.matchAll(/`((?:source|test|bench|docs|bin)\/[\w./-]*)`/g)].map(
		([, name = '']) => name,
	);
	expect(named.length).toBeGreaterThan(10);
	for (const name of named) {
		expect(() => readFileSync(path.join(projectFolder, name))).not.toThrow(/ENOENT/);
	}
});
