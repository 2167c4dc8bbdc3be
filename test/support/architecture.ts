import type {Import, SourceFile} from './source-files.ts';

/** From the ground up. What stands on a floor knows only the floors below it, and not its neighbours. */
const floors: readonly (readonly string[])[] = [
	[
		'child-environment',
		'errors',
		'home-folder',
		'log-events',
		'measures',
		'notice-board',
		'safe-text',
		'terminal-sequences',
	],
	['parse-json', 'private-files'],
	['transcripts'],
	['http', 'log', 'questions', 'reject-foreign'],
	['assemblyai', 'exports', 'library', 'settings', 'zoom'],
	['jobs', 'setup'],
	['date-presets', 'kept-transcripts', 'open-recording'],
	['services'],
	['transcript-files'],
	['program'],
	['commands', 'tui'],
	['cli'],
];

/** Neither reads, writes nor asks anybody anything. */
const purePackages: ReadonlySet<string> = new Set(['docx', 'string-width', 'zod']);

/** Who alone may import a package or a module of Node. */
const owners: ReadonlyMap<RegExp, readonly string[]> = new Map([
	[/^(?:ink|react)(?:\/|$)/, ['tui']],
	[/^@inquirer\//, ['questions', 'setup']],
	[/^jose$/, ['zoom', 'sandbox']],
	[/^ky$/, ['http', 'zoom', 'assemblyai']],
	[/^conf$/, ['settings']],
	[/^pino$/, ['log']],
	[/^node:sqlite$/, ['library']],
	[/^(?:hono|@hono\/)/, ['sandbox']],
]);

const forbiddenNames = /(?:^|\/)(?:utils?|helpers?|common|misc|types)(?=[./]|$)/;

/** The folder or file right below `source/` that a file belongs to: `zoom`, `cli`; undefined elsewhere. */
function partOf(name: string): string | undefined {
	return /^source\/([^/.]+)/.exec(name)?.[1];
}

function floorOf(part: string): number {
	return floors.findIndex(parts => parts.includes(part));
}

type Project = ReadonlyMap<string, SourceFile>;

function isPure(name: string, project: Project, seen: ReadonlySet<string> = new Set()): boolean {
	const file = project.get(name);
	if (file === undefined || seen.has(name)) {
		return file !== undefined || purePackages.has(name);
	}

	const withThis = new Set([...seen, name]);
	return file.imports.every(({from, isTypeOnly}) => isTypeOnly || isPure(from, project, withThis));
}

/** Why one part must not import from another; undefined when it may. */
function whyNotPart(importer: string, imported: string): string | undefined {
	if (importer === imported || importer === 'cli') {
		return undefined;
	}

	if (importer === 'sandbox' || imported === 'sandbox') {
		return 'the sandbox stands beside the house, and only cli starts it';
	}

	const [from, to] = [floorOf(importer), floorOf(imported)];
	if (from === -1 || to === -1) {
		return `${from === -1 ? importer : imported} stands on no floor`;
	}

	return to < from
		? undefined
		: `${imported} stands ${to === from ? 'beside' : 'above'} ${importer}`;
}

function whyNotFile(importer: string, imported: Import, project: Project): string | undefined {
	const part = partOf(imported.from);
	if (part === undefined) {
		return imported.from.startsWith('test/') || imported.from.startsWith('scripts/')
			? 'it is no part of the program'
			: undefined;
	}

	const isFace = importer === 'tui' || importer === 'commands';
	// What asks on a terminal is made for both faces; and whoever starts a program needs its environment.
	const isForFaces = part === 'setup' || part === 'questions' || part === 'child-environment';
	if (isFace && !isForFaces && floorOf(part) < floorOf('services')) {
		return imported.isTypeOnly || isPure(imported.from, project)
			? undefined
			: 'below services, only types and what does no I/O';
	}

	return whyNotPart(importer, part);
}

function whyNotPackage(importer: string, {from}: Import): string | undefined {
	const parts = [...owners].find(([name]) => name.test(from))?.[1];
	return parts === undefined || parts.includes(importer)
		? undefined
		: `that is for ${parts.join(', ')} alone`;
}

function findImportFaults(file: SourceFile, project: Project): readonly string[] {
	const importer = partOf(file.name) ?? '';
	return file.imports.flatMap(imported => {
		const why = whyNotFile(importer, imported, project) ?? whyNotPackage(importer, imported);
		return why === undefined ? [] : [`${file.name} imports ${imported.from}: ${why}`];
	});
}

// What is printed goes through `createOutput`, which lets nothing through that does more than show.
function findPrintFaults({name, text}: SourceFile): readonly string[] {
	return !name.startsWith('source/sandbox/') &&
		/\bprocess\.std(?:out|err)\.write\b|\bconsole\./.test(text)
		? [`${name} writes to the process's own streams: print by commands/output`]
		: [];
}

// By name, zod brings the error messages of fifty languages along: half a megabyte to load.
function findZodFaults({name, text}: SourceFile): readonly string[] {
	return /^import (?!type\b|\* as )[^;]* from 'zod';/m.test(text)
		? [`${name} imports zod by name: "import * as z" bundles only what is used`]
		: [];
}

const ofAService = /^source\/(?:zoom|assemblyai)\//;

/** The kinds themselves; and what only says what Recscribe prints. */
const sayWhatStringsAre = /^source\/(?:http\/lenient|commands\/json-shapes|sandbox\/.*)\.ts$/;

const stringSchema =
	/^.*\bz\s*\.\s*(?:string|coerce|any|json|custom|url|email|templateLiteral|stringFormat)\b.*$/gm;

/** Strings that have a name for what they are: clean, what a person has asked for, or kept settings. */
const namedKind =
	/^(?:export )?const (?:\w+ = z\.string\(\)\.transform\(.*safeText\b|(?:wish|wishes|filled|serviceUrl) = )/;

// Else an id or an address would be shown with whatever it holds.
function findStringFaults({name, text}: SourceFile): readonly string[] {
	const declared = [...text.matchAll(stringSchema)].map(([line]) => line);
	if (ofAService.test(name) && (declared.length > 0 || /\bz\s*\.\s*record\b/.test(text))) {
		return [`${name} declares a string of its own: a service's strings come by http/lenient alone`];
	}

	return declared.every(line => namedKind.test(line)) || sayWhatStringsAre.test(name)
		? []
		: [`${name} reads a string of no named kind: say whether it is clean, a wish or a setting`];
}

const readsOthersJson =
	/^source\/(?:assemblyai|http|kept-transcripts|transcript-files|transcripts|zoom)\b/;

// A few megabytes of brackets, and V8 ends the program.
function findJsonFaults({name, text}: SourceFile): readonly string[] {
	return readsOthersJson.test(name) && /\bJSON\.parse\b|\.json\(\)/.test(text)
		? [`${name} reads JSON of somebody else's without limits: by parse-json`]
		: [];
}

/** Every way in which the files of `source/` break the plan of the house, as sentences. */
export function findFaults(files: readonly SourceFile[]): readonly string[] {
	const project = new Map(files.map(file => [file.name, file]));
	return files.flatMap(file => [
		...findImportFaults(file, project),
		...(partOf(file.name) !== 'cli' && /\bprocess\.exit\(/.test(file.text)
			? [`${file.name} calls process.exit: only cli ends the program`]
			: []),
		...findPrintFaults(file),
		...findZodFaults(file),
		...findStringFaults(file),
		...findJsonFaults(file),
		...findNameFaults(file.name),
	]);
}

/** A name that says nothing about what is inside. */
export function findNameFaults(name: string): readonly string[] {
	return forbiddenNames.test(name) ? [`${name} has a name that says nothing`] : [];
}
