import {styleText} from 'node:util';
import {wrapText} from '../transcripts/wrap-text.ts';
import type {PromptContext} from './terminal-prompts.ts';

const widest = 78;

export type SayOptions = {
	readonly style?: 'bold' | 'dim' | 'green' | 'red' | 'yellow';
	/** Cells before each row. */
	readonly indent?: number;
};

/** Prints a paragraph between questions, wrapped to the terminal. Empty text is an empty row. */
export function say({output}: PromptContext, text: string, options: SayOptions = {}): void {
	const {style, indent = 0} = options;
	const columns = 'columns' in output && typeof output.columns === 'number' ? output.columns : 80;
	const starts = wrapText(text, Math.min(widest, columns - 1) - indent);
	const rows = starts.map((start, index) => text.slice(start, starts[index + 1]).trimEnd());
	for (const row of rows.length === 0 ? [''] : rows) {
		const styled = style === undefined ? row : styleText(style, row);
		output.write(`${' '.repeat(indent)}${styled}\n`);
	}
}
