import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {build, type Plugin} from 'esbuild';
import type {NamedFile} from './replace-folder.ts';

export type BundleOptions = {
	/** The folder that holds `node_modules`, and that paths are relative to. */
	readonly root: string;
	/** The source file to start from, relative to `root`: `source/cli.ts`. */
	readonly entry: string;
};

export type Bundle = {
	/** Entry last: whoever finds it written finds everything it imports written too. */
	readonly outputs: readonly NamedFile[];
	/** Every file that something of went into the outputs, relative to `root`. */
	readonly bundledPaths: readonly string[];
};

// Ink imports the optional react-devtools-core when DEV=true; a shipped program has no use for it.
const withoutDevtools: Plugin = {
	name: 'without-devtools',
	setup(build) {
		build.onLoad({filter: /[\\/]ink[\\/]build[\\/]devtools\.js$/}, () => ({contents: ''}));
	},
};

// Yoga asks fetch() for the bytes that it holds itself, as a data: address, and that alone loads all
// of Node's HTTP client: half of an Ink program's start. Without fetch it decodes them at once.
const yogaWithoutFetch: Plugin = {
	name: 'yoga-without-fetch',
	setup(build) {
		build.onLoad({filter: /[\\/]yoga-wasm-base64-esm\.js$/}, async ({path: file}) => ({
			contents: `const fetch = undefined;\n${await readFile(file, 'utf8')}`,
		}));
	},
};

/** Puts `after` in place of `before`, which has to be there: a newer version may be written otherwise. */
function replaceIn(text: string, before: string, after: string): string {
	if (!text.includes(before)) {
		throw new Error(`There is no ${before} any more: see what has become of it`);
	}

	return text.replace(before, () => after);
}

// Two thirds of what string-width costs a start go to a pattern of thousands of emoji, made when it is
// loaded and again when it is first asked about anything but ASCII: 75 ms. So it is made when it is
// needed, and the Latin letters, punctuation, lines and signs that screens are drawn with, each as wide
// as its cell and none joined to its neighbour, do without it.
const stringWidthWithoutDelay: Plugin = {
	name: 'string-width-without-delay',
	setup(build) {
		build.onLoad({filter: /[\\/]string-width[\\/]index\.js$/}, async ({path: file}) => {
			const text = await readFile(file, 'utf8');
			const withoutPattern = replaceIn(
				text,
				'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
				"const rgiEmojiRegex = {test: text => (rgiEmojiRegex.made ??= new RegExp('^\\\\p{RGI_Emoji}$', 'v')).test(text)};",
			);
			return {
				contents: replaceIn(
					withoutPattern,
					'/^[\\u0020-\\u007E]*$/',
					'/^[\\u0020-\\u007E\\u00A1-\\u00AC\\u00AE-\\u02FF\\u2010-\\u2027\\u2030-\\u205E\\u2190-\\u21FF\\u2500-\\u25FC\\u2713-\\u2718\\u276F\\u2800-\\u28FF]*$/',
				),
			};
		});
	},
};

// What is made of several code points (Devanagari, joined emoji) is as wide as each terminal thinks, so
// behind it no column is sure. Where a gap follows, what stands behind that is given its column; and a row
// with such a jump in it is painted as a whole, where Ink would go to its first changed cell.
const inkGoesToSureColumns: Plugin = {
	name: 'ink-goes-to-sure-columns',
	setup(build) {
		const sureColumns = path.join(import.meta.dirname, '..', 'source', 'tui', 'sure-columns.ts');
		build.onLoad({filter: /[\\/]ink[\\/]build[\\/]output\.js$/}, async ({path: file}) => ({
			contents: `import {toSureColumns} from ${JSON.stringify(sureColumns)};\n${replaceIn(
				await readFile(file, 'utf8'),
				'return styledCharsToString(lineWithoutEmptyItems).trimEnd();',
				'return toSureColumns(lineWithoutEmptyItems, styledCharsToString);',
			)}`,
		}));
	},
};

// It asks for the home folder as soon as it is loaded, which throws where there is none: before anything
// could be said about it, and also where the settings are kept elsewhere.
const envPathsWithoutHome: Plugin = {
	name: 'env-paths-without-home',
	setup(build) {
		build.onLoad({filter: /[\\/]env-paths[\\/]index\.js$/}, async ({path: file}) => ({
			contents: replaceIn(
				await readFile(file, 'utf8'),
				'const homedir = os.homedir();',
				"let homedir = '';\ntry {\n\thomedir = os.homedir();\n} catch {}",
			),
		}));
	},
};

