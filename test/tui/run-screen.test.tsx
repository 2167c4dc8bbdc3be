import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {safeText} from '../../source/safe-text.ts';
import {keys} from '../support/keys.ts';
import {type OpenedApp, openMeetings, sizes} from './open-app.tsx';
import {meeting} from './things.ts';

const budget = meeting('Budget review', 1);
const launch = meeting('Launch party', 2);

/** Opens the options for the budget review. */
async function openOptions(size: {readonly columns?: number; readonly rows?: number} = {}) {
	const app = await openMeetings([budget, launch], size);
	await app.press('o');
	await app.waitFor('before the run');
	return app;
}

/** The row of an option, without blanks. */
function shownFor(app: OpenedApp, title: string): string {
	const row = app.rows().find(each => each.slice(2).startsWith(title)) ?? '';
	return row.slice(2 + title.length).trim();
}

const isAt = (app: OpenedApp, title: string) =>
	app.rows().some(row => row.startsWith(`❯ ${title}`));

async function goTo(app: OpenedApp, title: string): Promise<void> {
	await app.press('g');
	for (let row = 0; row < 12 && !isAt(app, title); row++) {
		await app.press('j');
	}

	expect(isAt(app, title)).toBe(true);
}

/** Opens an option, types over what is there, and takes it. */
async function enter(app: OpenedApp, title: string, text: string): Promise<void> {
	await goTo(app, title);
	await app.press(keys.enter, keys.ctrlU);
	await app.paste(text);
	await app.press(keys.enter);
}

const requestOf = (app: OpenedApp) => app.services.jobs.snapshot()[0]?.job.request;

describe.each(sizes)('at $columns×$rows', size => {
	test('the form fits, and starts with what it costs', async () => {
		const app = await openOptions(size);
		expect(app.frameFaults()).toEqual([]);
		expect(app.screen()).toMatch(/Budget review\s+48 min · about \$0\.14 \(prices of/);
		await app.press('G');
		expect(app.screen()).toContain('Anything else');
		expect(app.frameFaults()).toEqual([]);
	});
});

test('Enter starts at once, with the defaults', async () => {
	const app = await openOptions();
	await app.press(keys.enter);
	await app.waitFor('0 of 1 done');
	expect(requestOf(app)).toEqual({
		audio: 'stream',
		speechModels: ['universal-2'],
		speakerLabels: true,
	});
	await app.press(keys.escape);
	await app.waitFor('newest first');
});

test('what is typed is asked for, of every marked meeting', async () => {
	const app = await openMeetings([budget, launch]);
	await app.press('a', 'o');
	await app.waitFor('2 recordings');
	await enter(app, 'Language', 'de');
	await enter(app, 'Speakers', '2-4');
	await enter(app, 'Keyterms', 'Northquay, Ada Moreau');
	await goTo(app, 'Afterwards');
	await app.press(keys.enter);
	expect(shownFor(app, 'Language')).toBe('de');
	expect(shownFor(app, 'Afterwards')).toBe('delete AssemblyAI’s copy');
	await app.press('g', keys.enter);
	await app.waitFor('0 of 2 done');
	expect(app.services.jobs.snapshot().map(({job}) => job.request)).toEqual(
		Array.from({length: 2}, () =>
			expect.objectContaining({
				language: 'de',
				speakersMin: 2,
				speakersMax: 4,
				keyterms: ['Northquay', 'Ada Moreau'],
				deleteRemote: true,
			}),
		),
	);
});

test('the cost follows the options', async () => {
	const app = await openOptions();
	await enter(app, 'Keyterms', 'Northquay');
	expect(app.screen()).toContain('about $0.18');
	await enter(app, 'Part', '0:00-24:00');
	expect(app.screen()).toMatch(/24 min · about \$0\.09/);
});

test('what is not understood is said, and nothing that was typed is lost', async () => {
	const app = await openOptions();
	await goTo(app, 'Speakers');
	await app.press(keys.enter);
	await app.paste('many');
	await app.press(keys.enter);
	expect(app.screen()).toContain('✗ “many” is no number of speakers');
	expect(shownFor(app, 'Speakers')).toBe('many');
	await app.press(keys.escape);
	expect(shownFor(app, 'Speakers')).toBe('as many as are heard');
});

test('a default that is taken away for one run is not asked for', async () => {
	const app = await openOptions();
	await enter(app, 'Models', 'auto');
	await app.press('g', keys.enter);
	await app.waitFor('0 of 1 done');
	expect(requestOf(app)?.speechModels).toEqual([]);
});

test('the names of those who were there are an offer', async () => {
	const app = await openMeetings([budget]);
	app.services.participants = [safeText('Ada Moreau'), safeText('Grace Okafor')];
	await app.press('o');
	await enter(app, 'Keyterms', 'Northquay');
	await app.press('p');
	await app.waitFor('Added to the keyterms: Ada Moreau, Grace Okafor');
	expect(shownFor(app, 'Keyterms')).toBe('Northquay, Ada Moreau, Grace Okafor');
});

test('where Zoom does not say who was there, that is said', async () => {
	const app = await openMeetings([budget]);
	app.services.listParticipants = async () => {
		throw new UserError('Zoom did not answer', {hint: 'Try again later.'});
	};
	await app.press('o');
	await app.waitFor('before the run');
	await app.press('p');
	await app.waitFor('✗ Zoom did not answer. Try again later.');
	app.services.listParticipants = async () => [];
	await app.press('p');
	await app.waitFor('Zoom has no file that says who was there.');
});

test('the options become the default where one says so', async () => {
	const app = await openOptions();
	await enter(app, 'Language', 'de');
	await app.press('S');
	await app.waitFor('Kept: from now on');
	expect(app.services.remembered).toMatchObject({language: 'de', speechModels: ['universal-2']});
	await app.press('k');
	expect(app.screen()).not.toContain('Kept');
});

describe('what costs more than the limit', () => {
	const conference = meeting('Conference', 1, {durationMinutes: 60 * 40});

	test('is asked about first', async () => {
		const app = await openMeetings([conference]);
		await app.press(keys.enter);
		await app.waitFor('before the run');
		expect(app.screen()).toMatch(/40 h · about \$6\.80/);
		expect(app.screen()).toContain('more than $5.00');
		expect(app.services.jobs.snapshot()).toEqual([]);
		await app.press(keys.enter);
		await app.waitFor('0 of 1 done');
	});

	test('is not, while it stays under the limit', async () => {
		const app = await openMeetings([budget]);
		await app.press(keys.enter);
		await app.waitFor('0 of 1 done');
	});
});

test('a job that can’t be put in line is said, and the form stays', async () => {
	const app = await openOptions();
	app.services.jobs.start = async () => {
		throw new UserError('The disk is full', {hint: 'Make room.'});
	};
	await app.press(keys.enter);
	await app.waitFor('! The disk is full. Make room.');
	expect(app.screen()).toContain('before the run');
	expect(app.frameFaults()).toEqual([]);
	await app.press(keys.escape);
	expect(app.screen()).not.toContain('disk');
});
