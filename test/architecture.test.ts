import {expect, test} from 'vitest';
import {findFaults, findNameFaults} from './support/architecture.ts';
import {parseSourceFile, readSourceFiles} from './support/source-files.ts';

function findFaultsOf(files: Readonly<Record<string, string>>): readonly string[] {
	return findFaults(Object.entries(files).map(([name, text]) => parseSourceFile(name, text)));
}

test('imports go down the floors, and each library stays in its own part of the house', () => {
	expect(findFaults(readSourceFiles('source'))).toEqual([]);
});

test('no folder or file has a name that says nothing', () => {
	const names = ['test', 'bench', 'scripts'].flatMap(readSourceFiles).map(({name}) => name);
	expect(names.flatMap(findNameFaults)).toEqual([]);
});

test.each([
	['source/zoom/a.ts', "import type {Job} from '../jobs/jobs.ts';", 'jobs stands above zoom'],
	['source/zoom/a.ts', "import {b} from '../assemblyai/b.ts';", 'assemblyai stands beside zoom'],
	['source/errors.ts', "export {b} from './transcripts/b.ts';", 'transcripts stands above errors'],
	['source/cats/a.ts', "import {b} from '../errors.ts';", 'cats stands on no floor'],
	['source/sandbox/a.ts', "import {b} from '../errors.ts';", 'the sandbox stands beside'],
	['source/services.ts', "await import('./sandbox/b.ts');", 'the sandbox stands beside'],
	['source/jobs/a.ts', "import {Text} from 'ink';", 'that is for tui alone'],
	['source/commands/a.ts', "import 'react/jsx-runtime';", 'that is for tui alone'],
	['source/tui/a.tsx', "import {input} from '@inquirer/prompts';", 'that is for questions, setup'],
	['source/library/a.ts', "import ky from 'ky';", 'that is for http, zoom, assemblyai alone'],
	['source/jobs/a.ts', "import {DatabaseSync} from 'node:sqlite';", 'that is for library alone'],
	['source/tui/a.ts', "import {b} from '../../test/b.ts';", 'it is no part of the program'],
	['source/jobs/a.ts', 'process.exit(1);', 'only cli ends the program'],
	['source/cli/a.ts', 'process.stderr.write(text);', 'print by commands/output'],
	['source/jobs/a.ts', 'console.log(text);', 'print by commands/output'],
	['source/zoom/a.ts', "import {z} from 'zod';", 'imports zod by name'],
	['source/zoom/a.ts', 'z.object({topic: z.string()})', 'by http/lenient alone'],
	['source/assemblyai/a.ts', 'z.object({text: z\n\t.coerce.string()})', 'by http/lenient alone'],
	['source/library/a.ts', 'z.object({id: z.string()})', 'a string of no named kind'],
	['source/commands/a.ts', 'const word = z.string();', 'a string of no named kind'],
	['source/transcripts/a.ts', 'const a = z\n\t.string();', 'a string of no named kind'],
	['source/zoom/a.ts', 'const data: unknown = JSON.parse(text);', 'by parse-json'],
	['source/zoom/utils/a.ts', '', 'a name that says nothing'],
	['source/zoom/helpers.ts', '', 'a name that says nothing'],
])('finds the fault in %s: %s', (name, text, message) => {
	expect(findFaultsOf({[name]: text})).toEqual([expect.stringContaining(message)]);
});

test('strings of a named kind are none of its faults', () => {
	const kinds = ['const text = z.string().transform(safeText);', 'const wish = z.string();'];
	expect(findFaultsOf({'source/library/a.ts': kinds.join('\n')})).toEqual([]);
});

test('the faces may use what is pure below the services, and types, and nothing else', () => {
	const below = {
		'source/zoom/dates.ts': "import * as z from 'zod';\nimport type {A} from './sign-in.ts';",
		'source/zoom/sign-in.ts': "import {createHmac} from 'node:crypto';",
		'source/zoom/facts.ts': "import {\n\tsign,\n} from './sign-in.ts';",
	};
	expect(
		findFaultsOf({
			...below,
			'source/tui/a.tsx': [
				"import {type Facts, type Other} from '../zoom/facts.ts';",
				"import {dates} from '../zoom/dates.ts';",
				"import {services} from '../services.ts';",
			].join('\n'),
		}),
	).toEqual([]);
	expect(
		findFaultsOf({...below, 'source/tui/a.tsx': "import {type A, facts} from '../zoom/facts.ts';"}),
	).toEqual([
		'source/tui/a.tsx imports source/zoom/facts.ts: below services, only types and what does no I/O',
	]);
});
