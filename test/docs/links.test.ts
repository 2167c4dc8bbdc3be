import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {projectFolder} from '../support/program.ts';

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'bench/README.md'].concat(
	readdirSync(path.join(projectFolder, 'docs'))
		.filter(name => name.endsWith('.md'))
		.map(name => `docs/${name}`),
);

/** How a heading is called in a link to it. */
function toAnchor(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N} -]/gu, '')
		.replaceAll(' ', '-');
}

test.each(pages)('the links of %s lead somewhere', page => {
	const text = readFileSync(path.join(projectFolder, page), 'utf8');
	const links = [...text.matchAll(/\]\((?!https:)([^)\s]+)\)/g)].map(([, link = '']) => link);
	const broken = links.filter(link => {
		const [name = '', anchor] = link.split('#');
		const target = name === '' ? page : path.posix.normalize(`${path.posix.dirname(page)}/${name}`);
		const file = path.join(projectFolder, target);
		if (!existsSync(file)) {
			return true;
		}

		const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)];
		return anchor !== undefined && !headings.some(([, title = '']) => toAnchor(title) === anchor);
	});
	expect(broken).toEqual([]);
});
