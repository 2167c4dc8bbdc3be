import {type Sandbox, type SandboxOptions, startSandbox} from '../../source/sandbox/sandbox.ts';
import {
	createIsolatedEnvironment,
	type IsolatedEnvironment,
} from '../support/isolated-environment.ts';
import {keys} from '../support/keys.ts';
import {runCommand} from '../support/run-command.ts';
import {type OpenTerminal, openTerminal, type TerminalOptions} from '../support/terminal.ts';

/** Somebody who is set up with a sandbox, which is done with a recording at once. */
export type Person = {
	readonly sandbox: Sandbox;
	readonly environment: IsolatedEnvironment;
	/** The newest meeting of the first user, by the command: then its transcript is in the library. */
	readonly transcribeFirstChoice: () => Promise<void>;
	/** Opens the full screen and goes on to this place. To be closed by the test. */
	readonly openAt: (place: Place, options?: TerminalOptions) => Promise<OpenTerminal>;
	readonly close: () => Promise<void>;
};

export type Place = 'users' | 'dates' | 'other dates' | 'meetings' | 'transcript' | 'export';

/** From one screen to the next: what is pressed, and by what one knows that one is there. */
const ways: Readonly<Record<Place, readonly [from: Place | undefined, key: string, seen: RegExp]>> =
	{
		users: [undefined, '', /^ 14 people$/m],
		dates: ['users', keys.enter, /which days\?/],
		'other dates': ['dates', keys.end + keys.enter, /First and last day/],
		meetings: ['dates', keys.enter, /^ \d+ meetings, newest first$/m],
		transcript: ['meetings', keys.enter, /By what Zoom heard[\s\S]* \/ 23:45 · /],
		export: ['transcript', '.', /Plain text/],
	};

async function go(terminal: OpenTerminal, place: Place): Promise<void> {
	const [from, key, seen] = ways[place];
	if (from !== undefined) {
		await go(terminal, from);
	}

	terminal.write(key);
	await terminal.waitFor(seen);
}

/** To be closed by whoever asked for it. */
export async function createPerson(options: SandboxOptions = {}): Promise<Person> {
	const sandbox = await startSandbox({processingMs: 1, ...options});
	const environment = createIsolatedEnvironment();
	const variables = sandbox.environment;
	return {
		sandbox,
		environment,
		async transcribeFirstChoice() {
			const {uuid} = sandbox.world.find('first-choice');
			await runCommand(['transcribe', uuid], {environment, variables});
		},
		async openAt(place, options = {}) {
			const terminal = openTerminal([], {environment, variables, ...options});
			try {
				await go(terminal, place);
				return terminal;
			} catch (error) {
				await terminal.close();
				throw error;
			}
		},
		async close() {
			await sandbox.close();
			environment.remove();
		},
	};
}
