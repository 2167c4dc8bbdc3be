import process from 'node:process';
import type {Command} from 'commander';
import {createOutput} from '../commands/output.ts';

/** `recscribe schema` */
export function addSchema(cli: Command): void {
	cli
		.command('schema')
		.description('print the JSON Schema of what --json prints; without a name, which there are')
		.addHelpText(
			'before',
			'Examples:\n  recscribe schema\n  recscribe schema meetings\n  recscribe schema line\n',
		)
		.argument('[name]', 'a command that has --json; "line": one of --jsonl')
		.action(async (name: string | undefined) => {
			const {printSchema} = await import('../commands/schema.ts');
			printSchema(createOutput(process.stdout), name);
		});
}
