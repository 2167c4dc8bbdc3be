import type {LogEvent} from '../log-events.ts';

/** A line of the log, before its time and its level. */
export type LogLine = Readonly<Record<string, string | number | undefined>> & {
	readonly event: string;
};

// Paths of the services' APIs say what was asked for. Others, of downloads and uploads, are secrets.
const apiPath = /^\/(?:v\d|oauth)(?:\/|$)/;

/** What may be told of an event to anybody. */
export function describeEvent(event: LogEvent): LogLine {
	switch (event.type) {
		case 'request': {
			const {service, method, url, attempt, milliseconds, status, fault} = event;
			return {
				event: 'request',
				service,
				method,
				host: url.host,
				path: apiPath.test(url.pathname) ? url.pathname : '/…',
				attempt,
				milliseconds: Math.round(milliseconds),
				status,
				fault,
			};
		}

		case 'job':
			return {event: 'job', job: event.jobId, kind: event.kind};
	}
}

/** What may be told of an error: of what a person can act on its kind alone, of a bug all but what it quotes. */
export function describeFault(error: unknown, withoutQuotes: (text: string) => string): LogLine {
	if (!(error instanceof Error)) {
		return {event: 'bug', name: typeof error};
	}

	const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
	if (error.name.endsWith('Error') && 'hint' in error) {
		return {event: 'error', name: error.name, code};
	}

	const frames = (error.stack ?? '').split('\n').filter(line => line.startsWith('    at '));
	return {
		event: 'bug',
		name: error.name,
		code,
		message: withoutQuotes(error.message),
		stack: frames.join('\n'),
	};
}
