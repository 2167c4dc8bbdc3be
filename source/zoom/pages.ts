import type {z} from 'zod';
import type {ZoomApi, ZoomRequest} from './zoom-api.ts';
import {ZoomError} from './zoom-error.ts';

type Paged = {readonly next_page_token: string | undefined};

/** A page token lives 15 minutes: whoever was slower than that begins again. */
const mostRestarts = 3;
const mostPages = 5000;

/**
 * Yields every page of a list, the last one marked. When a page token has expired the list begins
 * again, so that what was yielded before comes once more.
 */
export async function* readPages<Schema extends z.ZodType<Paged>>(
	api: ZoomApi,
	request: ZoomRequest,
	schema: Schema,
	signal: AbortSignal,
): AsyncGenerator<{readonly page: z.output<Schema>; readonly isLast: boolean}, void, void> {
	let pageToken: string | undefined;
	let restarts = 0;
	for (let count = 0; count < mostPages; count++) {
		let page: z.output<Schema>;
		try {
			const query = {...request.query, next_page_token: pageToken};
			page = await api.get({...request, query}, schema, signal);
		} catch (error) {
			if (pageToken === undefined || restarts === mostRestarts || !asksToRestart(error)) {
				throw error;
			}
			restarts++;
			pageToken = undefined;
			continue;
		}
		const isLast = page.next_page_token === undefined || page.next_page_token === pageToken;
		yield {page, isLast};
		if (isLast) {
			return;
		}
		pageToken = page.next_page_token;
	}
	throw new ZoomError(`Zoom’s list did not end after ${mostPages} pages`, {
		code: 'service',
		hint: 'Ask for a shorter range.',
	});
}

function asksToRestart(error: unknown): boolean {
	return error instanceof ZoomError && error.remedy === 'restart-paging';
}
