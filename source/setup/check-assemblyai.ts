import type {AssemblyAI} from '../assemblyai/assemblyai.ts';
import {safeText} from '../safe-text.ts';
import {type CheckResult, refusalFrom} from './check-result.ts';

/** Whether AssemblyAI takes the key: one request that costs nothing. Throws the signal's reason. */
export async function checkAssemblyAI(
	assemblyai: AssemblyAI,
	signal: AbortSignal,
): Promise<CheckResult> {
	try {
		await assemblyai.checkKey(signal);
		return {status: 'accepted', as: safeText('your project')};
	} catch (error) {
		signal.throwIfAborted();
		return refusalFrom(error);
	}
}
