import {randomUUID} from 'node:crypto';
import type {HttpBindings} from '@hono/node-server';
import {type Context, Hono} from 'hono';
import type {AssemblyAIAccount} from './account.ts';
import {AudioIntake, type ReceivedAudio} from './received-audio.ts';
import {refuse} from './refuse.ts';

/** Files that have been uploaded, by the address that only AssemblyAI can read. */
export type Uploads = {
	keep(audio: ReceivedAudio): string;
	/** Whether an address looks like one of an upload, though it may be gone. */
	isUpload(url: string): boolean;
	find(url: string): ReceivedAudio | undefined;
	remove(url: string): void;
};

export const largestUploadBytes = 2_200_000_000;
const lifeMilliseconds = 48 * 3_600_000;

export function createUploads({origin, clock}: AssemblyAIAccount): Uploads {
	const kept = new Map<string, {audio: ReceivedAudio; expires: number}>();
	const prefix = `${origin}/upload/`;
	return {
		keep(audio) {
			const url = `${prefix}${randomUUID()}`;
			kept.set(url, {audio, expires: clock.now() + lifeMilliseconds});
			return url;
		},
		isUpload: url => url.startsWith(prefix),
		find(url) {
			const found = kept.get(url);
			return found !== undefined && found.expires > clock.now() ? found.audio : undefined;
		},
		remove(url) {
			kept.delete(url);
		},
	};
}

/** `POST /v2/upload`: the bytes themselves as the body. */
export function createUploadRoute(uploads: Uploads) {
	const app = new Hono<{Bindings: HttpBindings}>();
	app.post('/upload', async context => {
		const length = Number(context.req.header('content-length') ?? 0);
		if (length > largestUploadBytes) {
			return refuseSize(context);
		}
		const intake = new AudioIntake();
		// Left open when it is too long: the refusal has to get back to the client.
		for await (const chunk of context.env.incoming.iterator({destroyOnReturn: false})) {
			intake.take(chunk);
			if (intake.sizeBytes > largestUploadBytes) {
				return refuseSize(context);
			}
		}
		if (intake.sizeBytes === 0) {
			return refuse(context, 400, 'Upload failed, please try again. The file is empty.');
		}
		return context.json({upload_url: uploads.keep(intake.finish())});
	});
	return app;
}

function refuseSize(context: Context): Response {
	context.header('connection', 'close');
	return refuse(context, 400, 'Upload failed, the file is larger than 2.2GB.');
}
