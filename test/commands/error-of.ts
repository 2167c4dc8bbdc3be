import type * as z from 'zod';
import {errorShape} from '../../source/commands/json-shapes.ts';

/** The error of a command under `--json`: the last line of what it wrote to standard error. */
export function errorOf({stderr}: {readonly stderr: string}): z.infer<typeof errorShape> {
	return errorShape.parse(JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? ''));
}
