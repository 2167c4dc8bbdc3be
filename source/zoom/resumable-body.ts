import {setTimeout as wait} from 'node:timers/promises';
import {guardMediaBody} from './media-body.ts';
import {ZoomError} from './zoom-error.ts';

/** What is known of the file that is being fetched. */
export type FetchedFile = {
	/** Undefined when nobody has said it. */
	readonly sizeBytes: number | undefined;
	/** What the answer calls this very state of the file, if it does. */
	readonly etag: string | undefined;
};

export type ResumeOptions = FetchedFile & {
	/** Asks for the file once more, from this byte on. */
	readonly reopen: (fromByte: number) => Promise<ReopenedFile>;
	readonly stallMs: number;
	/** Milliseconds before the first new attempt, doubled for each further one without progress. */
	readonly backoffMs: number;
	readonly signal: AbortSignal;
};

export type ReopenedFile = {
	readonly response: Response;
	readonly body: ReadableStream<Uint8Array>;
};

/** Attempts in a row that bring next to nothing. */
const mostAttempts = 4;
const worthwhileBytes = 65_536;

/**
 * The bytes of a file as one stream, whatever happens to the connections: when one breaks, stands still
 * or ends early, the file is asked for from the byte that is next. A server that sends it from its
 * beginning again is read up to there. Fails with a `ZoomError` when several attempts bring nothing, when
 * the file has become another one meanwhile, or with the signal's reason.
 */
export function resumeMediaBody(
	body: ReadableStream<Uint8Array>,
	options: ResumeOptions,
): ReadableStream<Uint8Array> {
	const {sizeBytes, stallMs, signal, backoffMs} = options;
	const guard = (part: ReadableStream<Uint8Array>, startByte: number) =>
		guardMediaBody(part, {sizeBytes, stallMs, signal, startByte}).getReader();
	let reader = guard(body, 0);
	let received = 0;
	let attempts = 0;
	let receivedAtAttempt = 0;

	function mayResume(error: unknown): boolean {
		const isWhole = sizeBytes !== undefined && received >= sizeBytes;
		return error instanceof ZoomError && error.code === 'network' && !signal.aborted && !isWhole;
	}

	/** One attempt: the first bytes that are new, or undefined where there are no more. */
	async function attempt(): Promise<Uint8Array | undefined> {
		attempts++;
		receivedAtAttempt = received;
		await wait(backoffMs * 2 ** (attempts - 1), undefined, {signal});
		const reopened = await options.reopen(received);
		const startByte = await findStart(reopened, received, options);
		reader = guard(reopened.body, startByte);
		return readPast(reader, received - startByte);
	}

	async function readNext(): Promise<Uint8Array | undefined> {
		let read = async () => (await reader.read()).value;
		for (;;) {
			try {
				return await read();
			} catch (error) {
				if (received - receivedAtAttempt >= worthwhileBytes) {
					attempts = 0;
				}
				if (!mayResume(error) || attempts === mostAttempts) {
					throw error;
				}
				read = attempt;
			}
		}
	}

	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				try {
					const chunk = await readNext();
					if (chunk === undefined) {
						controller.close();
						return;
					}
					received += chunk.byteLength;
					controller.enqueue(chunk);
				} catch (error) {
					controller.error(signal.aborted ? signal.reason : error);
				}
			},
			cancel(reason) {
				return reader.cancel(reason);
			},
		},
		{highWaterMark: 0},
	);
}

/**
 * The byte that a second answer begins with. Lets go of it and throws when it does not go on from the
 * first one.
 */
async function findStart(
	{response: {status, headers}, body}: ReopenedFile,
	received: number,
	{sizeBytes, etag}: FetchedFile,
): Promise<number> {
	const again = readState(status, headers);
	const isSame =
		isAlike(etag, again.etag) &&
		isAlike(sizeBytes, again.sizeBytes) &&
		// From its beginning again, a file of unknown length could be any.
		(status === 206 || sizeBytes !== undefined);
	if (isSame && again.startByte <= received) {
		return again.startByte;
	}
	await body.cancel();
	throw new ZoomError('The recording has changed while it was being fetched', {
		code: 'service',
		hint: 'Try again: it is then fetched from its beginning.',
	});
}

function isAlike<Value>(one: Value | undefined, other: Value | undefined): boolean {
	return one === undefined || other === undefined || one === other;
}

function readState(status: number, headers: Headers): FetchedFile & {readonly startByte: number} {
	const etag = headers.get('etag') ?? undefined;
	const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '');
	if (status !== 206 || range === null) {
		return {etag, startByte: 0, sizeBytes: readLength(headers)};
	}
	const total = range[2] === '*' ? undefined : Number(range[2]);
	return {etag, startByte: Number(range[1]), sizeBytes: total};
}

/** What the answer says that it holds, in bytes. */
export function readLength(headers: Headers): number | undefined {
	const length = headers.get('content-length');
	return length !== null && /^\d+$/.test(length) ? Number(length) : undefined;
}

/** The first bytes after the `count` that are there already. */
async function readPast(
	reader: ReadableStreamDefaultReader<Uint8Array>,
	count: number,
): Promise<Uint8Array | undefined> {
	let left = count;
	for (;;) {
		const {done, value} = await reader.read();
		if (done) {
			return undefined;
		}
		if (value.byteLength > left) {
			return value.subarray(left);
		}
		left -= value.byteLength;
	}
}
