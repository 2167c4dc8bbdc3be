import type {Writable} from 'node:stream';
import {fitForTerminal} from '../safe-text.ts';

/** Where a command's lines go. */
export type Output = {
	readonly isTTY: boolean;
	/** Cells of a row; undefined where it is no terminal. */
	readonly columns: number | undefined;
	/** Writes text and its styles. Whatever else would do more than show is left out, whoever it is from. */
	readonly write: (text: string) => void;
	/** What lies behind, for sequences of our own, for questions, and for what has to arrive as it is. */
	readonly stream: Writable;
};

// Bold, dim, a colour, and their ends: in whatever text they are, they do nothing.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for sequences
const style = /(\u001B\[(?:[12]|22|3[1-9])m)/;

export function createOutput(
	stream: Writable & {readonly isTTY?: boolean; readonly columns?: number},
): Output {
	return {
		get isTTY() {
			return stream.isTTY === true;
		},
		get columns() {
			return stream.columns;
		},
		write: text => void stream.write(fitStyled(text)),
		stream,
	};
}

function fitStyled(text: string): string {
	return text
		.split(style)
		.map((part, index) => (index % 2 === 1 ? part : fitForTerminal(part)))
		.join('');
}
