import {withStallTimeout} from '../http/body.ts';
import {explainNetworkFault} from '../http/network-faults.ts';
import {showBytes} from '../measures.ts';
import {ZoomError} from './zoom-error.ts';

const retryHint = 'Check the network connection, then try again.';

/**
 * The bytes of a file on their way: they fail with a `ZoomError` when the connection breaks, when
 * nothing comes for `stallMs`, and when they end before `sizeBytes`.
 */
export function guardMediaBody(
	body: ReadableStream<Uint8Array>,
	options: {
		readonly sizeBytes: number | undefined;
		readonly stallMs: number;
		readonly signal: AbortSignal;
		/** Where in the file these bytes begin. Default 0. */
		readonly startByte?: number;
	},
): ReadableStream<Uint8Array> {
	const {sizeBytes, stallMs, signal, startByte = 0} = options;
	let received = startByte;
	const createStallError = () =>
		new ZoomError(`Zoom sends no more of the recording (${describe(received, sizeBytes)})`, {
			code: 'network',
			hint: retryHint,
		});
	const reader = withStallTimeout(body, stallMs, createStallError).getReader();

	function toError(error: unknown): unknown {
		if (signal.aborted) {
			return signal.reason;
		}
		if (error instanceof ZoomError) {
			return error;
		}
		const {reason} = explainNetworkFault(error);
		return new ZoomError(
			`The download from Zoom broke off (${describe(received, sizeBytes)}): ${reason}`,
			{code: 'network', hint: retryHint, cause: error},
		);
	}

	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				try {
					const {done, value} = await reader.read();
					if (!done) {
						received += value.byteLength;
						controller.enqueue(value);
						return;
					}
				} catch (error) {
					controller.error(toError(error));
					return;
				}
				if (sizeBytes !== undefined && received < sizeBytes) {
					controller.error(
						new ZoomError(`The download from Zoom ended early (${describe(received, sizeBytes)})`, {
							code: 'network',
							hint: 'Try again; the recording may still be being processed.',
						}),
					);
					return;
				}
				controller.close();
			},
			cancel(reason) {
				return reader.cancel(reason);
			},
		},
		{highWaterMark: 0},
	);
}

function describe(received: number, sizeBytes: number | undefined): string {
	return sizeBytes === undefined
		? `after ${showBytes(received)}`
		: `${showBytes(received)} of ${showBytes(sizeBytes)}`;
}
