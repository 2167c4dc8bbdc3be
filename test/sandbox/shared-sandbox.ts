import {afterAll, beforeAll} from 'vitest';
import {type Sandbox, type SandboxOptions, startSandbox} from '../../source/sandbox/sandbox.ts';

/** A fixed day, so that what a test reads is the same tomorrow. */
export const today = new Date('2026-11-24T12:00:00Z');

/** One sandbox for all tests of a file: those that change something start their own. */
export function sharedSandbox(options: SandboxOptions = {}): {readonly current: Sandbox} {
	let sandbox: Sandbox | undefined;
	beforeAll(async () => {
		sandbox = await startSandbox({now: today, processingMs: 0, ...options});
	});
	afterAll(() => sandbox?.close());
	return {
		get current() {
			if (sandbox === undefined) {
				throw new Error('The sandbox has not been started.');
			}
			return sandbox;
		},
	};
}
