import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {safeText} from '../../source/safe-text.ts';
import {chooseAudio, findAudio} from '../../source/zoom/recording-choice.ts';
import type {RecordingFile} from '../../source/zoom/recordings.ts';

type Part = Partial<Omit<RecordingFile, 'fileType' | 'recordingType' | 'start' | 'end'>> & {
	readonly type?: string;
	readonly recording?: string;
	/** Minutes past noon. */
	readonly from?: number;
	readonly to?: number;
};

function file(id: string, part: Part = {}): RecordingFile {
	const {type = 'M4A', recording = '', from = 0, to = from + 30, ...rest} = part;
	return {
		id,
		fileType: safeText(type),
		fileExtension: safeText(type),
		recordingType: safeText(recording),
		sizeBytes: 1000,
		isReady: true,
		start: new Date(Date.UTC(2026, 10, 24, 12, from)),
		end: new Date(Date.UTC(2026, 10, 24, 12, to)),
		downloadUrl: 'https://zoom.us/rec/download/x',
		playUrl: undefined,
		...rest,
	};
}

function choose(...files: readonly RecordingFile[]): string {
	return chooseAudio({files}).file.id;
}

const video = file('video', {type: 'MP4', recording: 'speaker_view', sizeBytes: 500});

describe('of one segment', () => {
	test('the audio_only M4A comes first, however large it is', () => {
		const other = file('other', {sizeBytes: 10});
		const audio = file('audio', {recording: 'audio_only', sizeBytes: 9_000_000});
		expect(choose(video, other, audio)).toBe('audio');
	});

	test('then any M4A, an interpreter’s last', () => {
		const interpreted = file('interpreted', {recording: 'audio_interpretation'});
		expect(choose(video, interpreted, file('other'))).toBe('other');
		expect(choose(video, interpreted)).toBe('interpreted');
	});

	test('then the smallest MP4, one of unknown size last', () => {
		const large = file('large', {type: 'MP4', sizeBytes: 900});
		const unknown = file('unknown', {type: 'MP4', sizeBytes: 0});
		expect(choose(large, unknown, video)).toBe('video');
	});

	test('the type is recognised in small letters, and by the extension where there is none', () => {
		const bare = {...file('bare'), fileType: safeText(''), fileExtension: safeText('m4a')};
		expect(choose(video, bare)).toBe('bare');
	});
});

describe('of several segments', () => {
	const test1 = file('test', {recording: 'audio_only', from: 0, to: 1});
	const meeting = file('meeting', {recording: 'audio_only', from: 2, to: 60});
	const rest = file('rest', {recording: 'audio_only', from: 65, to: 70});

	test('it is the longest, and that is said', () => {
		const choice = chooseAudio({files: [rest, meeting, test1]});
		expect(choice.file.id).toBe('meeting');
		expect(choice.segments.map(({id}) => id)).toEqual(['test', 'meeting', 'rest']);
		expect(choice.remark).toBe('The recording has 3 segments; this is number 2.');
	});

	test('sound alone comes before a longer one with pictures', () => {
		const long = file('long', {type: 'MP4', from: 70, to: 200});
		expect(choose(test1, long)).toBe('test');
	});
});

describe('what is not ready', () => {
	const coming = file('coming', {type: '', isReady: false});

	test('is never chosen, but said', () => {
		const audio = file('audio', {recording: 'audio_only', isReady: false});
		const choice = chooseAudio({files: [audio, coming, video]});
		expect(choice.file.id).toBe('video');
		expect(choice.unfinished).toEqual([audio, coming]);
		expect(choice.remark).toBe('Zoom is still processing 2 more files.');
	});

	test('alone is an error of its own', () => {
		expect(() => chooseAudio({files: [coming]})).toThrow(
			expect.objectContaining({name: 'ZoomError', code: 'not-ready'}),
		);
		expect(findAudio({files: [coming]})).toBeUndefined();
	});
});

test('without anything that has sound there is no choice', () => {
	const files = ['TRANSCRIPT', 'CHAT', 'TIMELINE', 'CC', 'TB', 'SUMMARY', 'CSV', 'NEW'].map(type =>
		file(type, {type}),
	);
	expect(() => chooseAudio({files})).toThrow(expect.objectContaining({code: 'not-found'}));
	expect(() => chooseAudio({files: []})).toThrow(expect.objectContaining({code: 'not-found'}));
});

test('whatever there is, only a ready file with sound is chosen, and the best kind of them', () => {
	const anyFile = fc
		.record({
			type: fc.constantFrom('M4A', 'MP4', 'CHAT', '', 'TRANSCRIPT'),
			recording: fc.constantFrom('audio_only', 'audio_interpretation', 'shared_screen', ''),
			sizeBytes: fc.nat(5),
			isReady: fc.boolean(),
			from: fc.nat(3),
		})
		.map(part => file(JSON.stringify(part), part));
	fc.assert(
		fc.property(fc.array(anyFile, {maxLength: 12}), files => {
			const usable = files.filter(
				({fileType, isReady}) => isReady && (fileType === 'M4A' || fileType === 'MP4'),
			);
			const chosen = findAudio({files})?.file;
			expect(chosen === undefined).toBe(usable.length === 0);
			if (chosen !== undefined) {
				expect(usable).toContain(chosen);
				const isPlainAudio = ({fileType, recordingType}: RecordingFile) =>
					fileType === 'M4A' && recordingType === 'audio_only';
				expect(isPlainAudio(chosen)).toBe(usable.some(isPlainAudio));
			}
		}),
	);
});
