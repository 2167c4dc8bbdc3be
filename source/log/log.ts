import {
	closeSync,
	constants,
	fstatSync,
	mkdirSync,
	openSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {isAbort, UserError} from '../errors.ts';
import {onLogEvent} from '../log-events.ts';
import {safeText} from '../safe-text.ts';
import {describeEvent, describeFault, type LogLine} from './describe-event.ts';
import {createRedact, type Redact, withoutQuotes} from './redact.ts';

export type Log = {
	/** These values are taken out of every line from now on, however they are written. */
	readonly hide: (secrets: Iterable<string>) => void;
	/** Tells how the program ended. Never throws. */
	readonly end: (exitCode: number | undefined) => void;
	/** Tells of an error. A bug is written to a report of its own: its path, undefined where that can't be. */
	readonly fail: (error: unknown) => string | undefined;
};

export type LogOptions = {
	/** Where to write lines; undefined: nowhere, and only the last ones are kept for a report. */
	readonly file: string | undefined;
	/** Where reports of bugs are kept. */
	readonly reportFolder: () => string;
	readonly version: string;
	/** The name of the command alone, without what was given to it. */
	readonly command: string;
};

const mostEvents = 50;
const mostReports = 10;

/**
 * A log that can be sent to somebody: requests without secrets, bodies and queries, what happened to
 * jobs, and errors; nothing that was said, nobody's name.
 *
 * @throws {UserError} when the file can't be written.
 */
export async function openLog(options: LogOptions): Promise<Log> {
	const {version, command, reportFolder} = options;
	const secrets = new Set<string>();
	let redact: Redact = createRedact(secrets);
	const recent: LogLine[] = [];
	const write = options.file === undefined ? () => undefined : await openFile(options.file);

	function tell(level: Level, line: LogLine): void {
		const safe = redactLine(line, redact);
		recent.push({time: new Date().toISOString(), ...safe});
		recent.splice(0, recent.length - mostEvents);
		write(level, safe);
	}

	tell('info', {
		event: 'start',
		version,
		node: process.version,
		platform: `${process.platform} ${process.arch}`,
		command,
	});
	onLogEvent(event => tell('info', describeEvent(event)));
	return {
		hide(more) {
			for (const secret of more) {
				secrets.add(secret);
			}

			redact = createRedact(secrets);
		},
		end: exitCode => tell('info', {event: 'end', exitCode: exitCode ?? 0}),
		fail(error) {
			const line = redactLine(describeFault(error, withoutQuotes), redact);
			tell('error', line);
			return isAbort(error) || line.event !== 'bug'
				? undefined
				: keepReport(reportFolder, {version, node: process.version, command, ...line, recent});
		},
	};
}

function redactLine(line: LogLine, redact: Redact): LogLine {
	return Object.fromEntries(
		Object.entries(line).map(([name, value]) => [
			name,
			typeof value === 'string' ? redact(value) : value,
		]),
	) as LogLine;
}

type Level = 'info' | 'error';
type Write = (level: Level, line: LogLine) => void;

/** For its owner alone, and not by a link that leads elsewhere. */
function openPrivate(file: string): number {
	const {O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW = 0} = constants;
	const handle = openSync(file, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
	if (!fstatSync(handle).isFile() && !fstatSync(handle).isCharacterDevice()) {
		closeSync(handle);
		throw new Error('it is no file');
	}

	return handle;
}

async function openFile(file: string): Promise<Write> {
	let handle: number;
	try {
		handle = openPrivate(path.resolve(file));
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
		const reason = code === 'ELOOP' ? 'it is a link' : (code ?? String(error));
		throw new UserError(`The log can’t be written to ${safeText(file)}: ${safeText(reason)}`, {
			code: 'usage',
			hint: 'Give another file after --log-file, or in RECSCRIBE_LOG.',
		});
	}

	const {default: pino} = await import('pino');
	const destination = pino.destination({fd: handle, sync: true});
	// A disk that is full by now is no reason to stop.
	destination.on('error', () => undefined);
	const logger = pino(
		{
			base: {pid: process.pid},
			timestamp: pino.stdTimeFunctions.isoTime,
			redact: ['*.authorization'],
		},
		destination,
	);
	return (level, line) => logger[level](line);
}

/** The report's path; undefined where it can't be written. */
function keepReport(folderOf: () => string, report: object): string | undefined {
	try {
		const folder = folderOf();
		mkdirSync(folder, {recursive: true, mode: 0o700});
		const stamp = new Date().toISOString().replace(/[:.]/g, '-');
		const file = path.join(folder, `crash-${stamp}-${process.pid}.json`);
		writeFileSync(file, `${JSON.stringify(report, undefined, '\t')}\n`, {mode: 0o600, flag: 'wx'});
		const kept = readdirSync(folder)
			.filter(name => /^crash-.*\.json$/.test(name))
			.toSorted();
		for (const name of kept.slice(0, -mostReports)) {
			rmSync(path.join(folder, name), {force: true});
		}

		return file;
	} catch {
		// Then the bug itself is all there is to be shown.
		return undefined;
	}
}
