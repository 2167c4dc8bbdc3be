import {Buffer} from 'node:buffer';
import {Readable} from 'node:stream';
import type {ReadMedia} from '../media/bytes.ts';
import type {FoundFile, World} from '../world/world.ts';
import {writeTextFile} from './text-files/text-files.ts';

/** A recording file as the file server gives it away. */
export type ServedFile = {
	readonly name: string;
	readonly contentType: string;
	readonly sizeBytes: number;
	/** From `start` up to but without `end`. */
	read(start: number, end: number): Readable;
};

const contentTypes: Readonly<Record<string, string>> = {
	M4A: 'audio/mp4',
	MP4: 'video/mp4',
	VTT: 'text/vtt',
	TXT: 'text/plain',
	JSON: 'application/json',
};

export function openFile(
	{meeting, file}: FoundFile,
	world: World,
	readMedia: ReadMedia,
): ServedFile {
	const name = `GMT${file.segment.start.getTime()}_Recording.${file.fileExtension.toLowerCase()}`;
	const contentType = contentTypes[file.fileExtension] ?? 'application/octet-stream';
	const {fileExtension: format} = file;
	if (format === 'M4A' || format === 'MP4') {
		const medium = {format, recordingId: file.id, sizeBytes: file.sizeBytes} as const;
		return {
			name,
			contentType,
			sizeBytes: file.sizeBytes,
			read: (start, end) => readMedia(medium, start, end),
		};
	}
	const bytes = Buffer.from(writeTextFile(meeting, file, world.seed));
	return {
		name,
		contentType,
		sizeBytes: bytes.length,
		read: (start, end) => Readable.from([bytes.subarray(start, end)]),
	};
}
