import type {AssemblyAI} from '../../source/assemblyai/assemblyai.ts';
import {
	type AssemblyAIOptions,
	createAssemblyAI,
} from '../../source/assemblyai/create-assemblyai.ts';
import {type Sandbox, type SandboxOptions, startSandbox} from '../../source/sandbox/sandbox.ts';

export type Sandboxed = AsyncDisposable & {
	readonly sandbox: Sandbox;
	readonly assemblyai: AssemblyAI;
};

/** A sandbox that lives as long as a test, and a client with the key to its AssemblyAI. */
export async function openSandbox(
	options: SandboxOptions = {},
	clientOptions: Partial<AssemblyAIOptions> = {},
): Promise<Sandboxed> {
	const sandbox = await startSandbox({processingMs: 50, ...options});
	const {ASSEMBLYAI_API_KEY: apiKey, ASSEMBLYAI_BASE_URL: baseUrl} = sandbox.environment;
	return {
		sandbox,
		assemblyai: createAssemblyAI({apiKey, baseUrl, ...quick, ...clientOptions}),
		[Symbol.asyncDispose]: () => sandbox.close(),
	};
}

/** For a test's own server. */
export function clientOf(url: string, options: Partial<AssemblyAIOptions> = {}): AssemblyAI {
	return createAssemblyAI({apiKey: 'key', baseUrl: url, ...quick, ...options});
}

const quick = {patience: {backoffMs: 1}};
