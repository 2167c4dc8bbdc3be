import {hasEnded} from '../../jobs/job-progress.ts';
import {choose} from '../../questions/choose.ts';
import {type PromptContext, withTerminalPrompts} from '../../questions/terminal-prompts.ts';
import type {CommandContext} from '../command.ts';
import {canAsk} from '../confirm.ts';
import {runDoctor} from '../doctor.ts';
import {followJobs, resumeJobs} from '../follow-jobs.ts';
import {noTerminal} from '../no-terminal.ts';
import {attempt} from './attempt.ts';
import {chooseProgram} from './choose-program.ts';
import {openFromLibrary, searchLibrary} from './open-from-library.ts';
import type {Plain} from './plain.ts';
import {startFromMeetings} from './start-from-meetings.ts';

/**
 * The way of the full screen, from a first run to a transcript that is read and exported, as questions
 * and as lines that are only appended. Throws `UserError` `usage` where nobody can be asked, and the
 * abort reason when the person leaves with Ctrl+C.
 */
export async function runPlain(context: CommandContext): Promise<void> {
	if (!canAsk(context)) {
		throw noTerminal();
	}

	const answered = await withTerminalPrompts(
		async prompts => {
			const program = await chooseProgram(context, prompts);
			while (program !== undefined && (await walk({...context, program}, prompts)) === 'set up') {
				// It brings a library for its questions along.
				const {setUp} = await import('../setup.ts');
				await setUp({...context, program}, undefined);
			}
		},
		{output: context.stderr.stream, signal: context.signal},
	);
	if (answered.status === 'cancelled') {
		throw new DOMException('The questions were left', 'AbortError');
	}
}

/** Until the person leaves, or wants to change what the services are opened with. */
async function walk(context: CommandContext, prompts: PromptContext): Promise<'left' | 'set up'> {
	const services = context.program.openServices();
	const plain = {context, services, prompts};
	const {stderr} = context;
	try {
		await attempt(async () => void (await resumeJobs(services.jobs, stderr)), stderr);
		for (;;) {
			const step = await askWhatToDo(plain);
			if (step === undefined || step === 'set up') {
				return step ?? 'left';
			}

			await attempt(() => steps[step](plain), stderr);
		}
	} finally {
		services.close();
	}
}

type Step = 'meetings' | 'jobs' | 'library' | 'search' | 'doctor';

const steps: Readonly<Record<Step, (plain: Plain) => Promise<void>>> = {
	meetings: startFromMeetings,
	async jobs({services, context}) {
		await followJobs(services, new Set(unfinishedJobs(services)), context);
	},
	library: openFromLibrary,
	search: searchLibrary,
	doctor: ({context}) => runDoctor(context, {json: false}),
};

function unfinishedJobs({jobs}: Plain['services']): readonly string[] {
	return jobs
		.snapshot()
		.filter(({progress}) => !hasEnded(progress))
		.map(({job}) => job.id);
}

async function askWhatToDo({
	services,
	context,
	prompts,
}: Plain): Promise<Step | 'set up' | undefined> {
	const unfinished = unfinishedJobs(services).length;
	const {isSandbox} = context.program;
	const place = isSandbox ? ' (sandbox)' : '';
	const choice = await choose<Step | 'set up' | 'quit'>(
		{
			message: `What do you want to do?${place}`,
			choices: [
				{
					value: 'meetings',
					name: 'Choose recordings, to transcribe and read them',
					short: 'choose recordings',
				},
				...(unfinished === 0
					? []
					: [{value: 'jobs', name: `Wait for what is being transcribed: ${unfinished}`} as const]),
				{
					value: 'library',
					name: 'Open the library: what was transcribed before',
					short: 'open the library',
				},
				{value: 'search', name: 'Search what was said'},
				...(isSandbox ? [] : [{value: 'set up', name: 'Set up Zoom and AssemblyAI'} as const]),
				{value: 'doctor', name: 'See what works, and what does not'},
				{value: 'quit', name: 'Quit'},
			],
			default: 'meetings',
		},
		prompts,
	);
	return choice === 'quit' ? undefined : choice;
}
