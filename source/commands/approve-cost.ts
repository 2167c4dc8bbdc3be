import {UserError} from '../errors.ts';
import {showCost} from '../jobs/cost.ts';
import type {NewJob} from '../library/library.ts';
import {showMinutes} from '../measures.ts';
import type {Services} from '../services.ts';
import type {CommandContext} from './command.ts';
import {canAsk, confirm} from './confirm.ts';

/**
 * What becomes of the cost before anything is begun: it is said, and asked about when it is more than the
 * person's limit; it is only said, as the person has agreed to any beforehand; or the person has seen it,
 * and has agreed.
 */
export type CostApproval = 'ask' | 'say' | 'agreed';

/** So many recordings, how long they are, and what they are likely to cost. */
export function describeCost(
	{estimateCost}: Pick<Services, 'estimateCost'>,
	jobs: readonly NewJob[],
): string {
	const estimate = estimateCost(jobs);
	const recordings = jobs.length === 1 ? '1 recording' : `${jobs.length} recordings`;
	return `${recordings}, ${showMinutes(estimate.audioSeconds / 60)}: ${showCost(estimate)}`;
}

/** That they cost more than the person wants to pay unasked; undefined when they do not. */
export function describeExcess(
	{estimateCost, settings}: Pick<Services, 'estimateCost' | 'settings'>,
	jobs: readonly NewJob[],
): string | undefined {
	const {askAboveUsd} = settings.preferences;
	return estimateCost(jobs).usd > askAboveUsd
		? `That is more than $${askAboveUsd.toFixed(2)}`
		: undefined;
}

/** Throws `UserError` when jobs may not cost what they are likely to, or nobody can be asked. */
export async function approveCost(
	services: Pick<Services, 'estimateCost' | 'settings'>,
	jobs: readonly NewJob[],
	approval: CostApproval,
	context: CommandContext,
): Promise<void> {
	if (jobs.length === 0 || approval === 'agreed') {
		return;
	}

	context.stderr.write(`${describeCost(services, jobs)}\n`);
	const excess = describeExcess(services, jobs);
	if (excess === undefined || approval === 'say') {
		return;
	}

	if (!canAsk(context)) {
		throw new UserError(`${excess}, above which Recscribe asks first`, {
			code: 'usage',
			hint: 'Add --yes if it may cost that much, or choose fewer meetings.',
		});
	}

	if (!(await confirm(`${excess}. Go on?`, context))) {
		throw new UserError('Nothing was transcribed, and nothing has to be paid', {
			hint: 'Choose fewer meetings, or run it again.',
		});
	}
}
