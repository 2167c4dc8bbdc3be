import {describe, expect, test} from 'vitest';
import {hasEnded, type JobView} from '../../source/jobs/job-progress.ts';
import type {RecordedMeeting} from '../../source/sandbox/sandbox.ts';
import type {Fault, InjectedFault, RequestPattern} from '../../source/sandbox/server/faults.ts';
import {
	ordinaryMeetings,
	startWorking,
	toNewJob,
	type Working,
	waitUntil,
} from '../jobs/working.ts';

type Way = {
	readonly name: string;
	readonly pattern: RequestPattern;
	/** What makes the request happen at all. */
	readonly provoke?: (working: Working) => void;
	/** How often it may go wrong at most, where nothing ever makes a job give up. */
	readonly most?: number;
};

const ways: readonly Way[] = [
	{
		name: 'Zoom’s sign-in',
		pattern: {service: 'zoom', path: '/oauth/token'},
		provoke: ({sandbox}) => sandbox.expireTokens(),
	},
	{name: 'the meeting', pattern: {service: 'zoom', path: /^\/v2\/meetings\//}},
	{name: 'the download', pattern: {service: 'zoom', path: /^\/rec\/download\//}},
	{name: 'the media', pattern: {service: 'zoom-media'}},
	{name: 'the upload', pattern: {service: 'assemblyai', path: '/v2/upload'}},
	{name: 'the paid request', pattern: {method: 'POST', path: '/v2/transcript'}},
	{
		name: 'the list that resolves a doubt',
		pattern: {method: 'GET', path: '/v2/transcript'},
		provoke: ({sandbox}) =>
			sandbox.inject({method: 'POST', path: '/v2/transcript'}, {type: 'reset', when: 'after'}),
	},
	{
		name: 'the question for the transcript',
		pattern: {method: 'GET', path: /^\/v2\/transcript\/./},
		most: 5,
	},
];

const faults: readonly (readonly [string, Fault])[] = [
	['a reset before it acted', {type: 'reset', when: 'before'}],
	['a reset after it acted', {type: 'reset', when: 'after'}],
	['429 with Retry-After', {type: 'answer', status: 429, headers: {'retry-after': '0'}}],
	['429 without', {type: 'answer', status: 429}],
	['500 before it acted', {type: 'answer', status: 500, body: '{"error":"Server error"}'}],
	['500 after it acted', {type: 'answer', status: 500, body: '{"error":"no"}', when: 'after'}],
	['503 with an empty body', {type: 'answer', status: 503}],
	['half of the JSON', {type: 'cut', afterBytes: 12, end: 'clean'}],
	['a connection that breaks in the answer', {type: 'cut', afterBytes: 12, end: 'reset'}],
	[
		'a web page',
		{type: 'answer', status: 200, headers: {'content-type': 'text/html'}, body: '<html>Hi</html>'},
	],
	['silence before it acted', {type: 'silence', when: 'before'}],
	['silence after it acted', {type: 'silence', when: 'after'}],
	['slow bytes', {type: 'slow', bytesPerSecond: 20_000}],
	[
		'an expired token',
		{type: 'answer', status: 401, body: '{"code":124,"error":"expired","message":"expired"}'},
	],
];

function viewOf({jobs}: Working, id: string): JobView | undefined {
	return jobs.snapshot().find(({job}) => job.id === id);
}

/** Resolves when the job has ended or the line is paused, and nobody is at work on it. */
async function waitForRest(working: Working, id: string): Promise<JobView> {
	const isAtRest = (view: JobView | undefined) =>
		view !== undefined &&
		(hasEnded(view.progress) ||
			(working.jobs.pauseReason() !== undefined && view.job.owner === undefined));
	await waitUntil(working.jobs, () => isAtRest(viewOf(working, id)));
	const view = viewOf(working, id);
	if (view === undefined) {
		throw new Error('The job has gone');
	}

	return view;
}

function findComplaint({progress}: JobView, {jobs}: Working): string | undefined {
	const error = progress.stage === 'failed' ? progress.error : jobs.pauseReason();
	const hasHint = error !== undefined && 'hint' in error && typeof error.hint === 'string';
	return /Zoom|AssemblyAI/.test(error?.message ?? '') && hasHint
		? undefined
		: `It does not say what went wrong: ${error?.message}`;
}

/** Lets one fault befall one job, then takes it back and lets the job come to its end. */
async function suffer(
	working: Working,
	meeting: RecordedMeeting,
	inject: () => InjectedFault,
): Promise<readonly string[]> {
	const {sandbox, jobs, library} = working;
	const paidBefore = sandbox.submissions.length;
	const fault = inject();
	const id = await jobs.start(toNewJob(meeting));
	const rest = await waitForRest(working, id);
	const complaints: (string | undefined)[] = [];
	complaints.push(fault.count === 0 ? 'The fault was never met' : undefined);
	fault.remove();
	if (rest.progress.stage !== 'completed') {
		complaints.push(findComplaint(rest, working));
		await (rest.progress.stage === 'failed' ? jobs.retry(id) : jobs.resume());
		await waitUntil(jobs, () => viewOf(working, id)?.progress.stage !== 'failed');
		await waitForRest(working, id);
	}

	const job = await library.engine.find(id);
	complaints.push(
		job?.stage === 'completed'
			? undefined
			: `In the end it is ${job?.stage}: ${job?.error?.message}`,
	);
	const paid = sandbox.submissions.length - paidBefore;
	complaints.push(paid === 1 ? undefined : `It was paid for ${paid} times`);
	return complaints.filter(complaint => complaint !== undefined);
}

describe.each([
	['once', 1],
	['again and again', 1000],
] as const)('a fault that happens %s', (_, times) => {
	test.concurrent.each(ways)(
		'to $name never makes a recording paid for twice, or lost',
		async ({pattern, provoke, most = times}) => {
			await using working = await startWorking();
			const meetings = ordinaryMeetings(working.sandbox, faults.length);
			const complaints: Record<string, readonly string[]> = {};
			for (const [index, [name, fault]] of faults.entries()) {
				const meeting = meetings[index];
				if (meeting === undefined) {
					throw new Error('There are too few meetings');
				}

				const found = await suffer(working, meeting, () => {
					provoke?.(working);
					return working.sandbox.inject({...pattern, times: Math.min(times, most)}, fault);
				});
				if (found.length > 0) {
					complaints[name] = found;
				}
			}

			expect(complaints).toEqual({});
		},
		240_000,
	);
});
