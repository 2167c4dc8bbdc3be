import {channel} from 'node:diagnostics_channel';

/** One attempt to ask a service something, as the log tells of it: without headers, bodies and queries. */
export type RequestEvent = {
	readonly type: 'request';
	/** `Zoom` */
	readonly service: string;
	readonly method: string;
	/** Only its host and path are told. */
	readonly url: URL;
	/** From 1. */
	readonly attempt: number;
	/** Until the answer began, or the attempt failed. */
	readonly milliseconds: number;
	/** Undefined where there was no answer. */
	readonly status: number | undefined;
	/** Why there was none: the name of an error, such as `ECONNREFUSED`. */
	readonly fault: string | undefined;
};

/** Something that happened to a job. */
export type JobEventNotice = {
	readonly type: 'job';
	readonly jobId: string;
	/** A stage, or the name of what happened in it. */
	readonly kind: string;
};

export type LogEvent = RequestEvent | JobEventNotice;

// Whoever makes something happen tells it here, and knows nothing of who listens: usually nobody.
const events = channel('recscribe');

export function tellLog(event: LogEvent): void {
	events.publish(event);
}

/** `listen` is called with every event from now on. Gives back what ends it. */
export function onLogEvent(listen: (event: LogEvent) => void): () => void {
	// Nobody else publishes on this channel.
	const listener = (event: unknown) => listen(event as LogEvent);
	events.subscribe(listener);
	return () => {
		events.unsubscribe(listener);
	};
}
