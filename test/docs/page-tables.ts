import {readFileSync} from 'node:fs';
import path from 'node:path';
import {projectFolder} from '../support/program.ts';

/** One page of `docs/`, as it is written. */
export function readPage(name: string): string {
	return readFileSync(path.join(projectFolder, 'docs', name), 'utf8');
}

/** The cells of the table rows of one section, the headings of its columns first. */
export function rowsOf(text: string, heading: string): readonly (readonly string[])[] {
	const [, section = ''] = text.split(`${heading}\n`);
	const [own = ''] = section.split(/\n##/);
	return own
		.split('\n')
		.filter(line => line.startsWith('| ') && !line.startsWith('|--'))
		.map(line =>
			line
				.split('|')
				.slice(1, -1)
				.map(cell => cell.trim()),
		);
}
