import {createNoticeBoard, type NoticeBoard} from './notice-board.ts';
import {openServices, type Services} from './services.ts';
import {type Environment, folders} from './settings/folders.ts';
import {type LoadedSettings, loadSettings} from './settings/load-settings.ts';
import type {Settings} from './settings/settings.ts';
import {openSettingsStore, type SettingsStore} from './settings/store.ts';
import type {AskOptions} from './setup/ask-and-keep.ts';
import type {ServiceName} from './setup/credential-state.ts';
import type {Diagnosis} from './setup/diagnosis.ts';

/** What both faces start from: settings that can change while it runs, and the way to services. */
export type Program = {
	readonly isSandbox: boolean;
	/** As they are now, with all that is still to be said. Throws what `loadSettings` throws. */
	readonly load: () => LoadedSettings;
	readonly readSettings: () => Settings;
	/** Sentences that nobody has said yet: what was found, mended or set aside on the way. */
	readonly takeNotices: () => readonly string[];
	/** Throws what `folders` throws. */
	readonly openSafekeeping: () => Safekeeping;
	/** Throws what `openServices` throws. */
	readonly openServices: () => Services;
	/** Asks on the terminal, checks each answer and keeps it; resolves whatever was decided. */
	readonly ask: (service: ServiceName) => Promise<void>;
	/** Looks at everything that Recscribe rests on. Throws what `load` throws, and the signal's reason. */
	readonly diagnose: (signal: AbortSignal) => Promise<Diagnosis>;
	/** The same program on the sandbox's services, with settings and a library of its own. */
	readonly enterSandbox: () => Promise<Program>;
	/** Ends what was started for it: the sandbox's servers. */
	readonly close: () => Promise<void>;
};

/** How the settings are kept from others; also of settings that can't be opened. */
export type Safekeeping = Pick<
	SettingsStore,
	'protection' | 'findKeychainProblem' | 'protect' | 'findSealProblem' | 'setAsideSealed'
>;

export type RunningSandbox = {
	/** The variables that point a client at it. */
	readonly environment: Environment;
	readonly close: () => Promise<void>;
};

export type ProgramOptions = {
	readonly environment: Environment;
	readonly envFilePath: string | undefined;
	readonly startSandbox: () => Promise<RunningSandbox>;
	/** Sentences to show once. */
	readonly notices?: readonly string[];
	/** Says each sentence that is to be said, at once; without it, they wait until they are taken. */
	readonly onNotice?: (sentence: string) => void;
	/** Is told of every secret that was configured, to keep it out of what is written. */
	readonly onSecrets: (secrets: readonly string[]) => void;
};

export function createProgram(options: ProgramOptions): Program {
	const board = createNoticeBoard(options.onNotice);
	board.add(options.notices ?? []);
	return createProgramOn(options, board, undefined);
}

function createProgramOn(
	options: ProgramOptions,
	board: NoticeBoard,
	sandbox: RunningSandbox | undefined,
): Program {
	const {environment, envFilePath, startSandbox, onSecrets} = options;
	let entered: Program | undefined;
	const read = () => {
		const loaded = loadSettings({environment, envFilePath, sandbox: sandbox?.environment});
		onSecrets(listSecrets(loaded.settings));
		board.add(loaded.notices);
		return loaded;
	};
	return {
		isSandbox: sandbox !== undefined,
		load: () => ({...read(), notices: board.take()}),
		readSettings: () => read().settings,
		takeNotices: board.take,
		openSafekeeping: () =>
			openSettingsStore(folders(environment, {isSandbox: sandbox !== undefined}).config),
		openServices() {
			const services = openServices(read());
			board.add(services.notices);
			return {...services, notices: board.take()};
		},
		async ask(service) {
			const {settings, store} = read();
			await askFor[service]({settings, store});
		},
		async diagnose(signal) {
			const {diagnose} = await import('./setup/diagnosis.ts');
			const diagnosis = await diagnose(read().settings, signal);
			board.add(diagnosis.library.notices);
			return diagnosis;
		},
		async enterSandbox() {
			entered ??= createProgramOn(options, board, await startSandbox());
			return entered;
		},
		async close() {
			await entered?.close();
			await sandbox?.close();
		},
	};
}

/** Whatever of the settings opens a door. */
function listSecrets({zoom, assemblyai}: Settings): readonly string[] {
	const {type, ...values} = zoom.credentials ?? {type: undefined};
	const secrets: readonly unknown[] = [...Object.values(values), assemblyai.apiKey];
	return secrets.filter(secret => typeof secret === 'string');
}

// The questions bring their own library along; only a set-up needs it.
const askFor: Readonly<Record<ServiceName, (options: AskOptions) => Promise<unknown>>> = {
	async zoom(options) {
		const {askZoom} = await import('./setup/ask-zoom.ts');
		return askZoom(options);
	},
	async assemblyai(options) {
		const {askAssemblyAI} = await import('./setup/ask-assemblyai.ts');
		return askAssemblyAI(options);
	},
};
