import type {Random} from '../world/random.ts';

/** Who says what; `role` 0 is `a`. */
export type Line = {readonly role: number; readonly text: string};

/** How many people it takes to say this dialogue. */
export function countRoles(dialogue: string): number {
	const letters = [...dialogue.matchAll(/^\s*([a-f]): /gm)].map(([, letter]) => letter ?? 'a');
	return Math.max(...letters.map(roleOf)) + 1;
}

/**
 * Fills in a dialogue. `words` gives what `{name}` stands for; a name it does not know is a slip in
 * the sandbox's own data, and throws.
 */
export function expand(
	dialogue: string,
	words: (name: string) => string | undefined,
	random: Random,
): readonly Line[] {
	return dialogue
		.split('\n')
		.map(line => line.trim())
		.filter(line => line !== '')
		.map(line => {
			const [letter = '', ...rest] = line.split(': ');
			const text = chooseAlternatives(fillIn(rest.join(': '), words), random);
			return {role: roleOf(letter), text: capitalizeSentences(text)};
		});
}

function roleOf(letter: string): number {
	const role = 'abcdef'.indexOf(letter);
	if (letter.length !== 1 || role === -1) {
		throw new Error(`A line of a dialogue begins with a letter from a to f, not with "${letter}".`);
	}
	return role;
}

function fillIn(text: string, words: (name: string) => string | undefined): string {
	return text.replace(/\{(\w+)\}/g, (_, name: string) => {
		const word = words(name);
		if (word === undefined) {
			throw new Error(`Nothing stands for {${name}} in "${text}".`);
		}
		// What stands for a name may have names in it.
		return fillIn(word, words);
	});
}

function chooseAlternatives(text: string, random: Random): string {
	return text.replace(/\[([^[\]]*)\]/g, (_, alternatives: string) =>
		random.pick(alternatives.split('|')),
	);
}

function capitalizeSentences(text: string): string {
	return text.replace(
		/(^|[.?!] )(\p{Ll})/gu,
		(_, before: string, letter: string) => before + letter.toUpperCase(),
	);
}