// It would load a tenth of Node for commands that are programs of their own: there are none.
const commanderWithoutChildren: Plugin = {
	name: 'commander-without-children',
	setup(build) {
		build.onLoad({filter: /[\\/]commander[\\/]lib[\\/]command\.js$/}, async ({path: file}) => ({
			contents: replaceIn(
				await readFile(file, 'utf8'),
				"import childProcess from 'node:child_process';",
				'const childProcess = undefined;',
			),
		}));
	},
};

const getBuiltin = 'globalThis.process.getBuiltinModule';

/**
 * Takes Node's own modules without an import: for each name that could be imported of one, Node would read
 * it, and so load what a getter promises (workers, diffs, readline), 10 ms of every start.
 */
function takeBuiltins(text: string): string {
	return text.replace(
		/^import ([^;"']+) from "(node:[\w/]+)";/gm,
		(_, wanted: string, name: string) => {
			const [, alone = '', named = ''] =
				/^(?:\* as )?([\w$]+)?(?:, )?(\{[^}]*\})?$/.exec(wanted) ?? [];
			const names = [alone, named.replaceAll(' as ', ': ')].filter(part => part !== '');
			if (names.length === 0) {
				throw new Error(`There is another kind of import now: ${wanted}`);
			}

			return names.map(part => `const ${part} = ${getBuiltin}("${name}");`).join(' ');
		},
	);
}

// Every piece of text on a screen is a text node, and Ink hands each one through this line: behind it
// nothing is drawn that would do more than show. Ink itself lets colours and OSC sequences through.
const inkDrawsSafeText: Plugin = {
	name: 'ink-draws-safe-text',
	setup(build) {
		const safeText = path.join(import.meta.dirname, '..', 'source', 'safe-text.ts');
		build.onLoad(
			{filter: /[\\/]ink[\\/]build[\\/]squash-text-nodes\.js$/},
			async ({path: file}) => ({
				contents: `import {fitForTerminal} from ${JSON.stringify(safeText)};\n${replaceIn(
					await readFile(file, 'utf8'),
					'nodeText = childNode.nodeValue;',
					'nodeText = fitForTerminal(childNode.nodeValue);',
				)}`,
			}),
		);
	},
};

/**
 * Bundles the program and what it needs from `node_modules`, for Node 22 and later. A dynamic
 * `import()` becomes a file of its own, so a command loads only what it uses.
 *
 * Not minified and without source maps: names and the path of each source file stay readable in
 * `dist/`, so a stack trace says where it comes from, at a third of the size of the maps.
 */
export async function bundle({root, entry}: BundleOptions): Promise<Bundle> {
	const result = await build({
		absWorkingDir: root,
		entryPoints: [entry],
		outdir: 'dist',
		chunkNames: 'chunks/[name]-[hash]',
		bundle: true,
		splitting: true,
		write: false,
		metafile: true,
		format: 'esm',
		platform: 'node',
		target: 'node22',
		jsx: 'automatic',
		minifySyntax: true,
		legalComments: 'eof',
		logLevel: 'warning',
		define: {'process.env.NODE_ENV': '"production"'},
		plugins: [
			withoutDevtools,
			yogaWithoutFetch,
			stringWidthWithoutDelay,
			inkGoesToSureColumns,
			envPathsWithoutHome,
			commanderWithoutChildren,
			inkDrawsSafeText,
		],
		// Node 22 has both; else each of them would become a `new RegExp()`, made anew at every use.
		supported: {'regexp-unicode-property-escapes': true, 'regexp-set-notation': true},
		// CommonJS dependencies (signal-exit, stack-utils) call require() for Node's own modules.
		banner: {js: `const require = ${getBuiltin};`},
	});
	const outputs = result.outputFiles.map(({path: file, contents}) => ({
		name: path.relative(path.join(root, 'dist'), file),
		contents: Buffer.from(takeBuiltins(Buffer.from(contents).toString())),
	}));
	const isEntry = ({name}: NamedFile) => !name.startsWith('chunks');
	const bundledPaths = Object.values(result.metafile.outputs).flatMap(output =>
		Object.entries(output.inputs)
			.filter(([, {bytesInOutput}]) => bytesInOutput > 0)
			.map(([input]) => input),
	);
	return {
		outputs: outputs.toSorted((a, b) => Number(isEntry(a)) - Number(isEntry(b))),
		bundledPaths: [...new Set(bundledPaths)].toSorted(),
	};
}
