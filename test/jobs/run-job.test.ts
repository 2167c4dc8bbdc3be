import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	describe,
	expect,
	onTestFinished,
	test,
} from 'vitest';
import {DoubtfulSubmission} from '../../source/assemblyai/assemblyai-error.ts';
import {createAssemblyAI} from '../../source/assemblyai/create-assemblyai.ts';
import {parseTranscript} from '../../source/assemblyai/parse-transcript.ts';
import type {JobProgress} from '../../source/jobs/job-progress.ts';
import {JobCancelled, runJob} from '../../source/jobs/run-job.ts';
import {type Library, openLibrary} from '../../source/library/library.ts';
import type {JobRecord, TranscriptionRequest} from '../../source/library/records.ts';
import {safeText} from '../../source/safe-text.ts';
import {
	type MeetingTag,
	type RecordedMeeting,
	type Sandbox,
	startSandbox,
} from '../../source/sandbox/sandbox.ts';
import {createZoom} from '../../source/zoom/create-zoom.ts';
import {watchOrigin} from './watched-origin.ts';

let sandbox: Sandbox;
let folder: string;
let library: Library;

beforeAll(async () => {
	sandbox = await startSandbox({processingMs: 1});
});

afterAll(() => sandbox.close());

beforeEach(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'recscribe-jobs-'));
	library = openLibrary(folder);
});

afterEach(() => {
	library.close();
	rmSync(folder, {recursive: true});
});

/** Puts a meeting of the sandbox in the library, as a job that has not begun. */
function addJob(
	{uuid, number, topic, start, durationSeconds}: RecordedMeeting,
	request: Partial<TranscriptionRequest> = {},
): JobRecord {
	return library.addJob({
		meeting: {
			uuid,
			number: String(number),
			topic: safeText(topic),
			start: start.toISOString(),
			durationMinutes: durationSeconds / 60,
		},
		recordingFileId: 'file',
		request: {audio: 'stream', speechModels: [], speakerLabels: true, ...request},
	});
}

/** What another Recscribe would find on disk. */
function readRecord(): JobRecord | undefined {
	const other = openLibrary(folder);
	const [record] = other.listJobs();
	other.close();
	return record;
}

type Run = {
	readonly stages: readonly JobProgress[];
	readonly last: JobProgress | undefined;
	readonly remarks: readonly string[];
};

/** Runs a job with the real clients; `onProgress` may abort it. */
async function run(
	job: JobRecord,
	options: {
		readonly assemblyaiUrl?: string;
		readonly zoomUrl?: string;
		readonly signal?: AbortSignal;
		readonly onProgress?: (progress: JobProgress) => void;
	} = {},
): Promise<Run> {
	const {environment} = sandbox;
	const remarks: string[] = [];
	const stages: JobProgress[] = [];
	const context = {
		zoom: createZoom({
			apiUrl: options.zoomUrl ?? environment.ZOOM_API_URL,
			oauthUrl: environment.ZOOM_OAUTH_URL,
			credentials: {
				type: 'server-to-server',
				accountId: environment.ZOOM_ACCOUNT_ID,
				clientId: environment.ZOOM_CLIENT_ID,
				clientSecret: environment.ZOOM_CLIENT_SECRET,
			},
		}),
		assemblyai: createAssemblyAI({
			apiKey: environment.ASSEMBLYAI_API_KEY,
			baseUrl: options.assemblyaiUrl ?? environment.ASSEMBLYAI_BASE_URL,
		}),
		library,
		onRemark: (remark: string) => {
			remarks.push(remark);
		},
	};
	for await (const progress of runJob(
		job,
		context,
		options.signal ?? new AbortController().signal,
	)) {
		stages.push(progress);
		options.onProgress?.(progress);
	}

	return {stages, last: stages.at(-1), remarks};
}

function names({stages}: Run): readonly string[] {
	return stages.map(({stage}) => stage).filter((stage, index, all) => stage !== all[index - 1]);
}

