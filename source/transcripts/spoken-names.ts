import {type SafeText, safeText} from '../safe-text.ts';

const prefix = /^([^:]{1,80}): +(\S.*)$/su;
// Small words in names: Ludwig van Beethoven, Leonardo da Vinci, Ibn al-Haytham.
const particles =
	/^(?:al|bin|bint|da|das|de|del|della|den|der|di|dos|du|el|ibn|la|le|ten|ter|van|von|y|zu|\(.*\)|\p{P}+)$/iu;
const mostWords = 6;

/**
 * The names that stand before the words of some texts ("Ada Example: So …"), told from words that
 * only happen to have a colon behind them: a name comes more than once, or looks like one.
 */
export function namesInTexts(texts: readonly string[]): ReadonlySet<string> {
	const counts = new Map<string, number>();
	for (const text of texts) {
		const name = prefix.exec(text)?.[1];
		if (name !== undefined) {
			counts.set(name, (counts.get(name) ?? 0) + 1);
		}
	}
	const names = [...counts].filter(
		([name, count]) => /\p{Letter}/u.test(name) && (count > 1 || looksLikeName(name)),
	);
	return new Set(names.map(([name]) => name));
}

function looksLikeName(text: string): boolean {
	const words = text.split(' ');
	return (
		words.length <= mostWords &&
		words.every(word => particles.test(word) || !/^\p{P}*\p{Ll}/u.test(word))
	);
}

/** The name before the words, if it is one of `names`, and the words. */
export function nameInText(
	text: string,
	names: ReadonlySet<string>,
): {readonly name: SafeText; readonly rest: SafeText} | undefined {
	const [, name, rest] = prefix.exec(text) ?? [];
	return name === undefined || rest === undefined || !names.has(name)
		? undefined
		: {name: safeText(name), rest: safeText(rest)};
}
