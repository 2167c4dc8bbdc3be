import type {PromptContext} from '../../questions/terminal-prompts.ts';
import type {Services} from '../../services.ts';
import type {CommandContext} from '../command.ts';

/** What each step of plain mode works with. */
export type Plain = {
	readonly context: CommandContext;
	readonly services: Services;
	readonly prompts: PromptContext;
};
