import {UserError} from '../../errors.ts';
import type {RequestChanges} from '../../jobs/request-options.ts';
import {type RunField, runFields, type TextField} from '../../jobs/run-fields.ts';
import type {TranscriptionRequest} from '../../library/records.ts';
import {askText} from '../../questions/ask-text.ts';
import {choose} from '../../questions/choose.ts';
import {say} from '../../questions/say.ts';
import type {PromptContext} from '../../questions/terminal-prompts.ts';
import {sayError} from '../say-error.ts';
import {attempt} from './attempt.ts';
import type {Plain} from './plain.ts';

/**
 * What to ask of AssemblyAI beside what is usual: the options of the full screen's form, one question for
 * each that is to be another.
 *
 * @param usual What is asked for without any change.
 * @param before What has been changed already.
 */
export async function askRequest(
	plain: Plain,
	usual: TranscriptionRequest,
	before: RequestChanges,
): Promise<RequestChanges> {
	const {services, context, prompts} = plain;
	let changes = before;
	for (;;) {
		const request = {...usual, ...changes};
		const chosen = await choose<RunField | 'keep' | 'done'>(
			{
				message: 'Which option do you want to change?',
				choices: [
					...runFields.map(field => ({
						value: field,
						name: `${field.title}: ${showField(field, request)}`,
						short: field.title,
						// Whoever hears lines hears it once the option is chosen, and not with each list.
						...(prompts.use === 'redraw' && {description: field.help}),
					})),
					{value: 'keep', name: 'Keep these from now on', short: 'keep these'},
					{value: 'done', name: 'Done'},
				],
				default: 'done',
			},
			prompts,
		);
		switch (chosen) {
			case undefined:
			case 'done':
				return changes;
			case 'keep':
				await attempt(async () => {
					await services.rememberRequest(request);
					say(prompts, 'Kept: from now on this is asked for, unless you change it.');
				}, context.stderr);
				break;
			default:
				changes = {...changes, ...(await changeField(plain, chosen, request))};
		}
	}
}

function showField(field: RunField, request: TranscriptionRequest): string {
	if (field.kind === 'choice') {
		return field.show(request);
	}

	return field.option.show(request) || field.otherwise;
}

async function changeField(
	{context, prompts}: Plain,
	field: RunField,
	request: TranscriptionRequest,
): Promise<RequestChanges> {
	say(prompts, field.help);
	if (field.kind === 'choice') {
		return field.next(request);
	}

	for (;;) {
		const answer = await askField(field, request, prompts);
		if (answer === undefined) {
			return {};
		}

		try {
			return field.option.parse(answer);
		} catch (error) {
			if (!(error instanceof UserError)) {
				throw error;
			}

			sayError(error, context.stderr);
		}
	}
}

/** Undefined leaves it as it is. Enter alone does so, too: what takes a value away is typed. */
async function askField(
	{title, option}: TextField,
	request: TranscriptionRequest,
	prompts: PromptContext,
): Promise<string | undefined> {
	const isEmpty = option.show(request) === '';
	const answer = await askText({message: isEmpty ? title : `${title}, or - for none`}, prompts);
	return answer === '-' ? '' : answer;
}
