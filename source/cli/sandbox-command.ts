import type {Command} from 'commander';
import {createOutput} from '../commands/output.ts';
import {UserError} from '../errors.ts';

/** Starts the sandbox in this process; only here, since nothing else may know it. */
export async function startSandbox(port?: number) {
	const sandbox = await import('../sandbox/sandbox.ts');
	try {
		return await sandbox.startSandbox(port === undefined ? {} : {port});
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
			throw new UserError(`Port ${port} or one of the two after it is taken`, {
				hint: 'Give another one with --port, or none for free ones.',
				cause: error,
			});
		}

		throw error;
	}
}

/** `recscribe sandbox` */
export function addSandbox(cli: Command): void {
	cli
		.command('sandbox')
		.description('run the stand-ins for Zoom and AssemblyAI alone, for any client')
		.addHelpText(
			'before',
			'Examples:\n' + '  recscribe sandbox --port 8080\n' + '  recscribe --sandbox meetings\n',
		)
		.option('--port <number>', 'the port to listen on; a free one by default', parsePort)
		.action(async ({port}: {port?: number}) => {
			const controller = new AbortController();
			const abort = () => controller.abort();
			process.once('SIGINT', abort).once('SIGTERM', abort);
			const {runSandbox} = await import('../commands/sandbox.ts');
			await runSandbox(await startSandbox(port), {
				stdout: createOutput(process.stdout),
				stderr: createOutput(process.stderr),
				signal: controller.signal,
			});
		});
}

function parsePort(text: string): number {
	const port = Number(text);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new UserError(`${text} is no port`, {
			code: 'usage',
			hint: 'Give a number from 0 to 65535; 0 takes a free one.',
		});
	}

	return port;
}
