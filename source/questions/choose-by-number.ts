import {askLine} from './ask-line.ts';
import {type ChoiceQuestion, findChoices} from './choice.ts';
import {parseNumbers} from './parse-numbers.ts';
import type {PromptContext} from './terminal-prompts.ts';

/** One of the choices, by its number. Undefined: the person goes back. */
export async function chooseByNumber<Value>(
	question: ChoiceQuestion<Value>,
	context: PromptContext,
): Promise<Value | undefined> {
	const {choices} = question;
	const usual = choices.findIndex(({value}) => value === question.default);
	const [chosen] =
		(await askNumbers(
			question,
			{
				hint: `Number, or words to look for (${usual === -1 ? 'Enter goes back' : `Enter takes ${usual + 1}, Esc goes back`}): `,
				usual: usual === -1 ? undefined : [usual],
				read: answer => parseNumbers(answer, choices.length, 'one'),
			},
			context,
		)) ?? [];
	return chosen;
}

/** Some of the choices, by their numbers, in their order. Undefined: the person goes back. */
export function chooseManyByNumber<Value>(
	question: Omit<ChoiceQuestion<Value>, 'default'>,
	context: PromptContext,
): Promise<readonly Value[] | undefined> {
	const {choices} = question;
	return askNumbers(
		question,
		{
			hint: 'Numbers such as 1 3-5, “all”, or words to look for (Enter goes back): ',
			usual: undefined,
			read: (answer, listed) =>
				answer.toLowerCase() === 'all'
					? listed.map(({place}) => place)
					: parseNumbers(answer, choices.length, 'many'),
		},
		context,
	);
}

type Numbers = {
	readonly hint: string;
	/** What Enter alone takes; undefined where it goes back. */
	readonly usual: readonly number[] | undefined;
	/** The places, from 0, of the choices that an answer names; undefined for words. */
	readonly read: (answer: string, listed: readonly Numbered[]) => readonly number[] | undefined;
};

/** Every choice keeps its number, whichever of them are listed. */
type Numbered = {readonly name: string; readonly description?: string; readonly place: number};

/** So many choices are written at once. */
const pageRows = 20;

async function askNumbers<Value>(
	{message, choices}: Omit<ChoiceQuestion<Value>, 'default'>,
	{hint, usual, read}: Numbers,
	context: PromptContext,
): Promise<readonly Value[] | undefined> {
	const {output} = context;
	const all: readonly Numbered[] = choices.map((choice, place) => ({...choice, place}));
	let listed = all;
	output.write(`\n${message}\n`);
	let shown = writePage(listed, 0, output);
	for (;;) {
		const answer = await askLine(hint, context);
		if (answer === undefined || (answer === '' && usual === undefined)) {
			return undefined;
		}

		if (answer === '+' && shown < listed.length) {
			shown = writePage(listed, shown, output);
			continue;
		}

		const places = answer === '' ? usual : read(answer, listed);
		if (places !== undefined) {
			const chosen = new Set(places);
			return choices.filter((_, place) => chosen.has(place)).map(({value}) => value);
		}

		const found = findChoices(all, answer);
		if (found.length === 0) {
			output.write(`None has “${answer}”; the numbers go from 1 to ${choices.length}.\n`);
		} else {
			listed = found;
			shown = writePage(listed, 0, output);
		}
	}
}

/** Writes the next of the listed choices with their numbers; how many of them are written now. */
function writePage(
	listed: readonly Numbered[],
	from: number,
	output: PromptContext['output'],
): number {
	const end = Math.min(listed.length, from + pageRows);
	const lines = listed
		.slice(from, end)
		.flatMap(({place, name, description}) => [
			`${place + 1}. ${name}`,
			...(description === undefined ? [] : [`   ${description}`]),
		]);
	const rest = end < listed.length ? [`${end} of ${listed.length}; + shows more.`] : [];
	output.write([...lines, ...rest].map(line => `${line}\n`).join(''));
	return end;
}
