import {PassThrough} from 'node:stream';
import {text} from 'node:stream/consumers';
import {describe, expect, test} from 'vitest';
import type {CommandContext} from '../../source/commands/command.ts';
import {collectEveryonesMeetings} from '../../source/commands/everyones-meetings.ts';
import {createOutput} from '../../source/commands/output.ts';
import {createProgram} from '../../source/program.ts';
import {openSandbox} from '../zoom/sandboxed.ts';

const {signal} = new AbortController();
const range = {from: '2026-10-26', to: '2026-11-24'};

function createContext(isTTY: boolean) {
	const stderr = Object.assign(new PassThrough(), {isTTY});
	const context: CommandContext = {
		program: createProgram({
			environment: {},
			envFilePath: undefined,
			onSecrets: () => undefined,
			startSandbox: () => Promise.reject(new Error('not here')),
		}),
		stdout: createOutput(new PassThrough()),
		stderr: createOutput(stderr),
		mayAsk: true,
		use: 'redraw',
		signal,
	};
	return {
		context,
		async written() {
			stderr.end();
			return text(stderr);
		},
	};
}

describe('a search of everybody’s meetings', () => {
	test('that is interrupted goes on with the users that are left', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const first = sandbox.world.find('several-segments').host;
		const last = sandbox.world.users.findLast(({status}) => status === 'inactive');
		// Each request is repeated five times before it counts as broken.
		sandbox.inject(
			{path: `/v2/users/${last?.id}/recordings`, times: 12},
			{type: 'reset', when: 'before'},
		);
		const {context, written} = createContext(true);
		const {meetings, failure} = await collectEveryonesMeetings(context, zoom, range);
		expect(failure).toBeUndefined();
		const expected = sandbox.world.meetings.filter(
			({start}) => start >= new Date('2026-10-26T00:00:00'),
		);
		expect(meetings.map(({uuid}) => uuid).toSorted()).toEqual(
			expected.map(({uuid}) => uuid).toSorted(),
		);
		const asked = sandbox.requests.filter(({path}) => path === `/v2/users/${first.id}/recordings`);
		expect(asked).toHaveLength(2);
		expect(await written()).toMatch(/\d+ of \d+ users, \d+ left/);
	});

	test('is given up when nothing more is gained, with what there is', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const last = sandbox.world.users.findLast(({status}) => status === 'inactive');
		const fault = sandbox.inject(
			{path: `/v2/users/${last?.id}/recordings`, times: 999},
			{type: 'reset', when: 'before'},
		);
		const {context, written} = createContext(false);
		const {meetings, failure} = await collectEveryonesMeetings(context, zoom, range);
		expect(failure).toMatchObject({code: 'network', message: expect.stringMatching(/^Only the/)});
		expect(meetings.length).toBeGreaterThan(20);
		expect(fault.count).toBeLessThan(60);
		expect(await written()).toBe('');
	});

	test('names those whose recordings can’t be listed', async () => {
		await using opened = await openSandbox();
		const {zoom, sandbox} = opened;
		const {host} = sandbox.world.find('cjk-topic');
		sandbox.inject(
			{path: `/v2/users/${host.id}/recordings`, times: 99},
			{
				type: 'answer',
				status: 404,
				body: '{"code":1001,"message":"User does not exist."}',
				headers: {'content-type': 'application/json'},
			},
		);
		const {context, written} = createContext(false);
		const {failure} = await collectEveryonesMeetings(context, zoom, range);
		expect(failure).toBeUndefined();
		const said = await written();
		expect(said).toContain(host.email);
		expect(said.split('\n')).toHaveLength(2);
	});
});