describe('a job', () => {
	test('goes through every stage, with its record on disk before each act', async () => {
		const seen: string[] = [];
		const look = (request: string) => {
			const {stage, audioUrl, transcriptId} = readRecord() ?? {};
			const known = [audioUrl && 'audio', transcriptId && 'id'].filter(Boolean).join(' and ');
			seen.push(`${request.replace(/[\w-]{36}$/, 'ID')}: ${stage}${known && `, with ${known}`}`);
		};
		const {ZOOM_API_URL, ASSEMBLYAI_BASE_URL} = sandbox.environment;
		await using zoom = await watchOrigin(new URL(ZOOM_API_URL).origin, request =>
			look(request.replace(/meetings\/.*\/recordings.*/, 'meetings/UUID/recordings')),
		);
		await using assemblyai = await watchOrigin(ASSEMBLYAI_BASE_URL, look);
		const job = addJob(sandbox.world.find('first-choice'));
		const result = await run(job, {zoomUrl: `${zoom.url}/v2`, assemblyaiUrl: assemblyai.url});
		expect(names(result)).toEqual(['fetching', 'uploading', 'submitting', 'waiting', 'completed']);
		expect([...new Set(seen)]).toEqual([
			'GET /v2/meetings/UUID/recordings: fetching',
			'POST /v2/upload: uploading',
			'POST /v2/transcript: submitting, with audio',
			'GET /v2/transcript/ID: waiting, with audio and id',
		]);
		expect(readRecord()).toMatchObject({
			stage: 'completed',
			transcriptId: sandbox.submissions.at(-1)?.id,
		});
	});

	test('keeps the response exactly as it came', async () => {
		const job = addJob(sandbox.world.find('hostile-words'));
		await run(job);
		const {id = ''} = sandbox.submissions.at(-1) ?? {};
		const answer = await fetch(`${sandbox.environment.ASSEMBLYAI_BASE_URL}/v2/transcript/${id}`, {
			headers: {authorization: sandbox.environment.ASSEMBLYAI_API_KEY},
		});
		expect(await library.readResponse(id)).toBe(await answer.text());
		expect(library.findTranscriptOfMeeting(job.meeting.uuid)?.id).toBe(id);
	});

	test('tells how many bytes are on their way, up to all of them', async () => {
		const meeting = sandbox.world.find('first-choice');
		const {stages} = await run(addJob(meeting));
		const uploads = stages.filter(progress => progress.stage === 'uploading');
		const size = meeting.files.find(({fileType}) => fileType === 'M4A')?.sizeBytes;
		expect(uploads[0]).toEqual({stage: 'uploading', sentBytes: 0, totalBytes: size});
		const sent = uploads.map(({sentBytes}) => sentBytes);
		expect(sent).toEqual(sent.toSorted((one, other) => one - other));
		expect(Math.max(...sent)).toBeLessThanOrEqual(size ?? 0);
	});

	test('asks for what its request says, and for nothing that was left out', async () => {
		const meeting = sandbox.world.find('path-topic');
		await run(addJob(meeting, {speechModels: ['universal-2'], language: 'en'}));
		expect(sandbox.submissions.at(-1)?.body).toMatchObject({
			speech_models: ['universal-2'],
			speaker_labels: true,
			language_code: 'en',
		});
		await run(addJob(meeting));
		expect(Object.keys(sandbox.submissions.at(-1)?.body ?? {})).not.toContain('speech_models');
	});

	test('goes on with AssemblyAI’s own choice when it refuses the model, and says so', async () => {
		const job = addJob(sandbox.world.find('path-topic'), {speechModels: ['universal-9']});
		const {last, remarks} = await run(job);
		expect(last?.stage).toBe('completed');
		expect(remarks).toEqual([expect.stringMatching(/^AssemblyAI chose the model itself: .+/)]);
	});

	test('says so when it is one segment of several', async () => {
		const {last, remarks} = await run(addJob(sandbox.world.find('several-segments')));
		expect(last?.stage).toBe('completed');
		expect(remarks).toEqual([expect.stringContaining('3 segments')]);
	});

	test('of a silent recording completes with a transcript in which nothing is said', async () => {
		const job = addJob(sandbox.world.find('silent'));
		const {last} = await run(job);
		expect(last?.stage).toBe('completed');
		const {id = ''} = library.findTranscriptOfMeeting(job.meeting.uuid) ?? {};
		expect(parseTranscript((await library.readResponse(id)) ?? '').turns).toEqual([]);
	});
});

describe('by a direct link', () => {
	test('AssemblyAI fetches the audio itself, by an address without the account’s token', async () => {
		const before = sandbox.requests.length;
		const job = addJob(sandbox.world.find('passcode'), {audio: 'direct'});
		const result = await run(job);
		expect(names(result)).toEqual(['fetching', 'submitting', 'waiting', 'completed']);
		const requests = sandbox.requests.slice(before);
		expect(requests.map(({path: requested}) => requested)).not.toContain('/v2/upload');
		const {audioUrl = ''} = readRecord() ?? {};
		expect(sandbox.submissions.at(-1)?.audioUrl).toBe(audioUrl);
		// With nothing but the address, anybody gets this file and no other answer from Zoom.
		expect((await fetch(audioUrl, {method: 'HEAD'})).ok).toBe(true);
	});
});

