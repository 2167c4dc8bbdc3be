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
	const chosen = await askNumbers(
		question,
		{
			prompt: 'Number, or words to look for',
			usual: usual === -1 ? undefined : usual,
			read: answer => parseNumbers(answer, choices.length, 'one'),
		},
		context,
	);
	return chosen?.[0];
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
			prompt: 'Numbers such as 1 3-5, “all”, or words to look for',
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
	readonly prompt: string;
	/** The place, from 0, of what Enter alone takes; undefined where it goes back. */
	readonly usual: number | undefined;
	/** The places of the choices that an answer names; undefined for words. */
	readonly read: (answer: string, listed: readonly Numbered[]) => readonly number[] | undefined;
};

/** Every choice keeps its number, whichever of them are listed. */
type Numbered = {readonly name: string; readonly description?: string; readonly place: number};

/** So many choices are written at once. */
const pageRows = 20;

async function askNumbers<Value>(
	{message, choices}: Omit<ChoiceQuestion<Value>, 'default'>,
	{prompt, usual, read}: Numbers,
	context: PromptContext,
): Promise<readonly Value[] | undefined> {
	const {output} = context;
	const all: readonly Numbered[] = choices.map((choice, place) => ({...choice, place}));
	output.write(`\n${message}\n`);
	let page: Page = {listed: all, shown: writePage(all, 0, output)};
	for (;;) {
		// A single find needs no number.
		const enter = page.listed.length === 1 ? page.listed[0]?.place : usual;
		const hint = enter === undefined ? 'goes back' : `takes ${enter + 1}, Esc goes back`;
		const answer = await askLine(`${prompt} (Enter ${hint}): `, context);
		if (answer === undefined || (answer === '' && enter === undefined)) {
			return undefined;
		}

		const places = answer === '' && enter !== undefined ? [enter] : read(answer, page.listed);
		if (places !== undefined) {
			const chosen = new Set(places);
			return choices.filter((_, place) => chosen.has(place)).map(({value}) => value);
		}

		page = turnPage(answer, page, all, output);
	}
}

type Page = {
	readonly listed: readonly Numbered[];
	/** How many of them are written. */
	readonly shown: number;
};

/** The next choices of the list, or those that have the words of an answer. */
function turnPage(
	answer: string,
	{listed, shown}: Page,
	all: readonly Numbered[],
	output: PromptContext['output'],
): Page {
	if (answer === '+' && shown < listed.length) {
		return {listed, shown: writePage(listed, shown, output)};
	}

	const found = findChoices(all, answer);
	if (found.length === 0) {
		output.write(`None has “${answer}”; the numbers go from 1 to ${all.length}.\n`);
		return {listed, shown};
	}

	return {listed: found, shown: writePage(found, 0, output)};
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
