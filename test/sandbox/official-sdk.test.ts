import {AssemblyAI} from 'assemblyai';
import {expect, test} from 'vitest';
import {startSandbox} from '../../source/sandbox/sandbox.ts';
import {fileOf, signedUrl} from './plain-client.ts';
import {today} from './shared-sandbox.ts';

test("AssemblyAI's own client uploads, submits, waits, lists and deletes", async () => {
	await using sandbox = await startSandbox({now: today, processingMs: 30});
	const {environment} = sandbox;
	const client = new AssemblyAI({
		apiKey: environment.ASSEMBLYAI_API_KEY,
		baseUrl: environment.ASSEMBLYAI_BASE_URL,
	});
	const meeting = sandbox.world.find('no-timezone');
	const {body} = await fetch(await signedUrl(sandbox, fileOf(meeting, 'M4A')));
	expect(body).not.toBeNull();
	if (body === null) {
		return;
	}

	const audio = await client.files.upload(body);
	const submitted = await client.transcripts.submit({
		audio,
		speech_models: ['assemblyai-stt-3-7', 'universal-2'],
		speaker_labels: true,
		language_detection: true,
	});
	expect(submitted.status).toBe('processing');
	const transcript = await client.transcripts.waitUntilReady(submitted.id, {pollingInterval: 10});
	expect(transcript).toMatchObject({
		status: 'completed',
		language_code: 'en',
		audio_duration: meeting.durationSeconds,
	});
	expect(transcript.utterances?.slice(0, 2)).toMatchObject([
		{speaker: 'A', text: expect.any(String)},
		{speaker: 'B', text: expect.any(String)},
	]);
	expect(transcript.words?.length).toBeGreaterThan(400);

	const list = await client.transcripts.list({limit: 1});
	expect(list.transcripts).toMatchObject([{id: submitted.id, status: 'completed'}]);
	expect(list.transcripts[0]?.created.getTime()).not.toBeNaN();

	const deleted = await client.transcripts.delete(submitted.id);
	expect(deleted).toMatchObject({text: 'Deleted by user.', audio_url: 'http://deleted_by_user'});
	await expect(client.transcripts.get('unknown')).rejects.toThrow(
		'Transcript lookup error, transcript id not found',
	);
	expect(sandbox.submissions).toHaveLength(1);
});