describe('what goes wrong', () => {
	async function expectFailure(tag: MeetingTag, message: RegExp): Promise<void> {
		const before = sandbox.submissions.length;
		const {last} = await run(addJob(sandbox.world.find(tag)));
		expect(last).toMatchObject({stage: 'failed', error: {message: expect.stringMatching(message)}});
		expect(readRecord()).toMatchObject({
			stage: 'failed',
			error: {
				code: expect.any(String),
				message: expect.stringMatching(message),
				hint: expect.any(String),
			},
		});
		expect(sandbox.submissions.length - before).toBe(tag === 'fails-at-assemblyai' ? 1 : 0);
	}

	test.each<readonly [MeetingTag, RegExp]>([
		['fails-at-assemblyai', /^AssemblyAI could not transcribe it: Transcoding failed/],
		['processing', /^Zoom is still processing/],
		['no-permission', /./],
	])('is on record with what to do: %s', expectFailure);

	test('a doubtful end of the paid request is not tried again, and leads back to it', async () => {
		const before = sandbox.submissions.length;
		sandbox.inject({method: 'POST', path: '/v2/transcript'}, {type: 'reset', when: 'after'});
		const {last} = await run(addJob(sandbox.world.find('path-topic')));
		expect(last?.stage === 'failed' && last.error).toBeInstanceOf(DoubtfulSubmission);
		expect(sandbox.submissions.length - before).toBe(1);
		expect(readRecord()).toMatchObject({
			stage: 'failed',
			audioUrl: sandbox.submissions.at(-1)?.audioUrl,
			error: {message: expect.stringContaining('not certain')},
		});
	});

	test('a download that breaks off is a failure, and nothing is paid for', async () => {
		const before = sandbox.submissions.length;
		const fault = sandbox.inject(
			{service: 'zoom-media', times: 10},
			{type: 'cut', afterBytes: 100_000, end: 'reset'},
		);
		onTestFinished(() => fault.remove());
		const {last} = await run(addJob(sandbox.world.find('path-topic')));
		expect(last?.stage).toBe('failed');
		expect(sandbox.submissions).toHaveLength(before);
	});

	test('a question that gets no good answer is asked again', async () => {
		const fault = sandbox.inject(
			{service: 'assemblyai', method: 'GET', path: /^\/v2\/transcript\//},
			{type: 'answer', status: 500, body: '{"error": "oops"}'},
		);
		const {last} = await run(addJob(sandbox.world.find('path-topic')));
		expect(last?.stage).toBe('completed');
		expect(fault.count).toBe(1);
	});
});

describe('given up', () => {
	const waiting = {service: 'assemblyai', method: 'GET', times: 1000} as const;

	test.each(['uploading', 'waiting'] as const)('by a person while %s', async stage => {
		const faults = [
			sandbox.inject(waiting, {type: 'silence', when: 'before'}),
			...(stage === 'uploading'
				? [sandbox.inject({service: 'zoom-media'}, {type: 'slow', bytesPerSecond: 10_000})]
				: []),
		];
		onTestFinished(() => {
			for (const fault of faults) {
				fault.remove();
			}
		});
		const controller = new AbortController();
		const result = await run(addJob(sandbox.world.find('path-topic')), {
			signal: controller.signal,
			onProgress(progress) {
				if (progress.stage === stage) {
					controller.abort(new JobCancelled());
				}
			},
		});
		expect(result.last).toEqual({stage: 'cancelled'});
		expect(readRecord()).toMatchObject({stage: 'cancelled'});
		expect(readRecord()?.error).toBeUndefined();
	});

	test.each(['fetching', 'uploading', 'submitting', 'waiting'] as const)(
		'by the end of the program while %s, it keeps the stage it had reached',
		async stage => {
			const fault = sandbox.inject(waiting, {type: 'silence', when: 'before'});
			onTestFinished(() => fault.remove());
			const controller = new AbortController();
			const reason = new DOMException('over', 'AbortError');
			await expect(
				run(addJob(sandbox.world.find('path-topic')), {
					signal: controller.signal,
					onProgress(progress) {
						if (progress.stage === stage) {
							controller.abort(reason);
						}
					},
				}),
			).rejects.toBe(reason);
			expect(readRecord()).toMatchObject({stage});
			expect(readRecord()?.audioUrl !== undefined).toBe(['submitting', 'waiting'].includes(stage));
			expect(readRecord()?.transcriptId !== undefined).toBe(stage === 'waiting');
		},
	);
});
