import {type Person, people, person} from './people.ts';
import type {Series} from './series.ts';

/** More than so many do not record: a large account is there at once, and most people record nothing. */
const mostHosts = 100;

/** People beyond those with a story, for accounts as large as a test or a benchmark needs. */
export type Crowd = {readonly people: readonly Person[]; readonly series: readonly Series[]};

const firstNames = [
	'Anna',
	'Björn',
	'Chloé',
	'Dmytro',
	'Émile',
	'Fatima',
	'Goran',
	'Hana',
	'İbrahim',
	'Jana',
];
const lastNames = [
	'Andersen',
	'Öztürk',
	'García',
	'Kowalczyk',
	'Müller',
	'Nováková',
	'O’Brien',
	'Popescu',
	'Tanaka',
	'Zhou',
];
const scenarios = ['planning', 'design-review', 'incident-review', 'budget'];
const timeZones = ['Europe/Oslo', 'America/Chicago', 'Asia/Seoul', 'Australia/Perth'];

export function createCrowd(count: number): Crowd {
	const numbers = Array.from({length: count}, (_, index) => index);
	return {people: numbers.map(makePerson), series: numbers.slice(0, mostHosts).map(makeSeries)};
}

function makePerson(index: number): Person {
	const firstName = at(firstNames, index);
	return person({
		key: keyOf(index),
		firstName,
		lastName: at(lastNames, Math.floor(index / firstNames.length) + index),
		spokenName: firstName,
		department: `Terminal ${(index % 9) + 1}`,
		timezone: at(timeZones, index),
	});
}

function makeSeries(index: number): Series {
	const hours = String(7 + (index % 11)).padStart(2, '0');
	return {
		key: `crowd-weekly-${index}`,
		who: [keyOf(index), at(people, index % 4).key],
		topic: `Terminal ${(index % 9) + 1}: weekly`,
		scenario: at(scenarios, index),
		language: 'en',
		weekday: 1 + (index % 5),
		everyWeeks: 1,
		time: `${hours}:15`,
		minutes: [12, 40],
	};
}

function keyOf(index: number): string {
	return `staff.${String(index + 1).padStart(4, '0')}`;
}

function at<Item>(items: readonly Item[], index: number): Item {
	const item = items[index % items.length];
	if (item === undefined) {
		throw new RangeError('There is nothing to choose from.');
	}
	return item;
}
