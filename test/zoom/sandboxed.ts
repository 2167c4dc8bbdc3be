import {type Sandbox, type SandboxOptions, startSandbox} from '../../source/sandbox/sandbox.ts';
import {createZoom, type ZoomOptions} from '../../source/zoom/create-zoom.ts';
import type {Zoom} from '../../source/zoom/zoom.ts';

export type Sandboxed = AsyncDisposable & {readonly sandbox: Sandbox; readonly zoom: Zoom};

/** A sandbox that lives as long as a test, and a client that is signed in to its Zoom. */
export async function openSandbox(
	options: SandboxOptions = {},
	clientOptions: Partial<ZoomOptions> = {},
): Promise<Sandboxed> {
	const sandbox = await startSandbox({now: new Date('2026-11-24T12:00:00Z'), ...options});
	return {
		sandbox,
		zoom: createZoom({...toZoomOptions(sandbox), ...clientOptions}),
		[Symbol.asyncDispose]: () => sandbox.close(),
	};
}

export function toZoomOptions({environment}: Sandbox): ZoomOptions {
	return {
		credentials: {
			type: 'server-to-server',
			accountId: environment.ZOOM_ACCOUNT_ID,
			clientId: environment.ZOOM_CLIENT_ID,
			clientSecret: environment.ZOOM_CLIENT_SECRET,
		},
		apiUrl: environment.ZOOM_API_URL,
		oauthUrl: environment.ZOOM_OAUTH_URL,
		plan: 'business',
		patience: {backoffMs: 1},
	};
}

export async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
	const all: Value[] = [];
	for await (const value of values) {
		all.push(value);
	}
	return all;
}
