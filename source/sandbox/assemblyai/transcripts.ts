import type {HttpBindings} from '@hono/node-server';
import {type Context, Hono} from 'hono';
import type {AssemblyAIAccount} from './account.ts';
import {createDocumentCache} from './document-cache.ts';
import type {Job} from './job.ts';
import type {Jobs} from './jobs.ts';
import {listJobs} from './listing.ts';
import {checkParameters} from './parameters.ts';
import {refuse} from './refuse.ts';
import type {Uploads} from './uploads.ts';

/** A job that has been accepted, and will be paid for. */
export type Submission = {
	readonly id: string;
	/** Milliseconds since 1970. */
	readonly time: number;
	readonly audioUrl: string;
	/** The id of the recording file that the bytes belong to; undefined for a link that has not been fetched yet, and for unknown sound. */
	readonly recordingFileId: string | undefined;
	/** The request's body as it came. */
	readonly body: Readonly<Record<string, unknown>>;
};

export type TranscriptOptions = {
	readonly account: AssemblyAIAccount;
	readonly jobs: Jobs;
	readonly uploads: Uploads;
	readonly onSubmission: (job: Job) => void;
};

/** Submitting, polling, listing and deleting, under `/transcript`. */
export function createTranscripts({account, jobs, uploads, onSubmission}: TranscriptOptions) {
	const app = new Hono<{Bindings: HttpBindings}>();
	const documents = createDocumentCache(account);
	const send = (context: Context, job: Job) =>
		context.body(documents.write(job), 200, {'content-type': 'application/json; charset=utf-8'});

	app.post('/transcript', async context => {
		const check = checkParameters(await readJson(context), account.speechModels);
		if (!check.isGood) {
			return refuse(context, 400, check.error);
		}
		const {audio_url: url} = check.parameters;
		if (uploads.isUpload(url) && uploads.find(url) === undefined) {
			return refuse(context, 403, 'Cannot access uploaded file');
		}
		const job = jobs.add(check.parameters);
		onSubmission(job);
		return send(context, job);
	});
	app.get('/transcript', context => listJobs(context, jobs.list(), account.origin));
	app.get('/transcript/:id', context => {
		const job = jobs.find(context.req.param('id'));
		return job === undefined ? refuseUnknown(context) : send(context, job);
	});
	app.delete('/transcript/:id', context => {
		const job = jobs.find(context.req.param('id'));
		if (job === undefined) {
			return refuseUnknown(context);
		}
		jobs.remove(job);
		documents.forget(job);
		return send(context, job);
	});
	return app;
}

/** Not a 404. */
function refuseUnknown(context: Context): Response {
	return refuse(context, 400, 'Transcript lookup error, transcript id not found');
}

async function readJson(context: Context): Promise<unknown> {
	try {
		return await context.req.json();
	} catch {
		// Not JSON: refused like any other body of the wrong shape.
		return undefined;
	}
}
