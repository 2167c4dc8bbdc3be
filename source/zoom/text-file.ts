import {BodyTooLarge, readWhole} from '../http/body.ts';
import {showBytes} from '../measures.ts';
import type {FileAccess} from './file-access.ts';
import {guardMediaBody} from './media-body.ts';
import type {MeetingDetail, RecordingFile} from './recordings.ts';
import {ZoomError} from './zoom-error.ts';

/** Reads the text of one of the small files beside the sound: transcript, timeline, summary. */
export type ReadText = (
	meeting: MeetingDetail,
	file: RecordingFile,
	signal: AbortSignal,
) => Promise<string>;

const limitBytes = 32 * 2 ** 20;

export function createReadText(access: FileAccess, stallMs: number): ReadText {
	return async (meeting, file, signal) => {
		const {body} = await access.open(meeting, file, {signal});
		const guarded = guardMediaBody(body, {sizeBytes: undefined, stallMs, signal});
		try {
			return new TextDecoder().decode(await readWhole(guarded, limitBytes));
		} catch (error) {
			throw error instanceof BodyTooLarge
				? new ZoomError(`A text file of the recording is larger than ${showBytes(limitBytes)}`, {
						code: 'service',
						hint: 'Nothing was kept of it.',
					})
				: error;
		}
	};
}
