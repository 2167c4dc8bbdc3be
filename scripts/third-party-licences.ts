import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';

const packageSchema = z.object({
	name: z.string(),
	version: z.string(),
	license: z.string(),
	author: z
		.union([z.string(), z.object({name: z.string()}).transform(({name}) => name)])
		.optional(),
});

type Package = z.infer<typeof packageSchema>;

const licenceFile = /^(?:licen[cs]e|copying|notice)/i;
const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

const mitTerms = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

// Some packages name the MIT licence and hold no copy of it (yoga-layout).
function standInText({name, license, author}: Package): string {
	if (license !== 'MIT' || author === undefined) {
		throw new Error(`${name} (${license}) would be shipped without the text of its licence`);
	}

	return `Copyright (c) ${author}\n\n${mitTerms}`;
}

async function readLicence(
	folder: string,
): Promise<{readonly title: string; readonly text: string}> {
	const described = packageSchema.parse(
		JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')),
		{error: () => `${folder}/package.json does not say what may be shipped, and under which terms`},
	);
	const names = (await readdir(folder)).filter(file => licenceFile.test(file)).toSorted();
	const texts = await Promise.all(names.map(file => readFile(path.join(folder, file), 'utf8')));
	return {
		title: `${described.name} ${described.version} (${described.license})`,
		text: texts.length === 0 ? standInText(described) : texts.map(tidy).join('\n\n'),
	};
}

function tidy(text: string): string {
	return text.replaceAll('\r\n', '\n').trim();
}

/**
 * The licences of every package that something was bundled from, as one text in the order of the
 * packages' names.
 *
 * @param bundledPaths Relative to `root`, with `/`, as esbuild's metafile names its inputs.
 * @throws When a package declares no licence or its text is not to be had.
 */
export async function thirdPartyLicences(
	root: string,
	bundledPaths: readonly string[],
): Promise<string> {
	const folders = new Set(bundledPaths.flatMap(bundled => packageFolder.exec(bundled)?.[1] ?? []));
	const licences = await Promise.all(
		[...folders].map(folder => readLicence(path.join(root, folder))),
	);
	const sections = licences
		.toSorted((a, b) => a.title.localeCompare(b.title, 'en'))
		.map(({title, text}) => `${title}\n${'-'.repeat(title.length)}\n\n${text}\n`);
	return [
		'Recscribe is bundled with code from the packages below, each under its own licence.\n',
		...sections,
	].join('\n\n');
}
