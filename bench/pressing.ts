import {
	createIsolatedEnvironment,
	type IsolatedEnvironment,
} from '../test/support/isolated-environment.ts';
import {keys} from '../test/support/keys.ts';
import {runCommand} from '../test/support/run-command.ts';
import {type OpenTerminal, openTerminal} from '../test/support/terminal.ts';
import {startSandboxProcess} from './big-sandbox.ts';
import {paintNextFrame} from './frames.ts';
import type {Benchmark, Figure} from './measure.ts';

/** What a person takes for at once, in milliseconds. */
const atOnceMs = 50;
const presses = 20;
const jobCount = 1000;

/** Where the cursor of a list stands, without what moves there by itself. */
function cursorOf(screen: string): string | undefined {
	const row = screen
		.split('\n')
		.find(line => line.startsWith('❯') && !line.startsWith('❯ Transcribe'));
	return row?.replace(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/g, '').slice(0, 46);
}

/** From a key that moves the cursor to the frame in which it has moved, the slowest but one of some. */
async function timeMoves(terminal: OpenTerminal): Promise<number> {
	const times: number[] = [];
	for (let press = 0; press < presses; press++) {
		const before = cursorOf(terminal.screen());
		const pressed = performance.now();
		terminal.write(press % 2 === 0 ? keys.down : keys.up);
		times.push((await paintNextFrame(terminal, screen => cursorOf(screen) !== before)) - pressed);
	}

	return times.toSorted((a, b) => a - b).at(-2) ?? Number.NaN;
}

async function go(terminal: OpenTerminal, key: string, seen: string | RegExp): Promise<void> {
	terminal.write(key);
	await terminal.waitFor(seen);
}

const world = {mediaScale: 0.001, extraUsers: 20};

/** A few transcripts to look at. */
async function fillLibrary(environment: IsolatedEnvironment): Promise<void> {
	const sandbox = await startSandboxProcess({...world, processingMs: 1});
	try {
		const options = {environment, variables: sandbox.environment};
		await runCommand(['transcribe', '--json', '--', ...sandbox.uuids.slice(0, 10)], options);
	} finally {
		sandbox.close();
	}
}

/** Does a key still act at once while a thousand recordings are being transcribed? */
export const pressing: Benchmark = {
	name: 'pressing',
	async run() {
		const environment = createIsolatedEnvironment();
		await fillLibrary(environment);
		// Long enough for all of them to be at work while keys are pressed.
		const sandbox = await startSandboxProcess({...world, processingMs: 120_000});
		const figures: Figure[] = [];
		const measure = async (terminal: OpenTerminal, place: string): Promise<void> => {
			figures.push({
				what: `a key to its frame among ${jobCount} jobs: ${place}`,
				value: await timeMoves(terminal),
				peer: {name: 'what seems to be at once', value: atOnceMs},
				unit: 'ms',
				aim: {atMost: 1},
			});
		};
		try {
			await using terminal = openTerminal([], {
				environment,
				variables: {
					...sandbox.environment,
					RECSCRIBE_TEST_TIMINGS: JSON.stringify({pollScale: 0.2}),
				},
			});
			await terminal.waitFor(/^ \d+ people$/m);
			await go(terminal, keys.home + keys.enter, 'which days?');
			await go(terminal, `j`.repeat(5) + keys.enter, /\d{4,} meetings, newest first$/m);
			await go(terminal, 'a', 'marked');
			await go(terminal, 'o', 'before the run');
			await go(terminal, keys.enter, /\d+ of \d{4} done/);
			await measure(terminal, 'those jobs, while they are sent');
			await go(terminal, 'g', /[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] .* transcribing/);
			await measure(terminal, 'those jobs');
			await go(terminal, keys.escape, /newest first/);
			await measure(terminal, 'meetings');
			await go(terminal, keys.escape, 'which days?');
			await measure(terminal, 'days');
			await go(terminal, keys.escape, 'whose recordings?');
			await measure(terminal, 'users');
			await go(terminal, 'L', /transcripts, newest first/);
			await measure(terminal, 'library');
			await go(terminal, keys.enter, / · \d+%/);
			await go(terminal, '.', 'Plain text');
			await measure(terminal, 'export');
			return figures;
		} finally {
			environment.remove();
			sandbox.close();
		}
	},
};
