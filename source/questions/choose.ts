import {type ChoiceQuestion, findChoices, fitQuestion} from './choice.ts';
import {chooseByNumber, chooseManyByNumber} from './choose-by-number.ts';
import {orEscape} from './or-escape.ts';
import type {PromptContext} from './terminal-prompts.ts';

const rows = 12;

/** Asks for one of a few. Undefined: the person goes back. Throws the signal's reason. */
export async function choose<Value>(
	asked: ChoiceQuestion<Value>,
	context: PromptContext,
): Promise<Value | undefined> {
	const question = fitQuestion<Value>(asked);
	if (context.use === 'append') {
		return chooseByNumber(question, context);
	}

	const {select} = await import('./drawn-prompts.ts');
	return orEscape(drawn => select<Value>({...question, pageSize: rows}, drawn), context);
}

/** Asks for one of many, which are found by the words in their names. Undefined: back. */
export async function search<Value>(
	asked: ChoiceQuestion<Value>,
	context: PromptContext,
): Promise<Value | undefined> {
	const question = fitQuestion<Value>(asked);
	if (context.use === 'append') {
		return chooseByNumber(question, context);
	}

	const prompts = await import('./drawn-prompts.ts');
	const {choices, ...rest} = question;
	return orEscape(
		drawn =>
			prompts.search<Value>(
				{...rest, pageSize: rows, source: typed => findChoices(choices, typed ?? '')},
				drawn,
			),
		context,
	);
}

/** Asks for some of many, in their order. Undefined for none of them: back. */
export async function chooseMany<Value>(
	asked: Omit<ChoiceQuestion<Value>, 'default'>,
	context: PromptContext,
): Promise<readonly Value[] | undefined> {
	const question = fitQuestion<Value>(asked);
	if (context.use === 'append') {
		return chooseManyByNumber(question, context);
	}

	const {checkbox} = await import('./drawn-prompts.ts');
	const chosen = await orEscape(
		drawn => checkbox<Value>({...question, pageSize: rows, loop: false}, drawn),
		context,
	);
	return chosen === undefined || chosen.length === 0 ? undefined : chosen;
}
