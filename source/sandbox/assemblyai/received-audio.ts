import {Buffer} from 'node:buffer';
import {createHash, type Hash} from 'node:crypto';

/** What is kept of a file: its beginning, its length and its hash. */
export type ReceivedAudio = {
	readonly head: Buffer;
	readonly sizeBytes: number;
	readonly sha256: string;
};

// Enough to tell what it is, and little enough to be kept for thousands of uploads.
const headBytes = 4 * 1024;

/** Takes in a file of any size in constant memory. */
export class AudioIntake {
	readonly #hash: Hash = createHash('sha256');
	#head: Buffer = Buffer.alloc(0);
	#sizeBytes = 0;

	get sizeBytes(): number {
		return this.#sizeBytes;
	}

	take(chunk: Uint8Array): void {
		this.#hash.update(chunk);
		this.#sizeBytes += chunk.length;
		if (this.#head.length < headBytes) {
			const part = chunk.subarray(0, headBytes - this.#head.length);
			this.#head = Buffer.concat([this.#head, part]);
		}
	}

	finish(): ReceivedAudio {
		return {head: this.#head, sizeBytes: this.#sizeBytes, sha256: this.#hash.digest('hex')};
	}
}
