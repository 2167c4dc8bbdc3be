import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createScheduler, type ZoomPlan} from '../../source/zoom/rate-limits.ts';
import {busiestSecond, type Journey, simulateClock} from './simulated-zoom.ts';

const {signal} = new AbortController();
const mediumLimits = {free: 2, pro: 20, business: 60} as const;

type Simulation = {
	readonly plan: ZoomPlan;
	/** How many are under way at most. */
	readonly atOnce: number;
	readonly journeys: readonly Journey[];
};

/** Sends a request for each journey; when they arrived, and how long it took. */
async function simulate({plan, atOnce, journeys}: Simulation) {
	const clock = simulateClock();
	const scheduler = createScheduler({plan, backoffMs: 500, clock});
	const arrivals: number[] = [];
	const left = journeys.values();
	const work = async () => {
		for (const {there, work, back} of left) {
			await scheduler.run('medium', signal, async () => {
				await clock.wait(there, signal);
				arrivals.push(clock.now());
				await clock.wait(work + back, signal);
			});
		}
	};
	await clock.run(Promise.all(Array.from({length: atOnce}, work)));
	return {arrivals, tookMs: clock.now()};
}

const ms = (max: number) => fc.double({min: 0, max, noNaN: true});
const even = (count: number, journey: Journey) => Array.from({length: count}, () => journey);

const least: Journey = {there: 10, work: 50, back: 10};

function lengthen({there, work, back}: Journey, more: Journey): Journey {
	return {there: there + more.there, work: work + more.work, back: back + more.back};
}

/** Every third request is as quick as one can be; the others take longer in some way. */
async function neverTooMany(delays: fc.Arbitrary<Journey>): Promise<void> {
	const journeys = fc
		.array(delays, {minLength: 100, maxLength: 100})
		.map(more =>
			more.flatMap((each, index) => [lengthen(least, each), ...(index % 2 === 0 ? [least] : [])]),
		);
	const simulations = fc.record({
		plan: fc.constantFrom('free', 'pro', 'business'),
		atOnce: fc.integer({min: 1, max: 70}),
		journeys,
	});
	await fc.assert(
		fc.asyncProperty(simulations, async simulation => {
			const {arrivals} = await simulate(simulation);
			expect(busiestSecond(arrivals)).toBeLessThanOrEqual(mediumLimits[simulation.plan]);
		}),
		{numRuns: 40},
	);
}

const none = fc.constant(0);
/** Most are quick; some have to open a connection, or are sent twice by the network. */
const mostlyQuick = fc.oneof({weight: 9, arbitrary: ms(5)}, {weight: 1, arbitrary: ms(900)});

describe('no second sees more requests than Zoom allows', () => {
	test('when each takes another time to get there', async () => {
		await neverTooMany(fc.record({there: ms(400), work: none, back: none}));
	});

	test('when some take far longer to get there', async () => {
		await neverTooMany(fc.record({there: mostlyQuick, work: none, back: ms(5)}));
	});

	test('when Zoom takes another time for each', async () => {
		await neverTooMany(fc.record({there: ms(80), work: ms(1500), back: ms(80)}));
	});

	test('when the first of all have to open their connections', async () => {
		const cold = even(20, lengthen(least, {there: 400, work: 0, back: 0}));
		const journeys = [...cold, ...even(200, least)];
		const {arrivals} = await simulate({plan: 'pro', atOnce: 20, journeys});
		expect(busiestSecond(arrivals)).toBe(20);
	});

	test('when some have to be sent once more', async () => {
		const clock = simulateClock();
		const scheduler = createScheduler({plan: 'pro', backoffMs: 500, clock});
		const arrivals: number[] = [];
		const send = async () => {
			await clock.wait(10, signal);
			arrivals.push(clock.now());
			await clock.wait(20, signal);
		};
		await clock.run(
			Promise.all(
				Array.from({length: 60}, () =>
					scheduler.run('medium', signal, async again => {
						await send();
						await again();
						await send();
					}),
				),
			),
		);
		expect(arrivals).toHaveLength(120);
		expect(busiestSecond(arrivals)).toBe(20);
	});
});

describe('no time is lost', () => {
	test.each([
		['an even network', {there: 50, work: 0, back: 50}, 0.96],
		['a slow one', {there: 240, work: 0, back: 240}, 0.96],
	])('on %s', async (_, journey, share) => {
		const {tookMs} = await simulate({plan: 'pro', atOnce: 20, journeys: even(400, journey)});
		expect(400 / (tookMs / 1000) / 20).toBeGreaterThan(share);
	});
});
