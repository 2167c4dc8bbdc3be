import {showBytes} from '../measures.ts';
import {placeInTime} from './file-choice.ts';
import type {MeetingDetail, RecordingFile} from './recordings.ts';
import {type Source, severalAtOnce} from './several-at-once.ts';
import type {ReadText} from './text-file.ts';
import {ZoomError} from './zoom-error.ts';

export type PlacedText = {
	readonly text: string;
	/** Where its segment begins, in milliseconds from the beginning of the first one. */
	readonly offsetMs: number;
};

const filesAtOnce = 4;

/**
 * Reads text files of a meeting, in order of time, each with its place in the whole recording: a
 * segment may lack one of them.
 *
 * @param options.longest The most there may be in all of them together, in UTF-16 units.
 * @throws {ZoomError} when there is more, or one can't be read.
 */
export async function readPlacedTexts(
	readText: ReadText,
	meeting: MeetingDetail,
	files: readonly RecordingFile[],
	{longest, signal}: {readonly longest: number; readonly signal: AbortSignal},
): Promise<readonly PlacedText[]> {
	const wanted = new Set(files);
	const placed = placeInTime([...new Set([...files, ...meeting.files])]).filter(({file}) =>
		wanted.has(file),
	);
	const sources = placed.map(
		({file, offsetMs}, place): Source<PlacedText & {readonly place: number}> =>
			async function* (ended) {
				yield {text: await readText(meeting, file, ended), offsetMs, place};
			},
	);
	const texts: (PlacedText & {readonly place: number})[] = [];
	let length = 0;
	for await (const read of severalAtOnce(() => sources, filesAtOnce, signal)) {
		length += read.text.length;
		if (length > longest) {
			throw new ZoomError(`The texts of this recording are larger than ${showBytes(longest)}`, {
				code: 'service',
				hint: 'No recording says as much. Nothing was kept of it; look at it in Zoom.',
			});
		}
		texts.push(read);
	}
	return texts
		.sort((a, b) => a.place - b.place)
		.map(({text, offsetMs}): PlacedText => ({text, offsetMs}));
}
