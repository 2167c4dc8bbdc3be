import {spawn} from 'node:child_process';
import {childEnvironment} from '../../child-environment.ts';
import type {TerminalUse} from '../../questions/terminal-use.ts';
import {fitForTerminal} from '../../safe-text.ts';
import type {Output} from '../output.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The program and its arguments that show text page by page: what `PAGER` names, else less. None where
 * lines are only appended, unless somebody has named one. No shell reads what is in `PAGER`.
 */
export function findPager({PAGER: named}: Environment, use: TerminalUse): readonly string[] {
	const usual = use === 'append' ? '' : 'less -R';
	return (named ?? usual).split(/\s+/).filter(word => word !== '');
}

/** Shows text in the person's pager and waits until they close it; where there is none, writes it. */
export async function showInPager(
	text: string,
	stdout: Output,
	{environment, use}: {readonly environment: Environment; readonly use: TerminalUse},
): Promise<void> {
	const pager = findPager(environment, use);
	if (!stdout.isTTY || !(await run(pager, text))) {
		stdout.write(text);
	}
}

/** False when there is no such program. */
function run([command, ...argv]: readonly string[], text: string): Promise<boolean> {
	return new Promise(resolve => {
		if (command === undefined) {
			resolve(false);
			return;
		}

		const pager = spawn(command, argv, {
			stdio: ['pipe', 'inherit', 'inherit'],
			env: childEnvironment(),
		});
		pager.on('error', () => resolve(false)).on('close', () => resolve(true));
		// It may be closed before it has read everything.
		pager.stdin.on('error', () => undefined);
		pager.stdin.end(fitForTerminal(text));
	});
}
