import * as z from 'zod';
import {lineShape, shapes} from './json-shapes.ts';

const documents = new Map<string, z.ZodType>([...Object.entries(shapes), ['line', lineShape]]);

/** Of the documents that `--json` prints, by command; `line` is one of `--jsonl`. */
export const schemaNames: readonly string[] = [...documents.keys()];

/** The JSON Schema (draft 2020-12) of that name; undefined where there is none. */
export function findJsonSchema(name: string): object | undefined {
	const shape = documents.get(name);
	return shape && {title: `recscribe: ${name}`, ...z.toJSONSchema(shape)};
}
