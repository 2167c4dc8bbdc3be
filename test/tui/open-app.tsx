import type {ReactNode} from 'react';
import stringWidth from 'string-width';
import type {UserError} from '../../source/errors.ts';
import type {Program, Safekeeping} from '../../source/program.ts';
import type {Settings} from '../../source/settings/settings.ts';
import type {Protection} from '../../source/settings/settings-file.ts';
import type {ServiceName} from '../../source/setup/credential-state.ts';
import type {OpenedFile} from '../../source/transcript-files/open-transcript-file.ts';
import {App} from '../../source/tui/app.tsx';
import {FileApp} from '../../source/tui/file-app.tsx';
import type {Meeting, User} from '../../source/zoom/recordings.ts';
import {keys} from '../support/keys.ts';
import {type RenderedScreen, renderScreen, type ScreenOptions} from '../support/render.ts';
import {createFakeServices, type FakeServices, settings} from './fake-services.ts';
import {ada} from './things.ts';

/** Both sizes that every screen has to work at: the usual one and the smallest. */
export const sizes: ReadonlyArray<{readonly columns: number; readonly rows: number}> = [
	{columns: 80, rows: 24},
	{columns: 60, rows: 15},
];

export type OpenedApp = RenderedScreen & {
	readonly services: FakeServices;
	/** The screen's rows, without blanks at their ends. */
	readonly rows: () => readonly string[];
	/** What is wrong with the frame as such: its size, its first and its last row; empty if nothing. */
	readonly frameFaults: () => readonly string[];
};

export type FakeProgram = Program & {
	readonly services: FakeServices;
	/** What is configured now. */
	settings: Settings;
	diagnose: Program['diagnose'];
	/** What is still to be said. */
	readonly notices: string[];
	/** What keeps the settings. */
	safekeeping: Safekeeping;
	/** Which services were asked for. */
	readonly asked: ServiceName[];
	/** What the person decides when asked. */
	onAsk: (service: ServiceName) => Promise<void> | void;
	sandbox: Program | undefined;
};

/** A plain file, and a keychain that can be used unless there is a problem with it. */
export function createFakeSafekeeping(problem?: UserError): Safekeeping {
	let by: Protection = 'file';
	return {
		protection: () => by,
		findKeychainProblem: async () => problem,
		async protect(other) {
			if (problem !== undefined) {
				throw problem;
			}

			by = other;
			return [];
		},
		findSealProblem: () => undefined,
		setAsideSealed: () => [],
	};
}

export function createFakeProgram(changes: {readonly isSandbox?: boolean} = {}): FakeProgram {
	const services = createFakeServices();
	const program: FakeProgram = {
		services,
		settings,
		safekeeping: createFakeSafekeeping(),
		notices: [],
		asked: [],
		onAsk: () => undefined,
		sandbox: undefined,
		isSandbox: changes.isSandbox ?? false,
		load() {
			throw new Error('No screen asks for the store');
		},
		readSettings: () => program.settings,
		takeNotices: () => program.notices.splice(0),
		openSafekeeping: () => program.safekeeping,
		openServices: () => services,
		async ask(service) {
			program.asked.push(service);
			await program.onAsk(service);
		},
		diagnose() {
			throw new Error('No screen behind setup asks for a diagnosis');
		},
		async enterSandbox() {
			return program.sandbox ?? createFakeProgram({isSandbox: true});
		},
		close: async () => undefined,
	};
	return program;
}

/** Opens the whole screen over a program that is set up, unless another is given. */
export function openApp(options: ScreenOptions & {readonly program?: FakeProgram} = {}): OpenedApp {
	const {program = createFakeProgram(), ...size} = options;
	return openScreen(<App program={program} />, program.services, size);
}

/** Opens the whole screen for one file. */
export function openFile(file: OpenedFile, size: ScreenOptions = {}): OpenedApp {
	const services = createFakeServices();
	return openScreen(<FileApp file={file} delivery={services} />, services, size);
}

function openScreen(
	node: ReactNode,
	services: FakeServices,
	{columns = 80, rows: rowCount = 24}: ScreenOptions,
): OpenedApp {
	const rendered = renderScreen(node, {columns, rows: rowCount});
	const rows = () =>
		rendered
			.screen()
			.split('\n')
			.map(row => row.trimEnd());
	return {
		...rendered,
		services,
		rows,
		frameFaults: () => findFrameFaults(rows(), {columns, rows: rowCount}),
	};
}

function findFrameFaults(
	rows: readonly string[],
	size: {readonly columns: number; readonly rows: number},
): readonly string[] {
	const tooWide = rows.filter(row => stringWidth(row) > size.columns);
	return [
		...(rows.length === size.rows ? [] : [`${rows.length} rows`]),
		...(rows[0]?.startsWith(' recscribe') === true ? [] : [`top line: ${rows[0]}`]),
		...(rows[1] === '─'.repeat(size.columns) ? [] : [`rule: ${rows[1]}`]),
		...(/^ \S/.test(rows.at(-1) ?? '') ? [] : [`bottom line: ${rows.at(-1)}`]),
		...tooWide.map(row => `too wide: ${row}`),
	];
}

/** Opens it and goes on to the list of this user's meetings of the last 30 days. */
export async function openMeetings(
	meetings: readonly Meeting[],
	options: ScreenOptions & {readonly program?: FakeProgram; readonly user?: User} = {},
): Promise<OpenedApp> {
	const app = await openDates(options);
	app.services.meetings.give({
		meetings,
		searched: {from: '2026-10-26', to: '2026-11-24'},
		windowsDone: 1,
		windowsTotal: 1,
	});
	app.services.meetings.end();
	await app.press(keys.enter);
	await app.waitFor(meetings.length === 0 ? 'no cloud recordings' : 'newest first');
	return app;
}

/** Opens it with one user, who needs no choosing. */
export async function openDates({
	user = ada,
	...options
}: ScreenOptions & {
	readonly program?: FakeProgram;
	readonly user?: User;
} = {}): Promise<OpenedApp> {
	const app = openApp(options);
	app.services.users.give({users: [user], total: 1});
	app.services.users.end();
	await app.waitFor('which days?');
	return app;
}
