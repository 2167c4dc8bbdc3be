import type {Context} from 'hono';
import type {Job} from './job.ts';
import {refuse} from './refuse.ts';

const usualLimit = 10;
const largestLimit = 200;
const statuses = ['queued', 'processing', 'completed', 'error'];

/** `GET /v2/transcript`: newest first; `prev_url` leads to the older ones. */
export function listJobs(context: Context, newestFirst: readonly Job[], origin: string): Response {
	const query = context.req.query();
	const limit = query['limit'] === undefined ? usualLimit : Number(query['limit']);
	if (!Number.isInteger(limit) || limit < 1 || limit > largestLimit) {
		return refuse(context, 400, `limit must be between 1 and ${largestLimit}`);
	}
	const {status, created_on: createdOn} = query;
	if (status !== undefined && !statuses.includes(status)) {
		return refuse(context, 400, `status must be one of: ${statuses.join(', ')}`);
	}
	if (createdOn !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(createdOn)) {
		return refuse(context, 400, 'created_on must be a date in the format YYYY-MM-DD');
	}
	const matching = newestFirst.filter(
		job =>
			(status === undefined || job.progress.status === status) &&
			(createdOn === undefined || toTimestamp(job.created).startsWith(createdOn)),
	);
	const page = cut(newestFirst, matching, limit, query['before_id'], query['after_id']);
	if (page === undefined) {
		return refuse(context, 400, 'Transcript lookup error, transcript id not found');
	}
	const link = (name: string, job: Job | undefined): string | null =>
		job === undefined ? null : linkTo(origin, {...query, limit: String(limit)}, name, job.id);
	const [first, last] = [page[0], page.at(-1)];
	return context.json({
		page_details: {
			limit,
			result_count: page.length,
			current_url: new URL(`${origin}${context.req.path}${new URL(context.req.url).search}`).href,
			prev_url: link('before_id', last === matching.at(-1) ? undefined : last),
			next_url: link('after_id', first === matching[0] ? undefined : first),
		},
		transcripts: page.map(job => describe(job, origin)),
	});
}

/** `YYYY-MM-DDTHH:MM:SS.ffffff`, UTC but without saying so. */
export function toTimestamp(time: number): string {
	return `${new Date(time).toISOString().slice(0, -1)}000`;
}

/** Undefined when an id is unknown. */
function cut(
	all: readonly Job[],
	matching: readonly Job[],
	limit: number,
	beforeId: string | undefined,
	afterId: string | undefined,
): readonly Job[] | undefined {
	const pivot = beforeId ?? afterId;
	if (pivot === undefined) {
		return matching.slice(0, limit);
	}
	const place = all.findIndex(({id}) => id === pivot);
	if (place === -1) {
		return undefined;
	}
	const positions = new Map(all.map((job, index) => [job, index]));
	const placeOf = (job: Job) => positions.get(job) ?? 0;
	return beforeId === undefined
		? matching.filter(job => placeOf(job) < place).slice(-limit)
		: matching.filter(job => placeOf(job) > place).slice(0, limit);
}

function linkTo(
	origin: string,
	query: Readonly<Record<string, string>>,
	name: string,
	id: string,
): string {
	const url = new URL(`${origin}/v2/transcript`);
	for (const [key, value] of Object.entries(query)) {
		if (key !== 'before_id' && key !== 'after_id') {
			url.searchParams.set(key, value);
		}
	}
	url.searchParams.set(name, id);
	return url.href;
}

function describe({id, created, progress, parameters, isDeleted}: Job, origin: string): object {
	return {
		id,
		resource_url: `${origin}/v2/transcript/${id}`,
		status: isDeleted && progress.status !== 'error' ? 'completed' : progress.status,
		created: toTimestamp(created),
		completed: 'completed' in progress ? toTimestamp(progress.completed) : null,
		audio_url: isDeleted ? 'http://deleted_by_user' : parameters.audio_url,
		error: progress.status === 'error' ? progress.error : null,
	};
}
