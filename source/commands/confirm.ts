import process from 'node:process';
import * as questions from '../questions/confirm.ts';
import type {CommandContext} from './command.ts';

/** Whether there is somebody to be asked. */
export function canAsk({stderr}: Pick<CommandContext, 'stderr'>): boolean {
	return process.stdin.isTTY && stderr.isTTY === true;
}

/** Asks for a yes or a no; no by default. Throws the signal's reason. */
export function confirm(
	message: string,
	{stderr: output, use, signal}: Pick<CommandContext, 'stderr' | 'use' | 'signal'>,
): Promise<boolean> {
	return questions.confirm(message, {input: process.stdin, output, use, signal});
}
