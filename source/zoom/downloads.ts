import {showBytes} from '../measures.ts';
import type {FileAccess} from './file-access.ts';
import {guardMediaBody} from './media-body.ts';
import type {MeetingDetail, RecordingFile} from './recordings.ts';
import {readLength, resumeMediaBody} from './resumable-body.ts';
import type {Download} from './zoom.ts';
import {ZoomError} from './zoom-error.ts';

export type DownloadOptions = {
	/** Milliseconds without a byte after which a connection is given up. */
	readonly stallMs: number;
	/** Milliseconds before the first new attempt after a connection broke. */
	readonly backoffMs: number;
	readonly signal: AbortSignal;
};

/**
 * Whoever the bytes are for waits for them too, no longer than `stallMs`: a connection that stands still
 * has to be given up well before, or nobody is left to go on for.
 */
const stallParts = 3;

/** Opens a file's bytes; see `Zoom.openDownload`. */
export async function openDownload(
	access: FileAccess,
	meeting: MeetingDetail,
	file: RecordingFile,
	options: DownloadOptions,
): Promise<Download> {
	const {response, body} = await access.open(meeting, file, options);
	const {headers} = response;
	const isEncoded = headers.has('content-encoding');
	const announced = isEncoded ? undefined : readLength(headers);
	const listed = file.sizeBytes === 0 ? undefined : file.sizeBytes;
	const sizeBytes = announced ?? listed;
	if (sizeBytes !== undefined && listed !== undefined && sizeBytes < listed) {
		await body.cancel();
		throw new ZoomError(
			`Zoom offers only ${showBytes(sizeBytes)} of a recording that it lists with ${showBytes(listed)}`,
			{code: 'not-ready', hint: 'It may still be being processed. Try again later.'},
		);
	}
	return {
		body: isEncoded
			? guardMediaBody(body, {...options, sizeBytes})
			: resumeMediaBody(body, {
					...options,
					stallMs: options.stallMs / stallParts,
					sizeBytes,
					etag: headers.get('etag') ?? undefined,
					reopen: fromByte => access.open(meeting, file, {...options, fromByte}),
				}),
		sizeBytes,
		contentType: headers.get('content-type') ?? 'application/octet-stream',
	};
}

/** An address by which a third party can fetch the file; see `Zoom.createDirectLink`. */
export async function createDirectLink(
	access: FileAccess,
	meeting: MeetingDetail,
	file: RecordingFile,
	signal: AbortSignal,
): Promise<string> {
	const {body, url, isSelfContained} = await access.open(meeting, file, {signal});
	await body.cancel();
	if (isSelfContained) {
		return url.href;
	}
	if (meeting.downloadAccessToken === undefined || file.downloadUrl === undefined) {
		throw new ZoomError('Zoom gave no address for this file that could be passed on', {
			code: 'not-allowed',
			hint: 'Let the audio go through this computer: `--audio stream`.',
		});
	}
	const link = new URL(file.downloadUrl);
	link.searchParams.set('access_token', meeting.downloadAccessToken);
	return link.href;
}
