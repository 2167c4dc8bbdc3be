import * as z from 'zod';
import {joinUrl} from '../http/addresses.ts';
import {requiredText} from '../http/lenient.ts';
import type {Http} from '../http.ts';
import {showBytes} from '../measures.ts';
import {AssemblyAIError} from './assemblyai-error.ts';
import type {Base} from './base.ts';

export type UploadOptions = {
	readonly sizeBytes: number | undefined;
	readonly onBytes: (sentBytes: number) => void;
	readonly signal: AbortSignal;
	/** Milliseconds without progress after which the upload is given up. */
	readonly stallMs: number;
};

const isWebAddress = (address: string) => /^https?:$/.test(URL.parse(address)?.protocol ?? '');
const uploadAnswer = z.object({upload_url: requiredText.refine(isWebAddress)});
/** After the last byte AssemblyAI may need a while, and much may still be on its way. */
const answerPatience = 5;
const retryHint = 'Check the network connection, then try again.';

/** Sends the bytes in one request, as they come; see `AssemblyAI.upload`. */
export async function upload(
	http: Http,
	base: Base,
	audio: ReadableStream<Uint8Array>,
	options: UploadOptions,
): Promise<string> {
	const failure = new AbortController();
	const body = createUploadBody(audio, options, error => failure.abort(error));
	try {
		const answer = await http.read({
			url: joinUrl(base.url, 'v2/upload'),
			method: 'POST',
			headers: {
				...base.headers,
				'content-type': 'application/octet-stream',
				...(options.sizeBytes !== undefined && {'content-length': String(options.sizeBytes)}),
			},
			body: body.stream,
			signal: AbortSignal.any([options.signal, failure.signal]),
			timeoutMs: false,
		});
		const {upload_url: url} = http.parse(uploadAnswer, http.parseJson(answer));
		if (!body.isSent()) {
			throw new AssemblyAIError('AssemblyAI answered before it had the whole audio', {
				code: 'service',
				hint: 'Try again.',
			});
		}
		return url;
	} finally {
		await body.close();
	}
}

type UploadBody = {
	readonly stream: ReadableStream<Uint8Array>;
	readonly isSent: () => boolean;
	/** Lets go of the audio, whatever became of the upload. */
	readonly close: () => Promise<void>;
};

type Stage = 'reading' | 'sending' | 'answering';

/** The audio on its way out: counted, watched for standing still, and never shorter than promised. */
function createUploadBody(
	audio: ReadableStream<Uint8Array>,
	{sizeBytes, onBytes, stallMs}: UploadOptions,
	fail: (error: unknown) => void,
): UploadBody {
	const reader = audio.getReader();
	let stage: Stage = 'sending';
	let sentBytes = 0;
	let timer: NodeJS.Timeout | undefined;

	function enter(next: Stage): void {
		stage = next;
		clearTimeout(timer);
		const limitMs = stage === 'answering' ? answerPatience * stallMs : stallMs;
		timer = setTimeout(() => fail(explainStall(stage, sentBytes)), limitMs);
	}

	async function readNext(): Promise<Uint8Array | undefined> {
		const {done, value} = await reader.read();
		const isShort = done && sizeBytes !== undefined && sentBytes < sizeBytes;
		const isLong = !done && sizeBytes !== undefined && sentBytes + value.byteLength > sizeBytes;
		if (isShort || isLong) {
			throw new AssemblyAIError(
				isShort
					? `The audio ended after ${showBytes(sentBytes)} of ${showBytes(sizeBytes)}`
					: `The audio is longer than the ${showBytes(sizeBytes)} that were announced`,
				{
					code: 'network',
					hint: 'Try again: the whole recording is then fetched anew.',
					isUndone: true,
				},
			);
		}
		return done ? undefined : value;
	}

	const stream = new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				onBytes(sentBytes);
				enter('reading');
				try {
					const chunk = await readNext();
					if (chunk === undefined) {
						enter('answering');
						controller.close();
						return;
					}
					sentBytes += chunk.byteLength;
					enter('sending');
					controller.enqueue(chunk);
				} catch (error) {
					fail(error);
					controller.error(error);
				}
			},
		},
		{highWaterMark: 0},
	);
	enter('sending');
	return {
		stream,
		// With the length announced AssemblyAI knows the last byte before the audio says that it was.
		isSent: () => stage === 'answering' || sentBytes === sizeBytes,
		async close() {
			clearTimeout(timer);
			await reader.cancel();
		},
	};
}

function explainStall(stage: Stage, sentBytes: number): AssemblyAIError {
	const messages: Readonly<Record<Stage, string>> = {
		reading: `No more audio comes in (${showBytes(sentBytes)} so far)`,
		sending: `AssemblyAI takes no more of the audio (${showBytes(sentBytes)} so far)`,
		answering: 'AssemblyAI did not answer after the whole audio was sent',
	};
	return new AssemblyAIError(messages[stage], {code: 'network', hint: retryHint});
}
