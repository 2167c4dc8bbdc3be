import {expect, test} from 'vitest';
import {readPlacedTexts} from '../../source/zoom/placed-texts.ts';
import type {RecordingFile} from '../../source/zoom/recordings.ts';
import {fileAt, meetingOf} from './made-up-meeting.ts';

const {signal} = new AbortController();
const options = {longest: 100, signal};
const minuteMs = 60_000;

/** The segment that begins after so many minutes. */
function segment(id: string, minutes: number): RecordingFile {
	const start = new Date(Date.UTC(2026, 10, 24, 10, minutes));
	return fileAt(`https://zoom.us/${id}`, {id, start, end: start});
}

test('texts come in order of time, each with its place in the whole, a few at once', async () => {
	const files = [50, 10, 40, 20, 30].map(minutes => segment(`at ${minutes}`, minutes));
	const meeting = meetingOf({files: [segment('sound alone', 0), ...files]});
	let open = 0;
	let most = 0;
	const texts = await readPlacedTexts(
		async (_, {id}) => {
			open++;
			most = Math.max(most, open);
			// The later ones come first.
			for (let turn = 0; turn < (id === 'at 10' ? 20 : 2); turn++) {
				await new Promise(resolve => setImmediate(resolve));
			}

			open--;
			return id;
		},
		meeting,
		files,
		options,
	);
	expect(texts).toEqual(
		[10, 20, 30, 40, 50].map(minutes => ({text: `at ${minutes}`, offsetMs: minutes * minuteMs})),
	);
	expect(most).toBe(4);
});

test('files that the recording does not list are read too, and none where there are none', async () => {
	const read = async (_: unknown, {id}: RecordingFile) => id;
	const meeting = meetingOf({files: [segment('sound', 0)]});
	expect(await readPlacedTexts(read, meeting, [segment('other', 5)], options)).toEqual([
		{text: 'other', offsetMs: 5 * minuteMs},
	]);
	expect(await readPlacedTexts(read, meeting, [], options)).toEqual([]);
});

test('they may be so long together, and are read no further than that', async () => {
	const files = Array.from({length: 1000}, (_, minutes) => segment(`${minutes}`, minutes));
	let asked = 0;
	const read = (count: number, length: number) => {
		asked = 0;
		const text = async () => {
			asked++;
			return 'a'.repeat(length);
		};
		return readPlacedTexts(text, meetingOf({files}), files.slice(0, count), options);
	};
	expect(await read(4, 25)).toHaveLength(4);
	await expect(read(4, 26)).rejects.toMatchObject({
		name: 'ZoomError',
		code: 'service',
		message: 'The texts of this recording are larger than 100 B',
	});
	await expect(read(1000, 25)).rejects.toThrow('larger than');
	expect(asked).toBeLessThan(15);
});
