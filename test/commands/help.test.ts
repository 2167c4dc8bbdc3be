import {expect, test} from 'vitest';
import {runCommand} from '../support/run-command.ts';

async function help(...command: readonly string[]): Promise<string> {
	const {stdout, exitCode} = await runCommand([...command, '--help']);
	expect(exitCode).toBe(0);
	return stdout;
}

/** What stands in a line of an example: words, without what a shell does with the rest. */
function words(example: string): readonly string[] {
	return (example.split(/ > | {2,}/)[0] ?? '').split(' ').slice(1);
}

test('the help of every command begins with examples whose commands and flags there are', {
	timeout: 60_000,
}, async () => {
	const whole = await help();
	const commands = [...whole.matchAll(/^ {2}([a-z][\w-]*) /gm)]
		.map(([, name = '']) => name)
		.filter(name => !['help', 'recscribe'].includes(name));
	expect(commands.length).toBeGreaterThan(14);
	const pages = new Map([['', whole]]);
	for (const command of commands) {
		pages.set(command, await help(command));
	}

	for (const [command, page] of pages) {
		expect(page, command).toMatch(/^Examples:\n {2}recscribe/);
		const [examples = ''] = page.split('\nUsage:');
		for (const example of examples.trim().split('\n').slice(1)) {
			const [first, ...rest] = words(example.trim());
			const own = pages.get(first?.startsWith('-') === true ? '' : (first ?? ''));
			expect(own, example).toBeDefined();
			for (const flag of rest.filter(word => word.startsWith('--'))) {
				expect(own, example).toContain(flag);
			}
		}
	}
});
