import type {RequestChanges} from '../../jobs/request-options.ts';
import type {ChoiceQuestion} from '../../questions/choice.ts';
import {choose, search} from '../../questions/choose.ts';
import type {Meeting} from '../../zoom/recordings.ts';
import {describeCost, describeExcess} from '../approve-cost.ts';
import {sayError} from '../say-error.ts';
import {planJobs} from '../start-transcriptions.ts';
import {bringToTranscripts} from '../transcribe.ts';
import {type CompletedResult, isCompleted, openResult} from '../transcribe-results.ts';
import {askRequest} from './ask-request.ts';
import type {Plain} from './plain.ts';
import {readOrExport} from './read-or-export.ts';

const usualFiles = {type: 'default'} as const;

/**
 * Brings the meetings to transcripts, as `recscribe transcribe` does, once the person has seen what it
 * costs, and offers them to be read.
 */
export async function transcribeAndRead(plain: Plain, meetings: readonly Meeting[]): Promise<void> {
	const {services, context, prompts} = plain;
	const wish = await askHow(plain, meetings);
	if (wish === undefined) {
		return;
	}

	const results = await bringToTranscripts(
		services,
		meetings,
		{
			files: usualFiles,
			again: false,
			request: wish.request,
			cost: 'agreed',
			wait: wish.wait,
			output: '-',
			nameTemplate: undefined,
			overwrite: false,
			isNamed: true,
			resumed: [],
		},
		context,
	);
	for (const result of results) {
		if (result.status !== 'completed') {
			context.stderr.write(`${result.meeting.topic}:\n`);
			sayError(result.error, context.stderr);
		}
	}

	const read = async (result: CompletedResult) =>
		readOrExport(plain, await openResult(services, result, usualFiles));
	const completed = results.filter(isCompleted);
	const [only, another] = completed;
	if (only !== undefined && another === undefined) {
		await read(only);
		return;
	}

	while (completed.length > 0) {
		const chosen = await search(
			{
				message: `${completed.length} transcripts are there. Which one?`,
				choices: completed.map(result => ({value: result, name: result.meeting.topic})),
			},
			prompts,
		);
		if (chosen === undefined) {
			return;
		}

		await read(chosen);
	}
}

type Wish = {
	readonly request: RequestChanges;
	/** For what Zoom is still processing. */
	readonly wait: boolean;
};

/** What is wanted of the meetings; nothing is asked where nothing is to be paid. Undefined: back. */
async function askHow(plain: Plain, meetings: readonly Meeting[]): Promise<Wish | undefined> {
	let request: RequestChanges = {};
	for (;;) {
		const planned = planJobs(plain.services, meetings, {files: usualFiles, again: false, request});
		const [first] = [...planned.ready, ...planned.unready];
		const how =
			first === undefined ? 'start' : await choose(toQuestion(plain, planned), plain.prompts);
		if (how === 'options' && first !== undefined) {
			request = await askRequest(plain, first.request, request);
		} else {
			return how === undefined ? undefined : {request, wait: how === 'wait'};
		}
	}
}

function toQuestion(
	{services}: Plain,
	{ready, unready}: ReturnType<typeof planJobs>,
): ChoiceQuestion<'start' | 'wait' | 'options'> {
	const jobs = [...ready, ...unready];
	const excess = describeExcess(services, jobs);
	const start = {
		value: 'start',
		name: unready.length === 0 ? 'Transcribe' : 'Transcribe what is ready',
	} as const;
	const wait = {value: 'wait', name: 'Wait until Zoom has finished, then transcribe'} as const;
	const usual = ready.length === 0 ? 'wait' : 'start';
	return {
		message: [describeCost(services, jobs), ...(excess === undefined ? [] : [excess])].join('. '),
		choices: [
			...(ready.length === 0 ? [] : [start]),
			...(unready.length === 0 ? [] : [wait]),
			{value: 'options', name: 'Choose the language, speakers, keyterms and more'},
		],
		// What is dear is not begun by Enter alone.
		default: excess === undefined ? usual : 'options',
	};
}
