import {AssemblyAIError} from '../assemblyai/assemblyai-error.ts';
import type {UserError} from '../errors.ts';
import {SpendingLimitReached} from '../library/job-engine.ts';
import {ZoomError} from '../zoom/zoom-error.ts';

/** What stops one job here would stop every other: the line waits until somebody has seen to it. */
export class QueuePaused extends Error {
	override readonly name = 'QueuePaused';
	override readonly cause: UserError;

	constructor(cause: UserError) {
		super(cause.message);
		this.cause = cause;
	}
}

/** The reason why the whole line has to wait; undefined when only this job is concerned. */
export function findPauseReason(error: unknown): UserError | undefined {
	if (error instanceof QueuePaused) {
		return error.cause;
	}

	const isKeyOrMoney =
		error instanceof AssemblyAIError &&
		(error.reason === 'bad-key' || error.reason === 'no-balance');
	return isKeyOrMoney || error instanceof SpendingLimitReached ? error : undefined;
}

/**
 * An error of Zoom's on asking for a meeting, as it is to be thrown: a sign-in that is not accepted or
 * a missing scope stops every job, a meeting that may not be seen only its own.
 */
export function toMeetingError(error: unknown): unknown {
	if (!(error instanceof ZoomError) || error.code !== 'not-allowed') {
		return error;
	}

	const {missingScopes, remedy, zoomCode} = error;
	const isAboutAll = missingScopes.length > 0 || remedy === 'renew-token' || zoomCode === undefined;
	return isAboutAll ? new QueuePaused(error) : error;
}
