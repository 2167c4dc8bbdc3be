import type {Context} from 'hono';
import type {PageTokens} from './page-tokens.ts';
import {refuse, refuseField} from './zoom-error.ts';

export type Page<Item> = {
	readonly items: readonly Item[];
	readonly pageSize: number;
	readonly nextPageToken: string;
	readonly total: number;
};

export type PageOptions = {
	/** Everything that has to stay the same from page to page. */
	readonly parameters: string;
	/** More than that is never given, whatever is asked for. */
	readonly largestPage: number;
};

const usualPageSize = 30;
const largestPageSize = 300;

/** Cuts the page out of `items` that the request asks for, or gives the refusal to answer with. */
export function takePage<Item>(
	context: Context,
	items: readonly Item[],
	tokens: PageTokens,
	{parameters, largestPage}: PageOptions,
): Page<Item> | Response {
	const asked = readPageSize(context.req.query('page_size'));
	if (asked === undefined) {
		return refuseField(context, 'page_size');
	}
	const pageSize = Math.min(asked, largestPage);
	const bound = `${parameters} ${asked}`;
	const token = context.req.query('next_page_token') ?? '';
	const start = token === '' ? 0 : tokens.redeem(token, bound);
	if (start === undefined) {
		return refuse(context, 400, 300, 'The next page token is invalid or expired.');
	}
	const end = start + pageSize;
	return {
		items: items.slice(start, end),
		pageSize,
		nextPageToken: end < items.length ? tokens.issue(bound, end) : '',
		total: items.length,
	};
}

function readPageSize(text: string | undefined): number | undefined {
	if (text === undefined || text === '') {
		return usualPageSize;
	}
	const size = /^\d+$/.test(text) ? Number(text) : 0;
	return size >= 1 && size <= largestPageSize ? size : undefined;
}
