import {expect, test} from 'vitest';
import {describeEnd, hasEnded, toUserError, toView} from '../../source/jobs/job-progress.ts';
import {describeResumed} from '../../source/jobs/resumed.ts';
import {safeText} from '../../source/safe-text.ts';
import {madeUpJob as record} from './made-up-job.ts';

test.each([
	[{stage: 'planned'}, {stage: 'planned'}, false],
	[
		{stage: 'uploading', sentBytes: 5, totalBytes: 9},
		{stage: 'uploading', sentBytes: 5, totalBytes: 9},
		false,
	],
	[{stage: 'uploading'}, {stage: 'uploading', sentBytes: 0, totalBytes: undefined}, false],
	[{stage: 'waiting', remoteStatus: 'queued'}, {stage: 'waiting', status: 'queued'}, false],
	[{stage: 'waiting'}, {stage: 'waiting', status: 'processing'}, false],
	[{stage: 'completed', transcriptId: 't'}, {stage: 'completed', transcriptId: 't'}, true],
	[{stage: 'cancelled'}, {stage: 'cancelled'}, true],
	[
		{stage: 'failed', error: {code: 'network', message: safeText('No'), hint: safeText('Wait.')}},
		{
			stage: 'failed',
			error: expect.objectContaining({code: 'network', message: 'No', hint: 'Wait.'}),
		},
		true,
	],
] as const)('what is written down of %j says how far it is', (changes, progress, isOver) => {
	const view = toView(record({...changes, startedAt: 1, endedAt: 2, remarks: [safeText('One.')]}));
	expect(view.progress).toEqual(progress);
	expect(view).toMatchObject({startedAt: 1, endedAt: 2, remarks: ['One.']});
	expect(hasEnded(view.progress)).toBe(isOver);
});

test('an error that was kept is thrown as it was, whatever has been kept', () => {
	expect(toUserError(undefined)).toMatchObject({code: 'failed', message: 'It failed'});
	expect(toUserError({code: 'odd', message: safeText('No')})).toMatchObject({
		code: 'failed',
		message: 'No',
	});
	expect(toUserError({code: 'usage', message: safeText('No')}).hint).toBeUndefined();
});

test.each([
	[['completed'], 'Weekly is transcribed'],
	[['failed'], '0 of 1 transcribed, 1 failed'],
	[['cancelled'], '0 of 1 transcribed'],
	[['completed', 'completed'], '2 of 2 transcribed'],
	[['completed', 'failed', 'cancelled'], '1 of 3 transcribed, 1 failed'],
] as const)('jobs that are %j: %s', (stages, expected) => {
	expect(describeEnd(stages.map(stage => toView(record({stage}))))).toBe(expected);
});

test.each([
	[0, 0, []],
	[1, 0, ['An unfinished transcription goes on.']],
	[3, 0, ['3 unfinished transcriptions go on.']],
	[0, 1, ['Another Recscribe is at work on a transcription.']],
	[
		2,
		4,
		['2 unfinished transcriptions go on.', 'Another Recscribe is at work on 4 transcriptions.'],
	],
])('%i that go on, %i elsewhere', (goingOn, elsewhere, expected) => {
	expect(describeResumed({goingOn, elsewhere})).toEqual(expected);
});
