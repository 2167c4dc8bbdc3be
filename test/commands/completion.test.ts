import {existsSync} from 'node:fs';
import path from 'node:path';
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
		expect(await complete('completion', '')).toEqual(['bash', 'zsh', 'fish']);
		expect(await complete('config', 'set', 'month')).toEqual(['monthlyLimitUsd']);
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

test('bash offers what there is, and runs nothing of it', async () => {
	const {stdout: script} = await caller.run(['completion', 'bash']);
	const marker = path.join(caller.environment.home, 'pwned');
	// What a service could have said: each is a line that a careless script would run or expand.
	const tricks = ['$(touch pwned)', '`touch pwned`', "'; touch pwned; '", '*', 'a b', '~', '$HOME'];
	const lines = [...tricks, 'plain'].map(trick => `printf '%s\\t%s\\n' ${quote(trick)} topic`);
	const shell = `
		cd ${quote(caller.environment.home)}
		recscribe() { ${lines.join('; ')}; echo :4; }
		${script}
		${script}
		COMP_WORDS=(recscribe meetings --user '$(touch pwned)')
		COMP_CWORD=3
		_recscribe
		for each in "\${COMPREPLY[@]}"; do eval "printf '%s\\n' $each"; done`;
	const {stdout, stderr, exitCode} = await runCommand(['-c', shell], {command: 'bash'});
	expect({stdout, stderr, exitCode}).toEqual({
		stdout: [...tricks, 'plain', ''].join('\n'),
		stderr: '',
		exitCode: 0,
	});
	expect(existsSync(marker)).toBe(false);
	expect(await caller.run(['completion', 'csh'])).toMatchObject({exitCode: 2});
});

test('bash offers files where a transcript may be in one, and nowhere else', async () => {
	const {stdout: script} = await caller.run(['completion', 'bash']);
	const press = (command: string) => `
		COMP_WORDS=(recscribe ${command} talk)
		COMP_CWORD=2
		_recscribe
		printf '%s\\n' "\${COMPREPLY[@]}"`;
	const shell = `
		cd ${quote(caller.environment.home)}
		touch 'talk.vtt' 'talk $(touch pwned).srt'
		recscribe() { echo talk-id; echo :4; }
		${script}
		${['open', 'export', 'delete'].map(press).join('\n')}
		rm talk*`;
	const {stdout} = await runCommand(['-c', shell], {command: 'bash'});
	const offered = stdout.trimEnd().split('\n');
	const files = ['talk.vtt', 'talk\\ \\$\\(touch\\ pwned\\).srt'];
	expect(offered.toSorted()).toEqual(
		['talk-id', ...files, 'talk-id', ...files, 'talk-id'].toSorted(),
	);
	expect(existsSync(path.join(caller.environment.home, 'pwned'))).toBe(false);
});

function quote(text: string): string {
	return `'${text.replaceAll("'", `'\\''`)}'`;
}
