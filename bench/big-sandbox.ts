import {spawn} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import * as z from 'zod';
import type {SandboxOptions} from '../source/sandbox/sandbox.ts';

const firstLine = z.object({
	environment: z.record(z.string(), z.string()),
	tenHours: z.string(),
	uuids: z.array(z.string()),
});

export type RunningSandbox = z.infer<typeof firstLine> & {readonly close: () => void};

/** Starts a sandbox in a process of its own, so that what it needs is not part of a figure. */
export async function startSandboxProcess(options: SandboxOptions): Promise<RunningSandbox> {
	const program = path.join(import.meta.dirname, 'programs', 'sandbox.ts');
	const child = spawn(process.execPath, [program, JSON.stringify(options)], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	for await (const line of createInterface({input: child.stdout})) {
		return {...firstLine.parse(JSON.parse(line)), close: () => void child.kill('SIGTERM')};
	}

	throw new Error('The sandbox did not start');
}

/** The most memory that a process has held so far, in MB; undefined when it is gone. */
export async function peakMemory(pid: number): Promise<number | undefined> {
	const {readFile} = await import('node:fs/promises');
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
	const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1];
	return kilobytes === undefined ? undefined : Number(kilobytes) / 1000;
}
