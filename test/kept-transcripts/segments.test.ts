import {expect, test} from 'vitest';
import {
	findSegments,
	listNamedSpeakers,
	startInWhole,
	withoutRepeats,
} from '../../source/kept-transcripts/segments.ts';
import type {TranscriptRecord} from '../../source/library/records.ts';
import {safeText} from '../../source/safe-text.ts';

function record(
	id: string,
	fileStart: string | undefined,
	changes: Partial<TranscriptRecord> & {readonly uuid?: string} = {},
): TranscriptRecord {
	const {uuid = 'meeting', ...rest} = changes;
	return {
		source: 'assemblyai',
		id,
		recordingFileId: `file of ${id}`,
		meeting: {
			uuid,
			number: '81234567890',
			topic: safeText('Workshop'),
			start: '2026-11-24T09:00:00Z',
			durationMinutes: 60,
			...(fileStart !== undefined && {fileStart}),
		},
		request: {audio: 'stream', speechModels: [], speakerLabels: true},
		audioSeconds: 600,
		completedAt: 0,
		...rest,
	};
}

const first = record('first', '2026-11-24T09:00:00Z');
const second = record('second', '2026-11-24T09:20:00Z');

function idsOf(asked: TranscriptRecord, ...others: readonly TranscriptRecord[]): readonly string[] {
	return findSegments(asked, [asked, ...others]).map(({id}) => id);
}

test('the other segments of the meeting come along, in order of time', () => {
	expect(idsOf(second, first)).toEqual(['first', 'second']);
});

test('another view of the same time is no segment', () => {
	expect(idsOf(first, record('video', '2026-11-24T09:05:00Z'), second)).toEqual([
		'first',
		'second',
	]);
});

test('a segment that was transcribed twice comes once: the one asked for, else the newest', () => {
	const again = record('again', '2026-11-24T09:00:00Z', {recordingFileId: 'file of first'});
	expect(idsOf(first, again, second)).toEqual(['first', 'second']);
	expect(idsOf(second, again, first)).toEqual(['again', 'second']);
});

test('the sound of one participant is no segment, and has none', () => {
	const {meeting} = record('', '2026-11-24T09:40:00Z');
	const participant = record('participant', undefined, {
		meeting: {...meeting, participantFile: safeText('Audio only - Ada Moreau')},
	});
	expect(idsOf(first, participant)).toEqual(['first']);
	expect(idsOf(participant, first)).toEqual(['participant']);
});

test('neither another meeting nor a file without a time belongs to it', () => {
	const other = record('other', '2026-11-24T09:40:00Z', {uuid: 'another'});
	expect(idsOf(first, other, record('timeless', undefined))).toEqual(['first']);
	expect(idsOf(record('timeless', undefined), first)).toEqual(['timeless']);
});

test('what opens as the same stands once', () => {
	const other = record('other', '2026-11-25T09:00:00Z', {uuid: 'another meeting'});
	const all = [second, other, first];
	expect(withoutRepeats(all, all).map(({id}) => id)).toEqual(['second', 'other']);
	expect(withoutRepeats([first], all).map(({id}) => id)).toEqual(['first']);
});

test('a later segment begins later in the whole', () => {
	expect(startInWhole(first, [second, first])).toBe(0);
	expect(startInWhole(second, [second, first])).toBe(20 * 60_000);
	expect(startInWhole(record('alone', undefined), [second, first])).toBe(0);
});

test('who speaks in a segment has the name that was given in the whole', () => {
	const alone = record('alone', '2026-11-25T09:00:00Z', {uuid: 'another meeting'});
	const speaker = {label: safeText('A'), name: undefined};
	const named = listNamedSpeakers({
		listTranscripts: () => [second, alone, first],
		listSpeakers: () =>
			new Map([
				['first', [speaker]],
				['second', [speaker]],
				['alone', [{...speaker, name: safeText('Ben')}]],
			]),
		readSpeakerNames: id => new Map(id === 'first' ? [['2A', safeText('Ada')]] : []),
	});
	expect([...named].map(([id, speakers]) => [id, speakers[0]?.name])).toEqual([
		['first', undefined],
		['second', 'Ada'],
		['alone', 'Ben'],
	]);
});
