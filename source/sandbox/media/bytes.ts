import {Buffer} from 'node:buffer';
import {Readable} from 'node:stream';
import {createRandom, hash} from '../world/random.ts';
import {type Medium, writeHeader} from './container.ts';

/** Reads the bytes from `start` up to but without `end` of a media file that exists nowhere. */
export type ReadMedia = (medium: Medium, start: number, end: number) => Readable;

// A prime: a client that goes on at a place some round number of bytes away gets other bytes.
const poolBytes = 1_048_573;
const largestChunkBytes = 256 * 1024;

/** Files of any length from one piece of noise: the same bytes each time, in constant memory. */
export function createMediaReader(seed: number): ReadMedia {
	let pool: Buffer | undefined;
	return (medium, start, end) => {
		pool ??= makeNoise(seed);
		const noise = pool;
		const header = writeHeader(medium).subarray(0, medium.sizeBytes);
		const shift = hash(medium.recordingId).readUInt32LE(0) % poolBytes;
		let position = start;
		return new Readable({
			highWaterMark: largestChunkBytes,
			read() {
				if (position >= end) {
					this.push(null);
					return;
				}
				const chunk = piece(position, end);
				position += chunk.length;
				this.push(chunk);
			},
		});
		function piece(from: number, until: number): Buffer {
			if (from < header.length) {
				return header.subarray(from, until);
			}
			const inPool = (from + shift) % poolBytes;
			return noise.subarray(inPool, inPool + Math.min(until - from, largestChunkBytes));
		}
	};
}

function makeNoise(seed: number): Buffer {
	const random = createRandom(seed, 'media');
	const words = new Uint32Array(Math.ceil(poolBytes / 4));
	for (let index = 0; index < words.length; index++) {
		words[index] = random.integer(0, 0xffff_ffff);
	}
	return Buffer.from(words.buffer, 0, poolBytes);
}
