import {expect, onTestFinished, test} from 'vitest';
import {startSandbox} from '../../source/sandbox/sandbox.ts';
import {keys} from '../support/keys.ts';
import {openTerminal} from '../support/terminal.ts';

const latencyMs = 300;
/** Twenty-one pages of three hundred: they arrive for six seconds. */
const extraUsers = 6000;

test('among thousands of users the filter follows each key while their pages arrive', async () => {
	const sandbox = await startSandbox({extraUsers, latencyMs});
	onTestFinished(() => sandbox.close());
	const wanted = sandbox.world.users.filter(({lastName}) => lastName === 'Zhou').length;
	const pages = () => sandbox.requests.filter(({path}) => path === '/v2/users').length;
	await using terminal = openTerminal([], {variables: sandbox.environment});
	await terminal.waitFor(/\d+ of 6014 people/);
	terminal.write('/');
	let slowestMs = 0;
	const steps = [
		['z', 'z'],
		['h', 'zh'],
		['o', 'zho'],
		['u', 'zhou'],
		[keys.backspace, 'zho'],
		['u', 'zhou'],
	] as const;
	for (const [key, shown] of steps) {
		const before = performance.now();
		terminal.write(key);
		await terminal.waitFor(new RegExp(`^ /${shown} +\\d+ people`, 'm'));
		slowestMs = Math.max(slowestMs, performance.now() - before);
	}

	// Many times what it takes, since the machine may be busy with other tests.
	expect(slowestMs).toBeLessThan(1000);
	expect(pages()).toBeLessThan(20);
	await terminal.waitFor(new RegExp(`^ /zhou +${wanted} people`, 'm'));
	expect(pages()).toBeGreaterThan(20);
});
