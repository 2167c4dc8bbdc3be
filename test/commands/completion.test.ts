import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {runCommand} from '../support/run-command.ts';
import {type Caller, createCaller} from './caller.ts';

let caller: Caller;

beforeAll(async () => {
	caller = await createCaller({mediaScale: 0.001});
	await caller.run(['transcribe', caller.sandbox.world.find('first-choice').uuid]);
});

afterAll(() => caller.close());

/** What the shell is offered behind these words; the last one is being typed. */
async function complete(...words: readonly string[]): Promise<readonly string[]> {
	const {stdout, stderr, exitCode} = await caller.run(['complete', '--', ...words]);
	expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0});
	return stdout
		.trimEnd()
		.split('\n')
		.slice(0, -1)
		.map(line => line.split('\t')[0] ?? '');
}

describe('the shell is offered', () => {
	test('commands, flags, and the choices of a flag', async () => {
		expect(await complete('tra')).toEqual(['transcribe', 'transcripts']);
		expect(await complete('export', '--for')).toEqual(['--format']);
		expect(await complete('export', '--format', 'm')).toEqual(['markdown']);
	});

	test('transcripts, meetings and their hosts, of the library alone', async () => {
		const {uuid, host} = caller.sandbox.world.find('first-choice');
		const requests = caller.sandbox.requests.length;
		const [{id} = {id: ''}] = caller.sandbox.submissions;
		expect(await complete('open', '')).toEqual([id]);
		expect(await complete('export', 'x', id.slice(0, 4))).toEqual([id]);
		expect(await complete('transcribe', uuid.slice(0, 4))).toEqual([uuid]);
		expect(await complete('meetings', '--user', '')).toEqual([host.email]);
		expect(caller.sandbox.requests).toHaveLength(requests);
	});

	test('nothing where there is no library', async () => {
		const {stdout, exitCode} = await runCommand(['complete', '--', 'open', '']);
		expect({stdout, exitCode}).toEqual({stdout: ':4\n', exitCode: 0});
	});
});

test('bash understands what is printed for it; another shell is refused', async () => {
	const {stdout} = await caller.run(['completion', 'bash']);
	const {stderr, exitCode} = await runCommand(['-n'], {
		command: 'bash',
		stdin: stdout,
	});
	expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0});
	expect(stdout).toContain('complete -F');
	expect(await caller.run(['completion', 'csh'])).toMatchObject({exitCode: 2});
});
