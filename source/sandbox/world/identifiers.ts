import {hash, type Random} from './random.ts';

/** Like a Zoom user id: 22 characters of URL-safe Base64. */
export function userId(key: string): string {
	return hash(`user ${key}`).subarray(0, 16).toString('base64url');
}

/** Like a Zoom meeting UUID: 16 bytes in Base64, so it may hold `/`, `+` and ends with `==`. */
export function meetingUuid(key: string): string {
	return hash(`meeting ${key}`).subarray(0, 16).toString('base64');
}

/** The kind of meeting UUID that has to be encoded twice in a path: `/…//…==`. */
export function meetingUuidWithSlashes(key: string): string {
	const plain = meetingUuid(key);
	return `/${plain.slice(1, 9)}//${plain.slice(11)}`;
}

/** Eleven digits that begin with 8 or 9, as scheduled meetings have. */
export function meetingNumber(key: string): number {
	const digits = hash(`number ${key}`).readUIntBE(0, 6) % 20_000_000_000;
	return 80_000_000_000 + digits;
}

/** A UUID in its usual form. */
export function uuid(random: Random): string {
	const bytes = Buffer.alloc(16);
	for (let position = 0; position < bytes.length; position += 4) {
		bytes.writeUInt32LE(random.integer(0, 0xffff_ffff), position);
	}
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = bytes.toString('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20),
	].join('-');
}

/** The opaque part of a download, play or share address. */
export function opaque(id: string): string {
	return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}
