import type {Buffer} from 'node:buffer';
import {readHeader} from '../media/container.ts';
import type {FoundFile, World} from '../world/world.ts';
import type {ReceivedAudio} from './received-audio.ts';

/** What a file turns out to be when one listens to it. */
export type Recognized =
	/** One of the recordings of this world. */
	| {readonly type: 'recording'; readonly found: FoundFile; readonly durationSeconds: number}
	/** Sound, but nothing that the sandbox knows. */
	| {readonly type: 'sound'; readonly durationSeconds: number}
	| {readonly type: 'no-audio'; readonly fileType: string};

/** Roughly what compressed speech takes. */
const bytesPerSecond = 16_000;

export function recognize(audio: ReceivedAudio, world: World): Recognized {
	const container = readHeader(audio.head);
	if (container !== undefined) {
		// Cut off on the way: no decoder gets anywhere with it.
		if (container.recordingId !== undefined && container.sizeBytes !== audio.sizeBytes) {
			return {type: 'no-audio', fileType: 'application/octet-stream (data)'};
		}
		const found = world.findFile(container.recordingId ?? '');
		return found === undefined
			? {type: 'sound', durationSeconds: audio.sizeBytes / bytesPerSecond}
			: {type: 'recording', found, durationSeconds: found.file.segment.durationSeconds};
	}
	const durationSeconds = measureSound(audio);
	return durationSeconds === undefined
		? {type: 'no-audio', fileType: nameFileType(audio.head)}
		: {type: 'sound', durationSeconds};
}

function measureSound({head, sizeBytes}: ReceivedAudio): number | undefined {
	const start = head.toString('latin1', 0, 12);
	if (start.startsWith('RIFF') && start.endsWith('WAVE') && head.length >= 44) {
		const perSecond = head.readUInt32LE(28);
		return perSecond === 0 ? 0 : (sizeBytes - 44) / perSecond;
	}
	const isKnown =
		/^(?:ID3|OggS|fLaC|.E\u00df\u00a3|#!AMR|FORM)/s.test(start) ||
		(head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0);
	return isKnown ? sizeBytes / bytesPerSecond : undefined;
}

/** In the words of `file`, which AssemblyAI's messages quote. */
function nameFileType(head: Buffer): string {
	const start = head.toString('utf8', 0, 512).trimStart();
	if (/^<(?:!doctype html|html)/i.test(start)) {
		return 'text/html (HTML document, ASCII text)';
	}
	if (/^<\?xml/.test(start)) {
		return 'text/xml (XML 1.0 document, ASCII text)';
	}
	if (/^[{[]\s*"/.test(start)) {
		return 'application/json (JSON text data)';
	}
	return /^[\t\n\r -~]+$/.test(start)
		? 'text/plain (ASCII text)'
		: 'application/octet-stream (data)';
}
