import {describe, expect, test} from 'vitest';
import {areFilesReady, chooseFiles} from '../../source/zoom/file-choice.ts';
import {fileAt, meetingOf} from './made-up-meeting.ts';
import {openSandbox} from './sandboxed.ts';

const {signal} = new AbortController();
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 20, 12, minutes));

const meeting = meetingOf({
	files: [
		fileAt('b', {id: 'second', recordingType: 'audio_only', start: at(45), end: at(90)}),
		fileAt('a', {id: 'first', recordingType: 'audio_only', start: at(0), end: at(30)}),
		fileAt('c', {id: 'picture', extension: 'MP4', start: at(0), end: at(30)}),
		fileAt('d', {id: 'words', extension: 'VTT', type: 'TRANSCRIPT', start: at(0)}),
		fileAt(undefined, {id: 'unfinished', type: '', isReady: false, start: at(0)}),
	],
	participantAudioFiles: [
		{...fileAt('e', {id: 'bo', start: at(2), end: at(30)}), fileName: fileAt('').fileType},
	],
});

function choose(wanted: Parameters<typeof chooseFiles>[1]) {
	return chooseFiles(meeting, wanted).map(({file, offsetMs}) => [file.id, offsetMs / 60_000]);
}

describe('the files to transcribe', () => {
	test('are the best one by default', () => {
		expect(choose({type: 'default'})).toEqual([['second', 0]]);
	});

	test('are every segment in order of time, with the break between them', () => {
		expect(choose({type: 'segments'})).toEqual([
			['first', 0],
			['second', 45],
		]);
	});

	test('are every segment or none: one that Zoom is still processing is waited for', () => {
		const unfinished = meetingOf({
			files: [...meeting.files, fileAt(undefined, {type: '', isReady: false, start: at(120)})],
		});
		const wanted = {type: 'segments'} as const;
		const code = 'not-ready';
		expect(() => chooseFiles(unfinished, wanted)).toThrow(expect.objectContaining({code}));
		expect(areFilesReady(unfinished, wanted)).toBe(false);
		expect(areFilesReady(unfinished, {type: 'default'})).toBe(true);
		expect(areFilesReady(meeting, wanted)).toBe(true);
		expect(areFilesReady(meetingOf({}), wanted)).toBe(true);
	});

	test('are those that somebody names, each once, also a participant’s', () => {
		expect(choose({type: 'files', ids: ['bo', 'picture', 'bo']})).toEqual([
			['picture', 0],
			['bo', 2],
		]);
		expect(choose({type: 'files', ids: ['bo']})).toEqual([['bo', 0]]);
	});

	test.each([
		['nobody', 'not-found'],
		['words', 'not-found'],
		['unfinished', 'not-ready'],
	])('are not what has no sound or is not there: %s', (id, code) => {
		expect(() => choose({type: 'files', ids: [id]})).toThrow(expect.objectContaining({code}));
	});

	test('without times follow on one another', () => {
		const files = [
			fileAt('a', {id: 'timed', start: at(0), end: at(30)}),
			fileAt('b', {id: 'untimed'}),
		];
		const wanted = {type: 'files', ids: ['untimed', 'timed']} as const;
		const chosen = chooseFiles(meetingOf({files}), wanted);
		expect(chosen.map(({file, offsetMs}) => [file.id, offsetMs])).toEqual([
			['timed', 0],
			['untimed', 1_800_000],
		]);
	});

	test('of a real meeting with several segments begin when the segments do', async () => {
		await using opened = await openSandbox();
		const recorded = opened.sandbox.world.find('several-segments');
		const detail = await opened.zoom.getMeeting(recorded.uuid, signal);
		expect(chooseFiles(detail, {type: 'segments'}).map(({offsetMs}) => offsetMs)).toEqual(
			recorded.segments.map(({start}) => start.getTime() - recorded.start.getTime()),
		);
	});
});
