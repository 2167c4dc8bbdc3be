import {styleText} from 'node:util';
import {fitForTerminal} from '../safe-text.ts';
import {wrapText} from '../transcripts/wrap-text.ts';
import type {PromptContext} from './terminal-prompts.ts';

const widest = 78;

export type SayOptions = {
	readonly style?: 'bold' | 'dim' | 'green' | 'red' | 'yellow';
	/** Cells before each row. */
	readonly indent?: number;
};

/** Prints a paragraph between questions, wrapped to the terminal. Empty text is an empty row. */
export function say({output, use}: PromptContext, said: string, options: SayOptions = {}): void {
	const text = fitForTerminal(said);
	const {style, indent = 0} = options;
	const given = 'columns' in output ? Number(output.columns) : 0;
	// Some terminals do not know, and say 0.
	const columns = given > 0 ? given : 80;
	const starts = wrapText(text, Math.min(widest, columns - 1) - indent);
	const rows = starts.map((start, index) => text.slice(start, starts[index + 1]).trimEnd());
	for (const row of rows.length === 0 ? [''] : rows) {
		const styled = style === undefined || use === 'append' ? row : styleText(style, row);
		output.write(`${' '.repeat(indent)}${styled}\n`);
	}
}
