import {PassThrough} from 'node:stream';
import {text} from 'node:stream/consumers';
import {expect, test} from 'vitest';
import {createOutput} from '../../../source/commands/output.ts';
import {findPager, showInPager} from '../../../source/commands/plain/pager.ts';

test.each([
	[{}, 'redraw', ['less', '-R']],
	[{PAGER: 'most'}, 'redraw', ['most']],
	[{PAGER: 'less -FX; rm'}, 'redraw', ['less', '-FX;', 'rm']],
	[{PAGER: ''}, 'redraw', []],
	[{}, 'append', []],
	[{PAGER: 'more'}, 'append', ['more']],
] as const)('%j, where one may %s: %j', (environment, use, pager) => {
	expect(findPager(environment, use)).toEqual(pager);
});

test.each([
	['there is no such program', true, 'no-pager-of-this-name'],
	['standard output is no terminal', false, 'cat'],
])('the text is written where %s', async (_, isTTY, pager) => {
	const stdout = Object.assign(new PassThrough(), {isTTY});
	await showInPager('what was said\n', createOutput(stdout), {
		environment: {PAGER: pager},
		use: 'redraw',
	});
	stdout.end();
	expect(await text(stdout)).toBe('what was said\n');
});
