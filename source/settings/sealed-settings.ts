import {isUtf8} from 'node:buffer';
import {createDecipheriv, pbkdf2Sync, randomBytes} from 'node:crypto';

/** What a settings file is encrypted with. */
export type SealKey = string;

export const sealAlgorithm = 'aes-256-gcm';

const vectorBytes = 16;
const tagBytes = 16;

export function createSealKey(): SealKey {
	return randomBytes(32).toString('base64url');
}

/** Whether conf has encrypted this file: random bytes, with a colon behind the first sixteen. */
export function isSealed(bytes: Uint8Array): boolean {
	return bytes[vectorBytes] === 0x3a && bytes.length > vectorBytes + tagBytes && !isUtf8(bytes);
}

/**
 * The text of a file that conf has encrypted. conf reads its files itself, but takes longer to load than
 * all that a start has time for; a test holds the two together.
 *
 * Undefined when it is another key's, or damaged.
 */
export function unseal(bytes: Uint8Array, key: SealKey): string | undefined {
	const vector = bytes.subarray(0, vectorBytes);
	const end = bytes.length - tagBytes;
	try {
		const password = pbkdf2Sync(key, vector, 10_000, 32, 'sha512');
		const decipher = createDecipheriv(sealAlgorithm, password, vector);
		decipher.setAuthTag(bytes.subarray(end));
		const text = [decipher.update(bytes.subarray(vectorBytes + 1, end)), decipher.final()];
		return Buffer.concat(text).toString('utf8');
	} catch {
		return undefined;
	}
}
