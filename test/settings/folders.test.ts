import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {folders} from '../../source/settings/folders.ts';

const chosen = {RECSCRIBE_CONFIG_DIR: '/somewhere/config', RECSCRIBE_DATA_DIR: '/somewhere/data'};

describe('folders', () => {
	test('are those that the environment names', () => {
		expect(folders(chosen)).toEqual({config: '/somewhere/config', data: '/somewhere/data'});
	});

	test('are absolute, also when named by a relative path', () => {
		expect(folders({RECSCRIBE_CONFIG_DIR: 'here'}).config).toBe(path.resolve('here'));
	});

	test.each([{}, {RECSCRIBE_CONFIG_DIR: '', RECSCRIBE_DATA_DIR: ' '}])(
		'are the platform’s own without a name: %j',
		environment => {
			const {config, data} = folders(environment);
			expect(path.isAbsolute(config)).toBe(true);
			expect(config).toContain('recscribe');
			expect(data).toContain('recscribe');
			expect(config).not.toBe(data);
		},
	);

	test.each([{}, chosen])('of the sandbox are others: %j', environment => {
		const real = folders(environment);
		const sandbox = folders(environment, {isSandbox: true});
		expect(sandbox.config).not.toBe(real.config);
		expect(sandbox.data).not.toBe(real.data);
	});
});
