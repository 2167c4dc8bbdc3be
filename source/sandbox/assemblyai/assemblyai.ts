import {createApp} from '../server/app.ts';
import type {AssemblyAIAccount} from './account.ts';
import {createJobs} from './jobs.ts';
import {recognize} from './recognize.ts';
import {refuse} from './refuse.ts';
import {createTranscripts, type Submission} from './transcripts.ts';
import {createUploadRoute, createUploads} from './uploads.ts';

/** AssemblyAI's API under `/v2`. */
export function createAssemblyAI(account: AssemblyAIAccount) {
	const submissions: Submission[] = [];
	const uploads = createUploads(account);
	const jobs = createJobs(account, uploads);
	const app = createApp();
	// Only AssemblyAI itself may read what was uploaded.
	app.get('/upload/*', context => refuse(context, 403, 'Cannot access uploaded file'));
	app.use('/v2/*', async (context, next) => {
		// The key and nothing else: no "Bearer" before it.
		if (context.req.header('authorization') !== account.apiKey) {
			return refuse(context, 401, 'Authentication error, API token missing/invalid');
		}
		return next();
	});
	app.route('/v2', createUploadRoute(uploads));
	app.route(
		'/v2',
		createTranscripts({
			account,
			jobs,
			uploads,
			onSubmission({id, created, parameters}) {
				const audio = uploads.find(parameters.audio_url);
				const recognized = audio === undefined ? undefined : recognize(audio, account.world);
				submissions.push({
					id,
					time: created,
					audioUrl: parameters.audio_url,
					recordingFileId: recognized?.type === 'recording' ? recognized.found.file.id : undefined,
					body: parameters,
				});
			},
		}),
	);
	app.notFound(context => refuse(context, 404, 'Not found'));
	return {app, submissions, close: () => jobs.close()};
}
