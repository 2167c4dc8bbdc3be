import type {Program} from '../program.ts';
import type {TerminalUse} from '../questions/terminal-use.ts';
import type {Output} from './output.ts';

/** What a command works with. Results go to `stdout`, everything else to `stderr`. */
export type CommandContext = {
	readonly program: Program;
	readonly stdout: Output;
	readonly stderr: Output;
	/** Whether the line that tells of progress may be drawn again, or others are only appended to it. */
	readonly use: TerminalUse;
	/** Whether anybody may be asked anything. */
	readonly mayAsk: boolean;
	/** Aborted when the person interrupts. */
	readonly signal: AbortSignal;
};
