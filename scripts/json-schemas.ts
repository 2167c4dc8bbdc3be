import * as z from 'zod';
import {shapes} from '../source/commands/json-shapes.ts';
import type {NamedFile} from './replace-folder.ts';

/** The JSON Schema (draft 2020-12) of every document that `--json` prints, a file each. */
export function jsonSchemas(): readonly NamedFile[] {
	return Object.entries(shapes).map(([name, shape]) => ({
		name: `schemas/${name}.json`,
		contents: Buffer.from(
			`${JSON.stringify({title: `recscribe ${name} --json`, ...z.toJSONSchema(shape)}, undefined, '\t')}\n`,
		),
	}));
}
