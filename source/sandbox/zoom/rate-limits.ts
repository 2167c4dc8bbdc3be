import type {Context} from 'hono';
import {createMiddleware} from 'hono/factory';
import type {Clock} from '../clock.ts';
import type {ZoomEnvironment} from './authenticate.ts';

/** What Zoom allows one account, whatever the app. */
export type RateLimits = {
	/** Requests in a second, by the category of the endpoint. */
	readonly light: number;
	readonly medium: number;
	readonly heavy: number;
	/** Requests in a day, of all categories. Default: no limit. */
	readonly daily?: number;
	/** Zoom has sent headers about it, and has stopped. Default true. */
	readonly hasHeaders?: boolean;
};

export type Category = 'light' | 'medium' | 'heavy';

/** What the plans allow. */
export const planLimits = {
	free: {light: 4, medium: 2, heavy: 1, daily: 6000},
	pro: {light: 30, medium: 20, heavy: 10},
	business: {light: 80, medium: 60, heavy: 40},
} as const satisfies Record<string, RateLimits>;

export type RateLimiter = (
	category: Category,
) => ReturnType<typeof createMiddleware<ZoomEnvironment>>;

/** Counts the requests of the account. Without limits, every one passes. */
export function createRateLimiter(limits: RateLimits | undefined, clock: Clock): RateLimiter {
	const recent: Record<Category, number[]> = {light: [], medium: [], heavy: []};
	const days = new Map<number, number>();
	return category =>
		createMiddleware<ZoomEnvironment>(async (context, next) => {
			if (limits === undefined) {
				return next();
			}
			const now = clock.now();
			const day = Math.floor(now / dayMilliseconds);
			const today = days.get(day) ?? 0;
			if (limits.daily !== undefined && today >= limits.daily) {
				const midnight = new Date((day + 1) * dayMilliseconds).toISOString();
				return refuse(context, limits, 'Daily-limit', category, limits.daily, midnight);
			}
			recent[category] = recent[category].filter(time => time > now - 1000);
			if (recent[category].length >= limits[category]) {
				return refuse(context, limits, 'QPS', category, limits[category], undefined);
			}
			recent[category].push(now);
			days.set(day, today + 1);
			if (limits.hasHeaders !== false) {
				context.header('X-RateLimit-Category', capitalize(category));
				context.header('X-RateLimit-Limit', String(limits[category]));
				context.header('X-RateLimit-Remaining', String(limits[category] - recent[category].length));
			}
			return next();
		});
}

const dayMilliseconds = 86_400_000;

function refuse(
	context: Context,
	limits: RateLimits,
	type: 'QPS' | 'Daily-limit',
	category: Category,
	limit: number,
	retryAfter: string | undefined,
): Response {
	const message =
		type === 'QPS'
			? 'You have reached the maximum per-second rate limit for this API. Try again later.'
			: 'You have reached the maximum daily rate limit for this API. Refer to the response header for details about when you can make another request.';
	const headers = {
		'X-RateLimit-Category': capitalize(category),
		'X-RateLimit-Type': type,
		'X-RateLimit-Limit': String(limit),
		'X-RateLimit-Remaining': '0',
		...(retryAfter === undefined ? {} : {'Retry-After': retryAfter}),
	};
	return context.json({code: 429, message}, 429, limits.hasHeaders === false ? {} : headers);
}

function capitalize(category: Category): string {
	return category.charAt(0).toUpperCase() + category.slice(1);
}
