import {expect, test} from 'vitest';
import {describeEntry, listEntries} from '../../source/kept-transcripts/library-entries.ts';
import type {TranscriptRecord} from '../../source/library/records.ts';
import {type SafeText, safeText} from '../../source/safe-text.ts';
import {meeting, opened} from '../tui/things.ts';

const of = meeting('Workshop');

function segment(id: string, fileStart: string): TranscriptRecord {
	const {record} = opened(of);
	return {
		...record,
		id,
		recordingFileId: id,
		audioSeconds: 600,
		meeting: {...record.meeting, fileStart},
	};
}

const first = segment('first', '2026-11-24T09:00:00.000Z');
const second = segment('second', '2026-11-24T09:20:00.000Z');
const speaker = (label: string) => ({label: safeText(label), name: undefined});

function entries(names: ReadonlyMap<string, SafeText> = new Map()) {
	return listEntries({
		listTranscripts: () => [second, first],
		listSpeakers: () =>
			new Map([
				['first', [speaker('A'), speaker('B')]],
				['second', [speaker('A')]],
			]),
		readSpeakerNames: () => names,
	});
}

test('the segments of a recording are the one that they read as', () => {
	const [only, ...others] = entries();
	expect(others).toEqual([]);
	expect(only).toMatchObject({id: 'first', segmentIds: ['first', 'second'], durationMinutes: 20});
	expect(only?.start).toEqual(new Date('2026-11-24T09:00:00.000Z'));
	expect(only?.speakers.map(({label}) => label)).toEqual(['1A', '1B', '2A']);
});

test('who has the same name in both is one person', () => {
	const [only] = entries(
		new Map([
			['1A', safeText('Ada')],
			['2A', safeText('Ada')],
		]),
	);
	expect(only === undefined ? '' : describeEntry(only)).toBe(
		'20 min · 2 segments · 2 speakers: Ada, 1B',
	);
});
