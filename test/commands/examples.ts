import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {projectFolder} from '../support/program.ts';
import {runCommand} from '../support/run-command.ts';

/** The help of `recscribe` and of each command, and of each command of those: `config set`. */
export async function readHelpPages(): Promise<ReadonlyMap<string, string>> {
	const pages = new Map<string, string>();
	async function read(command: readonly string[]): Promise<void> {
		const {stdout, exitCode} = await runCommand([...command, '--help']);
		if (exitCode !== 0) {
			throw new Error(`recscribe ${command.join(' ')} --help ended with ${exitCode}`);
		}

		pages.set(command.join(' '), stdout);
		const [, list = ''] = stdout.split('\nCommands:\n');
		const names = [...list.matchAll(/^ {2}([a-z][\w-]*) /gm)].map(([, name = '']) => name);
		for (const name of names.filter(each => each !== 'help')) {
			await read([...command, name]);
		}
	}

	await read([]);
	return pages;
}

/** The examples with which a help page begins. */
export function examplesOf(page: string): readonly string[] {
	const [examples = ''] = page.split('\nUsage:');
	return examples
		.split('\n')
		.filter(line => line.startsWith('  recscribe'))
		.map(withoutRemark);
}

const documents = [
	'README.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	...readdirSync(path.join(projectFolder, 'docs'))
		.filter(name => name.endsWith('.md'))
		.map(name => path.join('docs', name)),
];

/** What the documents show in blocks for a shell. */
export function readDocumentExamples(): readonly string[] {
	return documents.flatMap(name =>
		[...readDocument(name).matchAll(/^```sh\n([\s\S]*?)^```/gm)]
			.flatMap(([, block = '']) => block.split('\n'))
			.filter(line => line.startsWith('recscribe'))
			.map(withoutRemark),
	);
}

/** What the documents mention within a sentence. */
export function readMentions(): readonly string[] {
	return documents.flatMap(name =>
		[...readDocument(name).matchAll(/`(recscribe [^`]+)`/g)].map(([, mention = '']) => mention),
	);
}

function readDocument(name: string): string {
	return readFileSync(path.join(projectFolder, name), 'utf8');
}

/** Without what it is for, which stands behind it. */
function withoutRemark(line: string): string {
	return line.trim().split(/ {2,}/)[0] ?? '';
}
