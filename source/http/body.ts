/** A body that is too large to take in. */
export class BodyTooLarge extends Error {
	override readonly name = 'BodyTooLarge';
	readonly limitBytes: number;

	constructor(limitBytes: number) {
		super(`The body is larger than ${limitBytes} bytes`);
		this.limitBytes = limitBytes;
	}
}

/**
 * The same bytes, but a read that waits longer than `stallMs` for the next of them fails with
 * `createError()`. Time in which nobody reads does not count.
 */
export function withStallTimeout(
	body: ReadableStream<Uint8Array>,
	stallMs: number,
	createError: () => Error,
): ReadableStream<Uint8Array> {
	const reader = body.getReader();
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const stalled = Promise.withResolvers<never>();
				const timer = setTimeout(() => {
					const error = createError();
					stalled.reject(error);
					void reader.cancel(error).catch(() => undefined);
				}, stallMs);
				try {
					const {done, value} = await Promise.race([reader.read(), stalled.promise]);
					if (done) {
						controller.close();
					} else {
						controller.enqueue(value);
					}
				} finally {
					clearTimeout(timer);
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
 * Reads a whole body, counting what really arrives (after decompression).
 *
 * @throws {BodyTooLarge} beyond `limitBytes`.
 */
export async function readWhole(
	body: ReadableStream<Uint8Array>,
	limitBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.byteLength;
		if (size > limitBytes) {
			throw new BodyTooLarge(limitBytes);
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks, size);
}

/** Reads at most `limitBytes` from the start and lets the rest go. */
export async function readStart(
	body: ReadableStream<Uint8Array>,
	limitBytes: number,
): Promise<string> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		chunks.push(chunk);
		size += chunk.byteLength;
		if (size >= limitBytes) {
			break;
		}
	}
	return Buffer.concat(chunks).subarray(0, limitBytes).toString();
}
