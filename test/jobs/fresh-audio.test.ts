import {expect, test} from 'vitest';
import {hasFreshAudio} from '../../source/jobs/fresh-audio.ts';
import {madeUpJob} from './made-up-job.ts';

const minuteMs = 60_000;

test.each([
	['stream', 19 * 60, true],
	['stream', 20 * 60, false],
	['direct', 29, true],
	['direct', 30, false],
] as const)('%s, %i minutes ago: %s', (audio, ageMinutes, isFresh) => {
	const job = madeUpJob({
		request: {audio, speechModels: [], speakerLabels: true},
		audioUrl: 'https://cdn.example/a',
		uploadedAt: Date.now() - ageMinutes * minuteMs,
	});
	expect(hasFreshAudio(job)).toBe(isFresh);
	expect(hasFreshAudio({...job, audioUrl: undefined})).toBe(false);
	expect(hasFreshAudio({...job, uploadedAt: undefined})).toBe(false);
});
