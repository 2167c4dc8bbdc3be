import {afterEach, beforeEach, expect, test} from 'vitest';
import {openLibrary} from '../../source/library/library.ts';
import {type Sandbox, startSandbox} from '../../source/sandbox/sandbox.ts';
import {ordinaryMeetings} from '../jobs/working.ts';
import {
	createIsolatedEnvironment,
	type IsolatedEnvironment,
} from '../support/isolated-environment.ts';
import {runCommand, startCommand} from '../support/run-command.ts';

const timings = {graceMs: 300, tickMs: 50, backoffMs: 20, pollScale: 0.03, heartbeatMs: 500};

let sandbox: Sandbox;
let environment: IsolatedEnvironment;

beforeEach(async () => {
	sandbox = await startSandbox({processingMs: 60, mediaScale: 0.001});
	environment = createIsolatedEnvironment();
});

afterEach(async () => {
	environment.remove();
	await sandbox.close();
});

function variables() {
	return {...sandbox.environment, RECSCRIBE_TEST_TIMINGS: JSON.stringify(timings)};
}

test('two Recscribes with the same 50 recordings pay for 50', async () => {
	const uuids = ordinaryMeetings(sandbox, 50).map(({uuid}) => uuid);
	const run = () =>
		runCommand(
			[
				'transcribe',
				'--json',
				'--output',
				`${environment.home}/out/`,
				'--overwrite',
				'--',
				...uuids,
			],
			{
				environment,
				variables: variables(),
				timeoutMs: 90_000,
			},
		);
	await import('node:fs/promises').then(({mkdir}) => mkdir(`${environment.home}/out`));
	const results = await Promise.all([run(), run()]);
	for (const {exitCode, stdout, stderr} of results) {
		expect(stderr.match(/bug/)).toBeNull();
		expect(exitCode).toBe(0);
		const documents: readonly {readonly status: string}[] = JSON.parse(stdout);
		expect(documents.map(({status}) => status)).toEqual(Array(50).fill('completed'));
	}

	expect(sandbox.submissions).toHaveLength(50);
	expect(new Set(sandbox.submissions.map(({recordingFileId}) => recordingFileId)).size).toBe(50);
	const library = openLibrary(environment.dataFolder);
	expect(library.listTranscripts()).toHaveLength(50);
	library.close();
}, 100_000);

test('jobs are listed, go on, and are given up', async () => {
	sandbox.inject({method: 'POST', path: '/v2/upload', times: 2}, {type: 'silence', when: 'before'});
	const [first, second] = ordinaryMeetings(sandbox, 2);
	{
		await using running = startCommand(
			['transcribe', '--', first?.uuid ?? '', second?.uuid ?? ''],
			{
				environment,
				variables: variables(),
			},
		);
		await running.waitForStderr(/sending(?:.|\n)*sending/);
		running.kill('SIGINT');
		expect((await running.exited).exitCode).toBe(130);
	}

	const list = async () => {
		const {stdout, exitCode} = await runCommand(['jobs', '--json'], {
			environment,
			variables: variables(),
		});
		expect(exitCode).toBe(0);
		return JSON.parse(stdout) as readonly {readonly id: string; readonly status: string}[];
	};
	const jobs = await list();
	expect(jobs).toMatchObject([
		{status: 'uploading', isAtWork: false, meeting: {uuid: second?.uuid}},
		{status: 'uploading', isAtWork: false, meeting: {uuid: first?.uuid}},
	]);
	const table = await runCommand(['jobs'], {environment, variables: variables()});
	expect(table.stdout).toContain(first?.topic);

	const id = jobs[0]?.id.slice(0, 10) ?? '';
	const cancelled = await runCommand(['jobs', '--cancel', id], {
		environment,
		variables: variables(),
	});
	expect(cancelled.stderr).toContain(': cancelled');
	const unknown = await runCommand(['jobs', '--cancel', 'nothing'], {
		environment,
		variables: variables(),
	});
	expect(unknown).toMatchObject({exitCode: 1, stderr: expect.stringContaining('no job nothing')});

	const resumed = await runCommand(['jobs', '--resume'], {environment, variables: variables()});
	expect(resumed.exitCode).toBe(0);
	expect(resumed.stderr).toContain('An unfinished transcription goes on.');
	expect((await list()).map(({status}) => status)).toEqual(['cancelled', 'completed']);
	expect(sandbox.submissions).toHaveLength(1);
}, 40_000);
