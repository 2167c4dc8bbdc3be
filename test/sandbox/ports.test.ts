import {createServer} from 'node:http';
import {expect, test} from 'vitest';
import {startSandbox} from '../../source/sandbox/sandbox.ts';

/** Below the range that the system hands out, so that nobody comes across it by chance. */
const port = 20_000 + 3 * (process.pid % 4000);

test('takes the port that it is told to take, and the two after it', async () => {
	await using sandbox = await startSandbox({port});
	expect(sandbox.environment).toMatchObject({
		ZOOM_API_URL: `http://127.0.0.1:${port}/v2`,
		ASSEMBLYAI_BASE_URL: `http://127.0.0.1:${port + 2}`,
	});
});

test('takes no port at all when one of them is taken', async () => {
	const other = createServer();
	await new Promise<void>(resolve => {
		other.listen(port + 1, '127.0.0.1', resolve);
	});
	await expect(startSandbox({port})).rejects.toMatchObject({code: 'EADDRINUSE'});
	await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
	await new Promise(resolve => {
		other.close(resolve);
	});
});

test('lets go of everything when it is closed', async () => {
	const sandbox = await startSandbox();
	await sandbox.close();
	await expect(fetch(sandbox.environment.ZOOM_OAUTH_URL)).rejects.toThrow('fetch failed');
});
