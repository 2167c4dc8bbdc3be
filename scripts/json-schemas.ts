import {findJsonSchema, schemaNames} from '../source/commands/json-schemas.ts';
import type {NamedFile} from './replace-folder.ts';

/** The JSON Schema of every document that `--json` prints, and of the lines of `--jsonl`, a file each. */
export function jsonSchemas(): readonly NamedFile[] {
	return schemaNames.map(name => ({
		name: `schemas/${name}.json`,
		contents: Buffer.from(`${JSON.stringify(findJsonSchema(name), undefined, '\t')}\n`),
	}));
}
