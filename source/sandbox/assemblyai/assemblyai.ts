import type {Context} from 'hono';
import {createApp} from '../server/app.ts';
import type {AssemblyAIAccount} from './account.ts';
import {createGateway, refuseAtGateway} from './gateway.ts';
import {type Job, soundOf} from './job.ts';
import {createJobs} from './jobs.ts';
import {recognize} from './recognize.ts';
import {refuse} from './refuse.ts';
import {createTranscripts, type Submission} from './transcripts.ts';
import {createUploadRoute, createUploads, type Uploads} from './uploads.ts';

const badKey = 'Authentication error, API token missing/invalid';

/** AssemblyAI's API under `/v2`, and its gateway under `/v1`. */
export function createAssemblyAI(account: AssemblyAIAccount) {
	const submissions: Submission[] = [];
	const understandings: string[] = [];
	const uploads = createUploads(account);
	const jobs = createJobs(account, uploads);
	const app = createApp();
	// Only AssemblyAI itself may read what was uploaded.
	app.get('/upload/*', context => refuse(context, 403, 'Cannot access uploaded file'));
	// The key and nothing else: no "Bearer" before it.
	const hasKey = ({req}: Context) => req.header('authorization') === account.apiKey;
	app.all('/v1/*', (context, next) =>
		hasKey(context) ? next() : refuseAtGateway(context, 401, badKey),
	);
	app.all('/v2/*', (context, next) => (hasKey(context) ? next() : refuse(context, 401, badKey)));
	app.route('/v2', createUploadRoute(uploads));
	app.route(
		'/v2',
		createTranscripts({
			account,
			jobs,
			uploads,
			onSubmission: job => submissions.push(describeSubmission(job, uploads, account)),
		}),
	);
	app.route('/v1', createGateway({account, jobs, onUnderstanding: id => understandings.push(id)}));
	app.notFound(context => refuse(context, 404, 'Not found'));
	return {app, submissions, understandings, close: () => jobs.close()};
}

function describeSubmission(job: Job, uploads: Uploads, {world}: AssemblyAIAccount): Submission {
	const {audio_url: audioUrl} = job.parameters;
	const upload = uploads.find(audioUrl);
	const uploaded = upload === undefined ? undefined : recognize(upload, world);
	return {
		id: job.id,
		time: job.created,
		audioUrl,
		body: job.parameters,
		get recordingFileId() {
			const sound = uploaded ?? soundOf(job.progress);
			return sound?.type === 'recording' ? sound.found.file.id : undefined;
		},
	};
}
