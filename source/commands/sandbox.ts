import {once} from 'node:events';
import type {Output} from './output.ts';

export type RunningSandbox = {
	readonly environment: Readonly<Record<string, string>>;
	readonly close: () => Promise<void>;
};

/** Says how any client is pointed at the sandbox, and keeps it up until the person interrupts. */
export async function runSandbox(
	sandbox: RunningSandbox,
	{
		stdout,
		stderr,
		signal,
	}: {
		readonly stdout: Output;
		readonly stderr: Output;
		readonly signal: AbortSignal;
	},
): Promise<void> {
	const lines = Object.entries(sandbox.environment).map(
		([name, value]) => `export ${name}=${value}\n`,
	);
	stdout.write(lines.join(''));
	stderr.write(
		'Stand-ins for Zoom and AssemblyAI are up on this computer. Set the variables above in another shell; Ctrl+C ends them.\n',
	);
	if (!signal.aborted) {
		await once(signal, 'abort');
	}

	await sandbox.close();
}
