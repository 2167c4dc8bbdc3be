import {expect, test} from 'vitest';
import {AssemblyAIError} from '../../source/assemblyai/assemblyai-error.ts';
import {UserError} from '../../source/errors.ts';
import {findPauseReason, QueuePaused, toMeetingError} from '../../source/jobs/queue-paused.ts';
import {SpendingLimitReached} from '../../source/library/job-engine.ts';
import {safeText} from '../../source/safe-text.ts';
import {ZoomError, type ZoomErrorOptions} from '../../source/zoom/zoom-error.ts';

test.each([
	new AssemblyAIError('The key', {code: 'not-allowed', reason: 'bad-key'}),
	new AssemblyAIError('The money', {code: 'not-allowed', reason: 'no-balance'}),
	new SpendingLimitReached('The limit'),
])('$message stops every job', error => {
	expect(findPauseReason(error)).toBe(error);
	expect(findPauseReason(new QueuePaused(error))).toBe(error);
});

test.each([
	new AssemblyAIError('The model', {code: 'failed', reason: 'model-refused'}),
	new UserError('The file', {code: 'not-allowed'}),
	new Error('A bug'),
])('$message stops only its own', error => {
	expect(findPauseReason(error)).toBeUndefined();
});

test.each<[string, ZoomErrorOptions]>([
	['a scope is missing', {zoomCode: 4711, missingScopes: [safeText('a:scope')]}],
	['the sign-in is not accepted', {zoomCode: 124, remedy: 'renew-token'}],
	['Zoom refuses without a number', {}],
])('a meeting that can’t be asked for since %s stops every job', (_, options) => {
	const error = new ZoomError('Refused', {code: 'not-allowed', ...options});
	expect(findPauseReason(toMeetingError(error))).toBe(error);
});

test('a meeting that may not be seen, or is not there, stops only its own', () => {
	const hidden = new ZoomError('Not yours', {code: 'not-allowed', zoomCode: 200});
	const gone = new ZoomError('Gone', {code: 'not-found'});
	const other = new Error('A bug');
	expect([hidden, gone, other].map(toMeetingError)).toEqual([hidden, gone, other]);
	expect(toMeetingError(hidden)).toBe(hidden);
});
