import type {Scenario} from '../scenario.ts';
import {board} from './board.ts';
import {budget} from './budget.ts';
import {checkInLaunch} from './check-in-launch.ts';
import {customerCall} from './customer-call.ts';
import {designReview} from './design-review.ts';
import {german} from './german.ts';
import {incidentReview} from './incident-review.ts';
import {interview} from './interview.ts';
import {japanese} from './japanese.ts';
import {lecture} from './lecture.ts';
import {oneToOne} from './one-to-one.ts';
import {planning} from './planning.ts';
import {spanish} from './spanish.ts';

const scenarios: ReadonlyMap<string, Scenario> = new Map(
	[
		board,
		budget,
		checkInLaunch,
		customerCall,
		designReview,
		german,
		incidentReview,
		interview,
		japanese,
		lecture,
		oneToOne,
		planning,
		spanish,
	].map(scenario => [scenario.key, scenario]),
);

/** Throws when there is none: a slip in the sandbox's own data. */
export function scenarioOf(key: string): Scenario {
	const scenario = scenarios.get(key);
	if (scenario === undefined) {
		throw new Error(`The sandbox has no scenario called ${key}.`);
	}
	return scenario;
}

/** Other meetings whose subjects may come up in this one too. */
export function relatedScenarios({related}: Scenario): readonly Scenario[] {
	return related.map(scenarioOf);
}
