import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Service} from './faults.ts';

/** One request as the sandbox saw it. Secrets are not kept. */
export type JournalEntry = {
	readonly service: Service;
	readonly method: string;
	/** As it was sent, without the query. */
	readonly path: string;
	/** `access_token` has its value replaced. */
	readonly query: Readonly<Record<string, string>>;
	readonly hasAuthorization: boolean;
	/** `Basic`, `Bearer`, or `raw` for a value without a scheme. */
	readonly authorizationScheme: string | undefined;
	readonly contentType: string | undefined;
	/** Milliseconds since 1970. */
	readonly time: number;
	/** Of the answer; undefined as long as none has been sent in full. */
	readonly status: number | undefined;
};

/** Older entries make room, so that a sandbox left running for days stays small. */
const largestJournal = 100_000;

export type Journal = {
	readonly entries: readonly JournalEntry[];
	write(service: Service, request: IncomingMessage, response: ServerResponse): JournalEntry;
};

export function createJournal(): Journal {
	const entries: JournalEntry[] = [];
	return {
		entries,
		write(service, request, response) {
			const url = new URL(request.url ?? '/', 'http://127.0.0.1');
			const {authorization} = request.headers;
			let status: number | undefined;
			response.once('finish', () => {
				status = response.statusCode;
			});
			const entry: JournalEntry = {
				service,
				method: request.method ?? 'GET',
				path: url.pathname,
				query: readQuery(url.searchParams),
				hasAuthorization: authorization !== undefined,
				authorizationScheme: readScheme(authorization),
				contentType: request.headers['content-type'],
				time: Date.now(),
				get status() {
					return status;
				},
			};
			entries.push(entry);
			if (entries.length > largestJournal) {
				entries.splice(0, entries.length - largestJournal);
			}
			return entry;
		},
	};
}

function readQuery(parameters: URLSearchParams): Record<string, string> {
	return Object.fromEntries(
		[...parameters].map(([name, value]) => [name, name === 'access_token' ? '(secret)' : value]),
	);
}

function readScheme(authorization: string | undefined): string | undefined {
	if (authorization === undefined) {
		return undefined;
	}
	return /^(Basic|Bearer) /.exec(authorization)?.[1] ?? 'raw';
}
