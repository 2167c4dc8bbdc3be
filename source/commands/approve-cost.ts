import {UserError} from '../errors.ts';
import {showCost} from '../jobs/cost.ts';
import type {NewJob} from '../library/library.ts';
import {showMinutes} from '../measures.ts';
import type {Services} from '../services.ts';
import type {CommandContext} from './command.ts';
import {canAsk, confirm} from './confirm.ts';

/**
 * Says what jobs are likely to cost, and asks first when that is more than the person's limit. Throws
 * `UserError` when it is not wanted, or nobody can be asked.
 */
export async function approveCost(
	{estimateCost, settings}: Pick<Services, 'estimateCost' | 'settings'>,
	jobs: readonly NewJob[],
	{isApproved}: {readonly isApproved: boolean},
	context: CommandContext,
): Promise<void> {
	if (jobs.length === 0) {
		return;
	}

	const {stderr} = context;
	const estimate = estimateCost(jobs);
	const recordings = jobs.length === 1 ? '1 recording' : `${jobs.length} recordings`;
	const what = `${recordings}, ${showMinutes(estimate.audioSeconds / 60)}: ${showCost(estimate)}`;
	stderr.write(`${what}\n`);
	const {askAboveUsd} = settings.preferences;
	if (estimate.usd <= askAboveUsd || isApproved) {
		return;
	}

	const limit = `$${askAboveUsd.toFixed(2)}`;
	if (!canAsk(context)) {
		throw new UserError(`That is more than ${limit}, above which Recscribe asks first`, {
			code: 'usage',
			hint: 'Add --yes if it may cost that much, or choose fewer meetings.',
		});
	}

	if (!(await confirm(`That is more than ${limit}. Go on?`, context))) {
		throw new UserError('Nothing was transcribed, and nothing has to be paid', {
			hint: 'Choose fewer meetings, or run it again.',
		});
	}
}
