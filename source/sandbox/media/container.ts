import {Buffer} from 'node:buffer';

/** What kind of file, and which recording it claims to be. */
export type Medium = {
	readonly format: 'M4A' | 'MP4';
	/** Written into the file, so that whoever has the bytes knows what was recorded. */
	readonly recordingId: string;
	readonly sizeBytes: number;
};

// The "extended type" of a `uuid` box: any 16 bytes that nobody else uses.
const recordingBox = Buffer.from('Recorded here :)', 'latin1');
const largest32Bit = 0xffff_ffff;

/** The first bytes of an ISO media file (`ftyp`, a `uuid` box with the recording's id, the head of `mdat`). */
export function writeHeader({format, recordingId, sizeBytes}: Medium): Buffer {
	const brand = format === 'M4A' ? 'M4A ' : 'mp42';
	const fileType = box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}isomiso2`, 'latin1'));
	const identifier = box('uuid', Buffer.concat([recordingBox, Buffer.from(recordingId)]));
	const before = fileType.length + identifier.length;
	return Buffer.concat([fileType, identifier, mediaDataHead(sizeBytes - before)]);
}

/** What the head of a media file says of itself; undefined when it is not an ISO media file. */
export function readHeader(head: Buffer):
	| {
			readonly recordingId: string | undefined;
			/** How long the whole file has to be for its boxes to be complete. */
			readonly sizeBytes: number;
	  }
	| undefined {
	if (head.length < 8 || head.toString('latin1', 4, 8) !== 'ftyp') {
		return undefined;
	}
	let recordingId: string | undefined;
	let position = 0;
	while (position + 16 <= head.length) {
		const type = head.toString('latin1', position + 4, position + 8);
		if (!/^[\w ]{4}$/.test(type)) {
			break;
		}
		const size = boxSize(head, position);
		if (type === 'uuid' && head.subarray(position + 8, position + 24).equals(recordingBox)) {
			recordingId = head.toString('utf8', position + 24, position + size);
		}
		if (size < 8) {
			break;
		}
		position += size;
	}
	return {recordingId, sizeBytes: position};
}

function box(type: string, content: Buffer): Buffer {
	const head = Buffer.alloc(8);
	head.writeUInt32BE(content.length + 8);
	head.write(type, 4, 'latin1');
	return Buffer.concat([head, content]);
}

function mediaDataHead(size: number): Buffer {
	if (size <= largest32Bit) {
		const head = Buffer.alloc(8);
		head.writeUInt32BE(size);
		head.write('mdat', 4, 'latin1');
		return head;
	}
	const head = Buffer.alloc(16);
	head.writeUInt32BE(1);
	head.write('mdat', 4, 'latin1');
	head.writeBigUInt64BE(BigInt(size), 8);
	return head;
}

function boxSize(head: Buffer, position: number): number {
	const size = head.readUInt32BE(position);
	return size === 1 ? Number(head.readBigUInt64BE(position + 8)) : size;
}
