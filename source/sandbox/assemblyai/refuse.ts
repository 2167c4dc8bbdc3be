import type {Context} from 'hono';
import type {ContentfulStatusCode} from 'hono/utils/http-status';

/** AssemblyAI's way to say no: a sentence. */
export function refuse(context: Context, status: ContentfulStatusCode, error: string): Response {
	return context.json({error}, status);
}
