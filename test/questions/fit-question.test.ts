import {PassThrough} from 'node:stream';
import {text} from 'node:stream/consumers';
import {expect, test} from 'vitest';
import {choose} from '../../source/questions/choose.ts';
import {say} from '../../source/questions/say.ts';
import {terminalTricks} from '../corpora/terminal-tricks.ts';

const tricks = terminalTricks.map(({bytes}) => bytes).join(' ');

test('no question and no answer to it does more than show', async () => {
	const [input, output] = [new PassThrough(), new PassThrough()];
	const context = {input, output, signal: new AbortController().signal, use: 'append'} as const;
	say(context, `said ${tricks}`);
	input.write('2\n');
	const choices = [1, 2].map(value => ({
		value,
		name: `name ${value} ${tricks}`,
		description: `more ${tricks}`,
	}));
	expect(await choose({message: `which? ${tricks}`, choices}, context)).toBe(2);
	output.end();
	const written = await text(output);
	expect(written).toContain('2. name 2');
	expect(written.replaceAll(/[\n\t]/g, '')).not.toMatch(
		/[\p{Cc}\u00AD\u200B\u202A-\u202E\u2060-\u2069]/u,
	);
});
