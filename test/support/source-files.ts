import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {projectFolder} from './program.ts';

export type Import = {
	/** A file of the project (`source/errors.ts`), or what a package or Node's own module is called. */
	readonly from: string;
	/** Erased before the program runs. */
	readonly isTypeOnly: boolean;
};

export type SourceFile = {
	/** Relative to the project, with `/`: `source/errors.ts` */
	readonly name: string;
	readonly text: string;
	readonly imports: readonly Import[];
};

const importPattern =
	/^(?:import|export)\s(?<clause>[^;'"]*?)\sfrom '(?<from>[^']+)'|^import '(?<bare>[^']+)'|\bimport\('(?<dynamic>[^']+)'\)/gm;

// `import type {A}`, or braces in which every name is marked as a type.
function isTypeClause(clause: string): boolean {
	const names = /^\{(?<names>[\s\S]*)\}$/.exec(clause)?.groups?.['names'];
	const isEachName = names
		?.split(',')
		.filter(name => name.trim() !== '')
		.every(name => /^\s*type\s/.test(name));
	return /^type\s/.test(clause) || isEachName === true;
}

function resolve(importer: string, from: string): string {
	return from.startsWith('.') ? path.posix.join(path.posix.dirname(importer), from) : from;
}

/** What the text of a file imports; `name` is its path in the project. */
export function parseSourceFile(name: string, text: string): SourceFile {
	const imports = [...text.matchAll(importPattern)].map(({groups = {}}) => ({
		from: resolve(name, groups['from'] ?? groups['bare'] ?? groups['dynamic'] ?? ''),
		isTypeOnly: isTypeClause(groups['clause'] ?? ''),
	}));
	return {name, text, imports};
}

/** Every TypeScript file in a folder of the project, by name. */
export function readSourceFiles(folder: string): readonly SourceFile[] {
	return readdirSync(path.join(projectFolder, folder), {recursive: true, encoding: 'utf8'})
		.filter(name => /\.tsx?$/.test(name))
		.map(name => path.posix.join(folder, name.replaceAll(path.sep, '/')))
		.toSorted()
		.map(name => parseSourceFile(name, readFileSync(path.join(projectFolder, name), 'utf8')));
}
