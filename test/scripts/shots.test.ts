import {describe, expect, test} from 'vitest';
import {shots} from '../../scripts/shots.ts';
import {takeShot} from '../../scripts/take-shot.ts';

// The sandbox of each program works for some seconds on a recording.
describe.concurrent('the pictures of the documentation can still be taken', () => {
	test.each(shots)('$name', async shot => {
		await using terminal = await takeShot(shot);
		expect(terminal.screen()).not.toBe('');
	});
});
