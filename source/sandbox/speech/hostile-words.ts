import type {Random} from '../world/random.ts';
import type {SpokenWord} from './words.ts';

/** What a terminal, a file or a parser must not take at its word. */
const hostileTexts: readonly string[] = [
	'\u001b[31mred\u001b[0m',
	'\u001b]0;owned\u0007',
	'\u001b[2J\u001b[H',
	'\u009b31mC1',
	'\u001b]52;c;b3duZWQ=\u0007',
	'\u001bP1;1|payload\u001b\\',
	'bell\u0007',
	'back\b\b\b\bspace',
	'carriage\rreturn',
	'line\nfeed',
	'nul\u0000byte',
	'\u202eright-to-left\u202c',
	'zero\u200bwidth\u2060joiner',
	'lone\ud83dsurrogate',
	'👩‍👩‍👧‍👦',
	'e\u0301\u0301\u0301\u0301',
	'<script>alert(1)</script>',
	'=cmd|calc!A1',
	'-->',
	'w'.repeat(300),
];

/** Puts hostile words among the others: every kind of them comes soon. */
export function makeHostile(words: readonly SpokenWord[], random: Random): readonly SpokenWord[] {
	return words.map(word =>
		random.chance(0.12) ? {...word, text: random.pick(hostileTexts)} : word,
	);
}
