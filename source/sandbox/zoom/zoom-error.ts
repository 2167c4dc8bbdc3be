import type {Context} from 'hono';
import type {ContentfulStatusCode} from 'hono/utils/http-status';

type FieldError = {readonly field: string; readonly message: string};

/** Zoom's way to say no: a number and a sentence, sometimes inside HTTP 200. */
export function refuse(
	context: Context,
	status: ContentfulStatusCode,
	code: number,
	message: string,
	errors?: readonly FieldError[],
): Response {
	return context.json(errors === undefined ? {code, message} : {code, message, errors}, status);
}

export function refuseField(context: Context, field: string): Response {
	return refuse(context, 400, 300, 'Validation Failed.', [{field, message: 'Invalid field.'}]);
}
