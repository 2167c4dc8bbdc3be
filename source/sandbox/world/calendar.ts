import type {Language, MeetingTag} from './meeting.ts';
import {type OneOff, oneOffs} from './one-offs.ts';
import {createRandom} from './random.ts';
import type {Series} from './series.ts';

/** A meeting that took place, before anything is known of its recording. */
export type Held = {
	readonly key: string;
	/** What has the same here has the same meeting number. */
	readonly numberKey: string;
	readonly who: readonly string[];
	readonly topic: string;
	readonly scenario: string;
	readonly language: Language;
	readonly start: Date;
	readonly durationSeconds: number;
	readonly type: number;
	readonly tags: readonly MeetingTag[];
	/** Seconds of the talk. */
	readonly stops: readonly number[];
};

const dayMilliseconds = 86_400_000;
const daysInYear = 365;

/** Everything that was held in the year that ends with `today`, oldest first. */
export function holdMeetings(
	series: readonly Series[],
	today: Date,
	seed: number,
): readonly Held[] {
	const held = [
		...oneOffs.map(oneOff => holdOnce(oneOff, today)),
		...series.flatMap(each => holdSeries(each, today, seed)),
	];
	return held.sort((left, right) => left.start.getTime() - right.start.getTime());
}

function holdOnce(oneOff: OneOff, today: Date): Held {
	return {
		...oneOff,
		numberKey: oneOff.key,
		start: at(startOfDay(today) - oneOff.daysAgo * dayMilliseconds, oneOff.time),
		durationSeconds: oneOff.minutes * 60 - (oneOff.minutes < 600 ? oneOff.key.length : 0),
		type: 2,
		stops: (oneOff.stops ?? []).map(minutes => minutes * 60),
	};
}

function holdSeries(each: Series, today: Date, seed: number): readonly Held[] {
	const held: Held[] = [];
	// Nothing of today or yesterday: the newest meetings are the ones named in one-offs.ts.
	for (let daysAgo = daysInYear; daysAgo >= 2; daysAgo--) {
		const day = startOfDay(today) - daysAgo * dayMilliseconds;
		if (!isDue(each, day) || isOver(each, daysAgo)) {
			continue;
		}
		const random = createRandom(seed, `${each.key} ${day}`);
		if (random.chance(0.08)) {
			continue;
		}
		held.push({
			...each,
			key: `${each.key} ${new Date(day).toISOString().slice(0, 10)}`,
			numberKey: each.key,
			start: new Date(at(day, each.time).getTime() + random.integer(-40, 320) * 1000),
			durationSeconds: random.integer(each.minutes[0] * 60, each.minutes[1] * 60),
			type: each.who.length > 2 ? 8 : 3,
			tags: ['recurring'],
			stops: [],
		});
	}
	return held;
}

function isDue({weekday, everyWeeks}: Series, day: number): boolean {
	// Counted from 1970, which began with a Thursday: the same days, whatever today is.
	const days = Math.floor(day / dayMilliseconds);
	return (days + 4) % 7 === weekday && Math.floor(days / 7) % everyWeeks === 0;
}

/** Bart Quigley has left the company: his meetings end a while ago. */
function isOver({who}: Series, daysAgo: number): boolean {
	return who[0] === 'bartholomew.quigley' && daysAgo < 19;
}

function startOfDay(date: Date): number {
	return Math.floor(date.getTime() / dayMilliseconds) * dayMilliseconds;
}

function at(day: number, time: string): Date {
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	return new Date(day + (hours * 60 + minutes) * 60_000);
}
