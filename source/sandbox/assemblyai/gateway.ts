import type {HttpBindings} from '@hono/node-server';
import {type Context, Hono} from 'hono';
import type {ContentfulStatusCode} from 'hono/utils/http-status';
import * as z from 'zod';
import type {AssemblyAIAccount} from './account.ts';
import {listen} from './heard.ts';
import type {Jobs} from './jobs.ts';
import {checkUnderstanding, understand} from './understanding.ts';

const body = z.object({
	transcript_id: z.string(),
	speech_understanding: z.object({request: z.unknown()}),
});

/** How the gateway refuses whom it does not know; behind that its errors have yet another shape. */
export function refuseAtGateway(
	context: Context,
	status: ContentfulStatusCode,
	error: string,
): Response {
	return context.json({error, status, request_id: 'sandbox'}, status);
}

/** What AssemblyAI's gateway makes of finished transcripts, under `/v1`; its errors have another shape. */
export function createGateway({
	account,
	jobs,
	onUnderstanding,
}: {
	readonly account: AssemblyAIAccount;
	readonly jobs: Jobs;
	readonly onUnderstanding: (transcriptId: string) => void;
}) {
	const app = new Hono<{Bindings: HttpBindings}>();
	app.post('/understanding', async context => {
		const refuse = (status: ContentfulStatusCode, message: string) =>
			context.json({message, request_id: 'sandbox', metadata: {errors: []}}, status);
		const {success, data} = body.safeParse(await context.req.json().catch(() => undefined));
		if (!success) {
			return refuse(400, 'transcript_id and speech_understanding.request are required');
		}
		const {transcript_id: id, speech_understanding: asked} = data;
		const problem = checkUnderstanding(asked.request);
		if (problem !== undefined) {
			return refuse(400, problem);
		}
		const job = jobs.find(id);
		if (job === undefined || job.isDeleted) {
			return refuse(404, 'transcript not found');
		}
		if (job.progress.status !== 'completed') {
			return refuse(400, 'transcript is not completed');
		}
		onUnderstanding(id);
		const turns = listen(job.progress.sound, account.world.seed);
		return context.json(understand(turns, {...job.parameters, speech_understanding: asked}));
	});
	return app;
}
