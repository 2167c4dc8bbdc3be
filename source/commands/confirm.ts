import process from 'node:process';
import * as questions from '../questions/confirm.ts';
import {terminalUse} from '../questions/terminal-use.ts';
import type {CommandContext} from './command.ts';

/** Whether there is somebody to be asked. */
export function canAsk({mayAsk, stderr}: Pick<CommandContext, 'mayAsk' | 'stderr'>): boolean {
	return mayAsk && process.stdin.isTTY && stderr.isTTY;
}

/** Asks for a yes or a no; no by default. Throws the signal's reason. */
export function confirm(
	message: string,
	{stderr, signal}: Pick<CommandContext, 'stderr' | 'signal'>,
): Promise<boolean> {
	const use = terminalUse(process.env);
	return questions.confirm(message, {input: process.stdin, output: stderr.stream, use, signal});
}
