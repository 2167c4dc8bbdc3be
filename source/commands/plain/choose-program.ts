import type {Program} from '../../program.ts';
import {choose} from '../../questions/choose.ts';
import {say} from '../../questions/say.ts';
import type {PromptContext} from '../../questions/terminal-prompts.ts';
import {isSetUp} from '../../settings/settings.ts';
import {introduction} from '../../setup/introduction.ts';
import type {CommandContext} from '../command.ts';
import {runDoctor} from '../doctor.ts';
import {attempt} from './attempt.ts';

/**
 * The program itself once both services are set up, or the sandbox where the person wants that. Undefined
 * when they leave.
 */
export async function chooseProgram(
	context: CommandContext,
	prompts: PromptContext,
): Promise<Program | undefined> {
	const {program, stderr} = context;
	if (isSetUp(program.readSettings())) {
		return program;
	}

	say(prompts, introduction);
	for (;;) {
		const choice = await choose(
			{
				message: 'What first?',
				choices: [
					{value: 'set up', name: 'Set up Zoom and AssemblyAI'} as const,
					{
						value: 'sandbox',
						name: 'Try the sandbox: made-up meetings on this computer, no account needed',
					} as const,
					{value: 'doctor', name: 'See what works, and what does not'} as const,
					{value: 'quit', name: 'Quit'} as const,
				],
				default: 'set up',
			},
			prompts,
		);
		switch (choice) {
			case 'set up': {
				// It brings a library for its questions along.
				const {setUp} = await import('../setup.ts');
				await setUp(context, undefined);
				if (isSetUp(program.readSettings())) {
					return program;
				}
				break;
			}
			case 'sandbox':
				return program.enterSandbox();
			case 'doctor':
				await attempt(() => runDoctor(context, {json: false}), stderr);
				break;
			default:
				return undefined;
		}
	}
}
