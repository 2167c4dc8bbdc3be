import {expect, test} from 'vitest';
import {createAssemblyAI} from '../../source/assemblyai/create-assemblyai.ts';
import {checkAssemblyAI} from '../../source/setup/check-assemblyai.ts';
import {startStandIn} from './stand-in.ts';

test('accepts a key that AssemblyAI takes', async () => {
	await using standIn = await startStandIn();
	const assemblyai = createAssemblyAI({apiKey: 'right-key', baseUrl: standIn.url});
	const result = await checkAssemblyAI(assemblyai, new AbortController().signal);
	expect(result.status).toBe('accepted');
	expect(standIn.requests).toEqual(['GET /v2/transcript?limit=1']);
});

test('tells a wrong key, without repeating it', async () => {
	await using standIn = await startStandIn();
	const assemblyai = createAssemblyAI({apiKey: 'hunter2', baseUrl: standIn.url});
	const result = await checkAssemblyAI(assemblyai, new AbortController().signal);
	expect(result).toMatchObject({status: 'refused', reason: 'wrong-secret'});
	expect(JSON.stringify(result)).not.toContain('hunter2');
});

test('stops when it is told to', async () => {
	await using standIn = await startStandIn();
	const assemblyai = createAssemblyAI({apiKey: 'right-key', baseUrl: standIn.url});
	const signal = AbortSignal.abort(new Error('enough'));
	await expect(checkAssemblyAI(assemblyai, signal)).rejects.toThrow('enough');
});
