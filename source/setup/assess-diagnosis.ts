import {UserError} from '../errors.ts';
import {showMinutes} from '../measures.ts';
import type {Access, Diagnosis} from './diagnosis.ts';

/** A clock that is wrong by more than this is worth a word. */
export const worstClockMs = 60_000;

/** Everything that is not as it should be, the most pressing first; empty when all is well. */
export function findProblems(diagnosis: Diagnosis): readonly UserError[] {
	const {zoom, assemblyai, hosts, scopes, clockAheadMs, library} = diagnosis;
	const missing = scopes.filter(({isNeeded, status}) => isNeeded && status === 'missing');
	const problems: Array<UserError | undefined> = [
		assessAccess('Zoom', zoom.access),
		assessAccess('AssemblyAI', assemblyai.access),
		missing.length === 0
			? undefined
			: new UserError(`The Zoom app lacks scopes: ${missing.map(({name}) => name).join(', ')}`, {
					code: 'not-allowed',
					hint: 'Add them in Zoom’s App Marketplace: Manage › your app › Scopes. Whoever signed in as themselves then signs in again with `recscribe setup`.',
				}),
		...hosts.map(({purpose, origin, probe}) =>
			probe.status === 'answers'
				? undefined
				: new UserError(`${purpose} (${origin}) does not answer: ${probe.reason}`, {
						code: 'network',
						hint: probe.hint,
					}),
		),
		clockAheadMs === undefined || Math.abs(clockAheadMs) < worstClockMs
			? undefined
			: new UserError(`This computer’s clock is ${showClock(clockAheadMs)}`, {
					hint: 'Set the clock right: sign-ins and certificates hold for a time.',
				}),
		library.status === 'readable'
			? undefined
			: new UserError(library.message, library.hint === undefined ? {} : {hint: library.hint}),
	];
	return problems.filter(problem => problem !== undefined);
}

/** `12 min ahead`, `right` */
export function showClock(aheadMs: number): string {
	if (Math.abs(aheadMs) < 2000) {
		return 'right';
	}
	const seconds = Math.round(Math.abs(aheadMs) / 1000);
	const amount = seconds < 120 ? `${seconds} s` : showMinutes(seconds / 60);
	return `${amount} ${aheadMs > 0 ? 'ahead' : 'behind'}`;
}

function assessAccess(service: string, access: Access): UserError | undefined {
	switch (access.status) {
		case 'accepted': {
			return undefined;
		}

		case 'not-set': {
			return new UserError(`${service} is not set up`, {
				code: 'not-set-up',
				hint: 'Run `recscribe setup`.',
			});
		}

		case 'refused': {
			const {reason, message, hint = 'Check the credentials with `recscribe setup`.'} = access;
			const isPassing =
				reason === 'no-network' || reason === 'service' || reason === 'rate-limited';
			return new UserError(message, {code: isPassing ? 'service' : 'not-allowed', hint});
		}
	}
}
