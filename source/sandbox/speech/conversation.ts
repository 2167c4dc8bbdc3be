import type {RecordedMeeting} from '../world/meeting.ts';
import type {Person} from '../world/people.ts';
import {createRandom, type Random} from '../world/random.ts';
import {createDeck} from './deck.ts';
import {countRoles, expand} from './dialogue.ts';
import {poolsOf} from './pools.ts';
import {type Scenario, type Stage, type Subject, stages} from './scenario.ts';
import {relatedScenarios, scenarioOf} from './scenarios/scenarios.ts';

/** What somebody says until somebody else does. */
export type Turn = {
	readonly speaker: Person;
	readonly text: string;
	/** Set where a new subject begins. */
	readonly subject: Subject | undefined;
};

/** A piece of a conversation that is said as a whole. */
export type Passage = {
	readonly part: 'opening' | 'middle' | 'closing';
	readonly turns: readonly Turn[];
};

/**
 * The conversation at a meeting: the opening, then subject after subject without an end, and the
 * closing whenever `next(true)` asks for it.
 */
export function* converse(
	meeting: RecordedMeeting,
	seed: number,
): Generator<Passage, void, boolean> {
	const random = createRandom(seed, `talk ${meeting.key}`);
	const scenario = scenarioOf(meeting.scenario);
	const cast = createCast(meeting.participants, random);
	const say = (dialogue: string, subject?: Subject, announce = false): readonly Turn[] =>
		expand(dialogue, name => wordFor(name, cast, scenario, subject, random), random).map(
			({role, text}, index) => ({
				speaker: cast.at(role),
				text,
				subject: announce && index === 0 ? subject : undefined,
			}),
		);

	const count = meeting.participants.length;
	let isOver = yield {part: 'opening', turns: say(random.pick(fitting(scenario.openings, count)))};
	const decks = new Map(
		stages.map(stage => [stage, createDeck(fitting(scenario.frames[stage], count), random)]),
	);
	const asides = createDeck(fitting(scenario.asides, count), random);
	for (const subject of subjectsOf(scenario, random)) {
		if (scenario.roles === 'turns') {
			cast.rotate();
		}
		for (const stage of stagesOf(random)) {
			if (isOver) {
				yield {part: 'closing', turns: say(random.pick(fitting(scenario.closings, count)))};
				return;
			}
			const frame = decks.get(stage)?.draw() ?? '';
			isOver = yield {part: 'middle', turns: say(frame, subject, stage === 'raise')};
		}
		if (!isOver && random.chance(0.3)) {
			isOver = yield {part: 'middle', turns: say(asides.draw())};
		}
	}
}

/** First its own subjects, then those of related meetings, then all of them again. */
function* subjectsOf(scenario: Scenario, random: Random): Generator<Subject, never> {
	yield* scenario.order === 'written' ? scenario.subjects : random.shuffle(scenario.subjects);
	const related = relatedScenarios(scenario).flatMap(({subjects}) => subjects);
	yield* random.shuffle(related);
	for (;;) {
		yield* random.shuffle([...scenario.subjects, ...related]);
	}
}

function stagesOf(random: Random): readonly Stage[] {
	return stages.filter(stage => stage === 'raise' || stage === 'decide' || random.chance(0.85));
}

/** The dialogues for which there are enough people. */
function fitting(dialogues: readonly string[], people: number): readonly string[] {
	return dialogues.filter(dialogue => countRoles(dialogue) <= people);
}

type Cast = {
	at(role: number): Person;
	/** Lets others talk next; who leads stays. */
	rotate(): void;
};

function createCast(participants: readonly Person[], random: Random): Cast {
	const [lead, ...others] = participants;
	let order = others;
	return {
		at(role) {
			const person = role === 0 ? lead : order[(role - 1) % order.length];
			if (person === undefined) {
				throw new Error('A conversation takes two.');
			}
			return person;
		},
		rotate() {
			order = random.shuffle(others);
		},
	};
}

function wordFor(
	name: string,
	cast: Cast,
	{language}: Scenario,
	subject: Subject | undefined,
	random: Random,
): string | undefined {
	if (/^[a-f]$/.test(name)) {
		const person = cast.at('abcdef'.indexOf(name));
		return language === 'ja' ? person.japaneseName : person.spokenName;
	}
	const pool = poolsOf(language)[name];
	return pool === undefined
		? Object.entries(subject ?? {}).find(([field]) => field === name)?.[1]
		: random.pick(pool);
}
