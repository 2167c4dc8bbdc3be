import process from 'node:process';
import type {CommandContext} from './command.ts';

/** Whether there is somebody to be asked. */
export function canAsk({stderr}: Pick<CommandContext, 'stderr'>): boolean {
	return process.stdin.isTTY && stderr.isTTY === true;
}

/** Asks for a yes or a no; no by default. Throws the signal's reason. */
export async function confirm(
	message: string,
	output: NodeJS.WritableStream,
	signal: AbortSignal,
): Promise<boolean> {
	// Loaded only by whoever has something to be asked.
	const prompts = await import('@inquirer/prompts');
	return prompts.confirm({message, default: false}, {output, signal});
}
