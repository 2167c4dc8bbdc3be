import {spawn} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import {performance} from 'node:perf_hooks';
import process from 'node:process';
import {
	createIsolatedEnvironment,
	type IsolatedEnvironment,
	programVariables,
} from '../test/support/isolated-environment.ts';
import {programArguments} from '../test/support/program.ts';
import {timeToFirstFrame} from './frames.ts';
import {type Benchmark, interleave} from './measure.ts';

const rounds = 15;

const hello = path.join(import.meta.dirname, 'peers', 'hello-ink.js');

/** Milliseconds that Node takes to run something to its end, without a terminal. */
async function timeToExit(
	argv: readonly string[],
	environment: IsolatedEnvironment,
): Promise<number> {
	const started = performance.now();
	const child = spawn(process.execPath, argv, {
		env: programVariables(environment),
		stdio: 'ignore',
	});
	const [exitCode] = await once(child, 'exit');
	if (exitCode !== 0) {
		throw new Error(`node ${argv.join(' ')} ended with exit code ${exitCode}`);
	}

	return performance.now() - started;
}

/** How long one looks at nothing after having pressed Enter in the shell. */
export const startup: Benchmark = {
	name: 'startup',
	async run() {
		const environment = createIsolatedEnvironment();
		try {
			const times = await interleave(rounds, {
				node: () => timeToExit(['-e', '0'], environment),
				hello: () => timeToFirstFrame([hello], 'hello', {command: process.execPath}),
				firstRun: () => timeToFirstFrame([], 'recscribe'),
				sandbox: () => timeToFirstFrame(['--sandbox'], 'recscribe'),
				version: () => timeToExit(programArguments(['--version']), environment),
				help: () => timeToExit(programArguments(['--help']), environment),
			});
			const node = {name: 'node -e 0, to its end', value: times.node};
			const inkHello = {name: 'unbundled Ink "hello", first frame', value: times.hello};
			const unit = 'ms';
			return [
				{
					what: 'recscribe, first frame',
					value: times.firstRun,
					peer: inkHello,
					unit,
					aim: {atMost: 0.5},
				},
				{what: 'recscribe, first frame', value: times.firstRun, peer: node, unit, aim: {atMost: 6}},
				{
					what: 'recscribe --sandbox, first frame',
					value: times.sandbox,
					peer: inkHello,
					unit,
					aim: {atMost: 0.5},
				},
				{
					what: 'recscribe --sandbox, first frame',
					value: times.sandbox,
					peer: node,
					unit,
					aim: {atMost: 6},
				},
				{what: 'recscribe --version', value: times.version, peer: node, unit, aim: {atMost: 1.6}},
				{what: 'recscribe --help', value: times.help, peer: node, unit, aim: {atMost: 1.6}},
			];
		} finally {
			environment.remove();
		}
	},
};
