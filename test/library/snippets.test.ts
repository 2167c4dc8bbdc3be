import fc from 'fast-check';
import {expect, test} from 'vitest';
import {markWords, toParts} from '../../source/library/snippets.ts';
import {hostileText} from '../transcripts/corpus.ts';

test('a long text is cut around the first find', () => {
	const parts = toParts(markWords(`${'あ'.repeat(100)}公開${'い'.repeat(200)}公開`, ['公開']));
	expect(parts.map(({text}) => text)).toEqual([
		`…${'あ'.repeat(30)}`,
		'公開',
		`${'い'.repeat(88)}…`,
	]);
	expect(parts.map(({isMatch}) => isMatch)).toEqual([false, true, false]);
});

test('what is one character to a reader is found as a whole', () => {
	const england = '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}';
	const parts = toParts(markWords(`Go, ${england}! Cafe\u0301 👩‍👩‍👧.`, ['\u{E0062}', 'e', '👧']));
	expect(parts).toEqual([
		{text: 'Go, ', isMatch: false},
		{text: england, isMatch: true},
		{text: '! Caf', isMatch: false},
		{text: 'e\u0301', isMatch: true},
		{text: ' ', isMatch: false},
		{text: '👩‍👩‍👧', isMatch: true},
		{text: '.', isMatch: false},
	]);
});

test('whatever is said and looked for, the parts are a piece of it', () => {
	const words = fc.array(fc.string({minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 3});
	fc.assert(
		fc.property(hostileText, words, (text, looked) => {
			const shown = toParts(markWords(text, [...looked, text.slice(3, 5) || 'x']))
				.map(part => part.text)
				.join('');
			const bare = (any: string) => any.replaceAll(/[\s…]+/gu, '');
			expect(bare(text)).toContain(bare(shown));
		}),
		{numRuns: 1000},
	);
});
