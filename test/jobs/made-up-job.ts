import type {JobRecord} from '../../source/library/records.ts';
import {safeText} from '../../source/safe-text.ts';

/** What is written down of a job that has not begun, but for some changes. */
export function madeUpJob(changes: Partial<JobRecord>): JobRecord {
	return {
		id: 'job',
		line: 1,
		meeting: {
			uuid: 'uuid',
			number: '1',
			topic: safeText('Weekly'),
			start: '2026-11-24T09:00:00Z',
			durationMinutes: 30,
		},
		recordingFileId: 'file',
		request: {audio: 'stream', speechModels: [], speakerLabels: true},
		stage: 'planned',
		remarks: [],
		...changes,
	} as JobRecord;
}
