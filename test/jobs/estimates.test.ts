import {expect, test} from 'vitest';
import {estimateRemaining} from '../../source/jobs/estimates.ts';
import type {JobProgress} from '../../source/jobs/job-progress.ts';
import type {JobRecord} from '../../source/library/records.ts';
import {safeText} from '../../source/safe-text.ts';

const now = 1_000_000;
const job: JobRecord = {
	id: 'job',
	stage: 'waiting',
	meeting: {
		uuid: 'uuid',
		number: '1',
		topic: safeText('Planning'),
		start: '2026-11-24T10:00:00Z',
		durationMinutes: 10,
	},
	recordingFileId: 'file',
	request: {audio: 'stream', speechModels: [], speakerLabels: true},
	remarks: [],
	isCancelRequested: false,
	createdAt: 0,
	updatedAt: 0,
	change: 0,
};

/** A tenth of the audio's length. */
const timeFor = (audioSeconds: number) => ({
	earlyMs: 0,
	likelyMs: audioSeconds * 100,
	lateMs: 0,
	basis: 'past' as const,
});

function remaining(progress: JobProgress, changes: Partial<JobRecord> = {}, startedAt = now) {
	const view = {job: {...job, ...changes}, progress, startedAt, endedAt: undefined, remarks: []};
	return estimateRemaining(view, timeFor, now)?.remainingMs;
}

const waiting = {stage: 'waiting', status: 'processing'} as const;
const uploading = (sentBytes: number, totalBytes: number | undefined) =>
	({stage: 'uploading', sentBytes, totalBytes}) as const;

test('at AssemblyAI it is what such a recording takes, less what has passed since it was handed over', () => {
	expect(remaining(waiting, {submittedAt: now - 15_000})).toBe(45_000);
	expect(remaining(waiting)).toBe(60_000);
	expect(remaining(waiting, {submittedAt: now - 90_000})).toBe(0);
	// Zoom may say how long the file is, and the meeting was longer.
	expect(remaining(waiting, {audioSeconds: 300, submittedAt: now})).toBe(30_000);
});

test('on its way it is the rest of the transfer, too', () => {
	expect(remaining(uploading(25, 100), {}, now - 10_000)).toBe(30_000 + 60_000);
	expect(remaining({stage: 'submitting'})).toBe(60_000);
});

test.each<[string, JobProgress, number]>([
	['in line', {stage: 'planned'}, now - 1],
	['with nothing sent', uploading(0, 100), now - 1],
	['begun in this moment', uploading(50, 100), now],
	['of unknown length', uploading(50, undefined), now - 1],
	['that has ended', {stage: 'completed', transcriptId: 'id'}, now - 1],
])('nothing is said of one %s', (_, progress, startedAt) => {
	expect(remaining(progress, {}, startedAt)).toBeUndefined();
});
