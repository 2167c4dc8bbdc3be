import {fitForTerminal} from '../safe-text.ts';

export type Choice<Value> = {
	readonly value: Value;
	readonly name: string;
	/** What is said of it while it is looked at. */
	readonly description?: string;
	/** How it is called once it is chosen. */
	readonly short?: string;
};

export type ChoiceQuestion<Value> = {
	readonly message: string;
	readonly choices: readonly Choice<Value>[];
	/** What Enter alone takes; by default the first one where they are drawn, else it goes back. */
	readonly default?: Value;
};

/** The question as it may be drawn: no text in it does more than show. */
export function fitQuestion<Value>(question: ChoiceQuestion<Value>): ChoiceQuestion<Value> {
	return {
		...question,
		message: fitForTerminal(question.message),
		choices: question.choices.map(({value, name, description, short}) => ({
			value,
			name: fitForTerminal(name),
			...(description !== undefined && {description: fitForTerminal(description)}),
			...(short !== undefined && {short: fitForTerminal(short)}),
		})),
	};
}

/** Those that have every word in their name, in whatever order. */
export function findChoices<Named extends {readonly name: string}>(
	choices: readonly Named[],
	typed: string,
): readonly Named[] {
	const words = typed.toLocaleLowerCase().split(/\s+/);
	return choices.filter(({name}) => {
		const lowerCase = name.toLocaleLowerCase();
		return words.every(word => lowerCase.includes(word));
	});
}
