import {Buffer} from 'node:buffer';
import type {Context} from 'hono';

export type TokenRequest = {
	/** Of the query and of the form; the form counts more. */
	readonly parameters: URLSearchParams;
	readonly basic: {readonly id: string; readonly secret: string} | undefined;
};

export async function readTokenRequest(context: Context): Promise<TokenRequest> {
	const parameters = new URL(context.req.url).searchParams;
	const type = context.req.header('content-type') ?? '';
	if (type.startsWith('application/x-www-form-urlencoded')) {
		for (const [name, value] of new URLSearchParams(await context.req.text())) {
			parameters.set(name, value);
		}
	}
	return {parameters, basic: readBasic(context.req.header('authorization'))};
}

function readBasic(header: string | undefined): TokenRequest['basic'] {
	const encoded = /^Basic (\S+)$/.exec(header ?? '')?.[1];
	if (encoded === undefined) {
		return undefined;
	}
	const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString().split(':');
	return {id, secret: secret.join(':')};
}
