import {Buffer} from 'node:buffer';
import {
	type IncomingMessage,
	type OutgoingHttpHeader,
	type OutgoingHttpHeaders,
	ServerResponse,
} from 'node:http';

type WriteCallback = (error: Error | null | undefined) => void;
type EndCallback = () => void;
type Chunk = string | Uint8Array;
type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

/** What is done to a response on its way out. */
export type Tampering =
	/** Nothing of it is sent; `then` is called when all of it would have been. */
	| {readonly type: 'swallow'; readonly then: () => void}
	| {readonly type: 'slow'; readonly bytesPerSecond: number}
	| {readonly type: 'cut'; readonly afterBytes: number; readonly end: 'clean' | 'reset'};

const portionMilliseconds = 50;

/** A response that can be told to go wrong before anything of it is written. */
export class FaultyResponse extends ServerResponse<IncomingMessage> {
	#tampering: Tampering | undefined;
	#bytesLeft = 0;
	#waiting: Buffer[] = [];
	#timer: NodeJS.Timeout | undefined;
	#hasEnded = false;

	tamper(tampering: Tampering): void {
		this.#tampering = tampering;
		this.#bytesLeft = tampering.type === 'cut' ? tampering.afterBytes : 0;
		this.once('close', () => clearInterval(this.#timer));
	}

	/** Answers in place of the swallowed response. */
	replace(status: number, headers: Readonly<Record<string, string>>, body: string): void {
		this.#tampering = undefined;
		super.writeHead(status, {...headers, 'content-length': Buffer.byteLength(body)});
		super.end(body);
	}

	override writeHead(status: number, reason?: string | Headers, last?: Headers): this {
		const tampering = this.#tampering;
		if (tampering?.type === 'swallow') {
			return this;
		}
		let headers = typeof reason === 'object' ? reason : last;
		if (tampering?.type === 'cut' && tampering.end === 'clean') {
			headers = withoutLength(headers);
			this.removeHeader('content-length');
		}
		return super.writeHead(status, headers);
	}

	override write(
		chunk: Chunk,
		encoding?: BufferEncoding | WriteCallback,
		callback?: WriteCallback,
	): boolean {
		const done = typeof encoding === 'function' ? encoding : callback;
		const bytes = toBuffer(chunk, typeof encoding === 'string' ? encoding : undefined);
		switch (this.#tampering?.type) {
			case undefined:
				return super.write(bytes, done);
			case 'swallow':
				done?.(null);
				return true;
			case 'slow':
				this.#waiting.push(bytes);
				this.#startPortions(this.#tampering.bytesPerSecond);
				done?.(null);
				return false;
			case 'cut':
				done?.(null);
				return this.#writeUntilCut(bytes, this.#tampering.end);
		}
	}

	override end(
		chunk?: Chunk | EndCallback | null,
		encoding?: BufferEncoding | EndCallback,
		callback?: EndCallback,
	): this {
		const done = [chunk, encoding, callback].find(value => typeof value === 'function');
		const isBody = typeof chunk === 'string' || chunk instanceof Uint8Array;
		const body = isBody
			? toBuffer(chunk, typeof encoding === 'string' ? encoding : undefined)
			: undefined;
		if (this.#tampering === undefined) {
			return body === undefined ? super.end(done) : super.end(body, done);
		}
		if (body !== undefined) {
			this.write(body);
		}
		if (this.#hasEnded) {
			return this;
		}
		this.#hasEnded = true;
		if (this.#tampering.type === 'swallow') {
			this.#tampering.then();
		} else if (this.#tampering.type === 'cut' || this.#waiting.length === 0) {
			super.end();
		}
		return this;
	}

	#writeUntilCut(bytes: Buffer, end: 'clean' | 'reset'): boolean {
		if (this.#hasEnded) {
			return true;
		}
		const part = bytes.subarray(0, this.#bytesLeft);
		this.#bytesLeft -= part.length;
		if (part.length > 0) {
			super.write(part);
		}
		if (this.#bytesLeft === 0) {
			this.#hasEnded = true;
			if (end === 'clean') {
				super.end();
			} else {
				// A reset drops what is still in flight; the client is to see the first bytes.
				this.#timer = setTimeout(() => this.socket?.resetAndDestroy(), portionMilliseconds);
			}
		}
		return true;
	}

	#startPortions(bytesPerSecond: number): void {
		if (this.#timer !== undefined) {
			return;
		}
		const portion = Math.max(1, Math.round((bytesPerSecond * portionMilliseconds) / 1000));
		this.#timer = setInterval(() => {
			const next = this.#waiting.shift();
			if (next !== undefined) {
				super.write(next.subarray(0, portion));
				if (next.length > portion) {
					this.#waiting.unshift(next.subarray(portion));
				}
			}
			if (this.#waiting.length > 0 && !this.destroyed) {
				return;
			}
			clearInterval(this.#timer);
			this.#timer = undefined;
			if (this.#hasEnded) {
				super.end();
			} else {
				this.emit('drain');
			}
		}, portionMilliseconds);
	}
}

function withoutLength(headers: Headers | undefined): OutgoingHttpHeaders | undefined {
	if (headers === undefined || Array.isArray(headers)) {
		return undefined;
	}
	return Object.fromEntries(
		Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length'),
	);
}

function toBuffer(chunk: Chunk, encoding: BufferEncoding | undefined): Buffer {
	return typeof chunk === 'string'
		? Buffer.from(chunk, encoding)
		: Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
