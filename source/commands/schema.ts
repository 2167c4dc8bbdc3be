import {UserError} from '../errors.ts';
import {findJsonSchema, schemaNames} from './json-schemas.ts';
import type {Output} from './output.ts';
import {printJson} from './printing.ts';

/** Prints the JSON Schema of a document, or which there are. Throws `UserError` `usage` for another name. */
export function printSchema(stdout: Output, name: string | undefined): void {
	if (name === undefined) {
		stdout.write(`${schemaNames.join('\n')}\n`);
		return;
	}

	const schema = findJsonSchema(name);
	if (schema === undefined) {
		throw new UserError(`There is no JSON Schema of that name`, {
			code: 'usage',
			hint: `There are ${schemaNames.join(', ')}.`,
		});
	}

	printJson(stdout, schema);
}
