import {describe, expect, test} from 'vitest';
import {filterEntries, toEntries} from '../../source/tui/palette.ts';
import {keys} from '../support/keys.ts';
import {openMeetings, sizes} from './open-app.tsx';
import {meeting, opened} from './things.ts';

const budget = meeting('Budget review');
const nothing = () => undefined;

describe('the palette', () => {
	test.each(sizes)('has every key of the screen by its name, at $columns×$rows', async size => {
		const app = await openMeetings([budget], size);
		await app.press('\u0010');
		await app.waitFor('what do you want to do');
		expect(app.frameFaults()).toEqual([]);
		expect(app.rows().at(-1)).toContain('Enter do it');
		await app.paste('sort');
		await app.waitFor(/❯ sort.* s$/m);
		await app.press(keys.escape);
		await app.waitFor(/^ 1 meeting/m);
	});

	test('does what is chosen', async () => {
		const app = await openMeetings([budget]);
		await app.press(':');
		await app.paste('library');
		await app.waitFor(/❯ the library/);
		await app.press(keys.enter);
		await app.waitFor(/recscribe › library/);
	});

	test('goes where one has been: to a transcript, a user, a meeting', async () => {
		const app = await openMeetings([budget]);
		app.services.transcripts.push(opened(meeting('Launch call', 3)));
		await app.press(':');
		await app.paste('launch');
		await app.waitFor(/❯ Launch call, .* transcript$/m);
		await app.press(keys.enter);
		await app.waitFor('Loud and clear.');
		await app.press(':');
		await app.paste('budget rev');
		await app.waitFor(/❯ Budget review, .* meeting$/m);
	});

	test('takes no key of the screen beneath while it is open', async () => {
		const app = await openMeetings([budget]);
		await app.press(':', 'q', 'z', 'z');
		await app.waitFor('nothing of that name');
		await app.press(keys.enter, keys.enter);
		await app.waitFor(/transcribing|Budget review/);
		expect(app.services.isClosed()).toBe(false);
	});
});

test('entries are found by their words, those that begin so first', () => {
	const entries = ['Sort by topic', 'Überblick: resort', 'open'].map(title => ({
		title,
		detail: '',
		run: nothing,
	}));
	const found = (typed: string) => filterEntries(entries, typed).map(({title}) => title);
	expect(found('sort')).toEqual(['Sort by topic', 'Überblick: resort']);
	expect(found('resort uber')).toEqual(['Überblick: resort']);
	expect(found('')).toHaveLength(3);
	expect(found('nope')).toEqual([]);
});

test('a key that another binding has already is not told', () => {
	const binding = (label: string, ...names: readonly [string, ...string[]]) => ({
		keys: names,
		label,
		run: nothing,
	});
	expect(
		toEntries([binding('one', 'a'), binding('two', 'a', 'b'), binding('three', 'b')]).map(
			({title, detail}) => `${title} ${detail}`,
		),
	).toEqual(['one a', 'two b']);
});
