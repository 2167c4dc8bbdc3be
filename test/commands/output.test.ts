import {PassThrough} from 'node:stream';
import {text} from 'node:stream/consumers';
import {styleText} from 'node:util';
import {expect, test} from 'vitest';
import {createOutput, type Output} from '../../source/commands/output.ts';
import {printJson, printLine} from '../../source/commands/printing.ts';
import {terminalTricks} from '../corpora/terminal-tricks.ts';

const harmful = /[\p{Cc}\u00AD\u200B\u202A-\u202E\u2060-\u2069]/u;

async function written(print: (output: Output) => void): Promise<string> {
	const stream = new PassThrough();
	print(createOutput(stream));
	stream.end();
	return text(stream);
}

test('what is printed does nothing but show, and keeps its styles, columns and lines', async () => {
	const good = `${styleText('bold', 'Topic', {validateStream: false})}\t1 min\n  ✓ done\n`;
	expect(await written(({write}) => write(good))).toBe(good);
	for (const {bytes} of terminalTricks) {
		const shown = await written(({write}) => write(`Topic ${bytes}`));
		expect(shown.replaceAll('\u001B[31m', '').replaceAll('\n', '')).not.toMatch(harmful);
	}
});

test('JSON loses nothing, and does nothing to a terminal either', async () => {
	const document = {id: terminalTricks.map(({bytes}) => bytes).join(' | ')};
	const json = await written(output => printJson(output, document));
	expect(json.replaceAll(/[\t\n]/g, '')).not.toMatch(harmful);
	const line = await written(output =>
		printLine(output, 'user', {
			...document,
			email: '',
			name: '',
			status: 'active',
			department: null,
		}),
	);
	expect(line.trimEnd()).not.toMatch(harmful);
	expect(JSON.parse(line)).toMatchObject(document);
	expect(JSON.parse(json)).toEqual(document);
});
