import type {Context} from 'hono';

/** OAuth's errors at Zoom have a `reason`, not an `error_description`. */
export function refuseToken(context: Context, error: string, reason: string): Response {
	return context.json({reason, error}, 400);
}
