import type {Context} from 'hono';
import {createMiddleware} from 'hono/factory';
import type {Clock} from '../clock.ts';
import {refuse} from './zoom-error.ts';

/** Requests per second that the account may make, by what kind they are. */
export type RateLimits = {
	readonly light: number;
	readonly medium: number;
	readonly heavy: number;
	/** Of all kinds together, in a day (UTC). Default: any number. */
	readonly perDay?: number;
	/** Whether answers say in their headers what is left. Zoom's do not always. */
	readonly hasHeaders: boolean;
};

type Label = 'light' | 'medium' | 'heavy';

const labels: readonly (readonly [RegExp, Label])[] = [
	[/^\/v2\/users\/[^/]+$/, 'light'],
	[/^\/v2\/meetings\/[^/]+\/(?:recordings|meeting_summary)$/, 'light'],
	[/^\/v2\//, 'medium'],
];
const dayMs = 86_400_000;

type Window = {start: number; readonly lengthMs: number; count: number};

/** Counts requests by the second and by the day, and refuses those beyond a limit with 429. */
export function limitRate(limits: RateLimits | undefined, clock: Clock) {
	const day: Window = {start: 0, lengthMs: dayMs, count: 0};
	const seconds: Readonly<Record<Label, Window>> = {
		light: {start: 0, lengthMs: 1000, count: 0},
		medium: {start: 0, lengthMs: 1000, count: 0},
		heavy: {start: 0, lengthMs: 1000, count: 0},
	};
	return createMiddleware(async (context, next) => {
		if (limits === undefined) {
			return next();
		}
		const label = labels.find(([pattern]) => pattern.test(context.req.path))?.[1] ?? 'heavy';
		const perDay = limits.perDay ?? Number.POSITIVE_INFINITY;
		if (count(day, clock) > perDay) {
			const end = new Date(day.start + dayMs).toISOString().replace('.000', '');
			context.header('retry-after', end);
			return refuseMore(context, 'daily', {label, limit: perDay, remaining: 0}, limits);
		}
		const used = count(seconds[label], clock);
		const limit = limits[label];
		if (used > limit) {
			return refuseMore(context, 'per-second', {label, limit, remaining: 0}, limits);
		}
		await next();
		tell(context, 'per-second', {label, limit, remaining: limit - used}, limits);
	});
}

/** One more request, and how many that makes in this window of the clock. */
function count(window: Window, clock: Clock): number {
	const now = clock.now();
	const start = now - (now % window.lengthMs);
	if (window.start !== start) {
		window.start = start;
		window.count = 0;
	}
	return ++window.count;
}

type Period = 'per-second' | 'daily';
type Left = {readonly label: Label; readonly limit: number; readonly remaining: number};

function refuseMore(context: Context, period: Period, left: Left, limits: RateLimits): Response {
	tell(context, period, left, limits);
	const then = period === 'daily' ? 'Refer to the response header for details' : 'Try again later';
	return refuse(
		context,
		429,
		429,
		`You have reached the maximum ${period} rate limit for this API. ${then}.`,
	);
}

function tell(context: Context, period: Period, left: Left, {hasHeaders}: RateLimits): void {
	if (hasHeaders) {
		context.header(
			'x-ratelimit-category',
			left.label.replace(/^./, first => first.toUpperCase()),
		);
		context.header('x-ratelimit-type', period === 'daily' ? 'Daily-limit' : 'QPS');
		context.header('x-ratelimit-limit', String(left.limit));
		context.header('x-ratelimit-remaining', String(left.remaining));
	}
}
