import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {safeText} from '../../source/safe-text.ts';
import type {Outline} from '../../source/transcripts/outline.ts';
import type {Transcript} from '../../source/transcripts/transcript.ts';
import {keys} from '../support/keys.ts';
import {conversation} from '../transcripts/corpus.ts';
import {sizes} from './open-app.tsx';
import {type OpenedApp, openTranscript, placeLine} from './open-transcript.tsx';
import {meetingDetail} from './things.ts';

const turns = Array.from({length: 60}, (_, place): readonly [string, string] => [
	place % 2 === 0 ? 'A' : 'B',
	`This is what was said in turn number ${place}.`,
]);
const talk = conversation(turns);
const [, , , , , , , , , , tenth] = talk.turns;
const tenthMs = tenth?.startMs ?? 0;

const outline: Outline = {
	overview: safeText(''),
	sections: [
		{headline: safeText('Greetings'), text: safeText('Everybody says hello.'), startMs: 0},
		{headline: safeText('Budget'), text: safeText('It was agreed.'), startMs: tenthMs},
	],
	steps: [{text: safeText('Ada writes it down.'), timeMs: undefined}],
};

const withOutline: Transcript = {...talk, outline};

test.each([
	{columns: 80, rows: 24},
	{columns: 60, rows: 15},
])(
	'takes the place of the text, and leads to where something was said, at $columns×$rows',
	async size => {
		const app = await openTranscript(withOutline, size);
		await app.press('i');
		expect(app.screen()).toMatch(/❯ +0:00 +Greetings/);
		expect(app.screen()).toContain('□ Ada writes it down.');
		expect(app.screen()).toContain('Everybody says hello.');
		expect(app.screen()).toContain('by AssemblyAI');
		expect(app.screen()).not.toContain('turn number 0');
		expect(app.frameFaults()).toEqual([]);
		await app.press('j', keys.enter);
		expect(app.screen()).toContain('turn number 10');
		expect(app.screen()).not.toContain('turn number 9.');
		expect(app.screen()).not.toContain('Greetings');
	},
);

test('stands beside the text where there is room, and stays there', async () => {
	const app = await openTranscript(withOutline, {columns: 120, rows: 24});
	await app.press('i');
	expect(app.screen()).toMatch(/turn number 0\. +.*/);
	expect(app.screen()).toContain('Greetings');
	expect(app.frameFaults()).toEqual([]);
	await app.press('j', keys.enter);
	expect(app.screen()).toContain('turn number 10');
	expect(app.screen()).toContain('Greetings');
	await app.press(keys.escape);
	expect(app.screen()).not.toContain('Greetings');
	expect(placeLine(app)).toMatch(/^ \d+:\d\d \//);
});

test('a step without a time leads nowhere', async () => {
	const app = await openTranscript(withOutline);
	await app.press('i', 'G', keys.enter);
	expect(app.screen()).toContain('□ Ada writes it down.');
});

test('without one it is Zoom’s summary', async () => {
	const app = await openTranscript(talk);
	app.services.zoom.getMeeting = async () => meetingDetail('Budget review');
	app.services.zoom.readSummary = async () => ({
		overview: safeText('They met.'),
		chapters: [{label: safeText('Travel'), startMs: tenthMs, text: safeText('Fewer flights.')}],
		nextSteps: [safeText('Grace books.')],
	});
	await app.press('i');
	await app.waitFor('by Zoom’s AI');
	expect(app.screen()).toMatch(/❯ +Overview/);
	expect(app.screen()).toContain('They met.');
	expect(app.screen()).toContain('□ Grace books.');
	await app.press('j', keys.enter);
	expect(app.screen()).toContain('turn number 10');
});

test('where there is neither, it says how to get one', async () => {
	const app = await openTranscript(talk);
	app.services.zoom.getMeeting = async () => meetingDetail('Budget review');
	app.services.zoom.readSummary = async () => undefined;
	await app.press('i');
	await app.waitFor('There is no outline');
	await app.press(keys.escape);
	expect(app.screen()).toContain('turn number 0');
});

test('what Zoom refuses is said', async () => {
	const app = await openTranscript(talk);
	app.services.zoom.getMeeting = async () => {
		throw new UserError('Zoom does not allow that', {hint: 'Add the scope x.'});
	};
	await app.press('i');
	await app.waitFor('✗ Zoom does not allow that');
});

describe('AssemblyAI is asked for one', () => {
	async function openOffer(size = {}): Promise<OpenedApp> {
		const app = await openTranscript(talk, size);
		app.services.zoom.getMeeting = async () => meetingDetail('Budget review');
		app.services.zoom.readSummary = async () => undefined;
		await app.press('i');
		await app.waitFor('There is no outline');
		await app.press('a');
		return app;
	}

	test.each(sizes)('when a person has seen what it costs, at $columns×$rows', async size => {
		const app = await openOffer(size);
		const asked: unknown[] = [];
		app.services.understand = async (of, wish) => {
			asked.push(wish);
			const [first, ...others] = app.services.transcripts;
			expect(first?.record.id).toBe(of.record.id);
			app.services.transcripts.splice(0, others.length + 1, {...of, transcript: withOutline});
		};
		expect(app.screen()).toContain('Ask AssemblyAI for an outline?');
		expect(app.screen()).toMatch(/names\s+no\s+price/);
		expect(app.frameFaults()).toEqual([]);
		expect(asked).toEqual([]);
		await app.press(keys.enter);
		await app.waitFor('Greetings');
		expect(asked).toEqual([{kind: 'outline'}]);
		expect(app.rows().at(-1)).not.toContain('ask AssemblyAI');
	});

	test('and not when it is turned down', async () => {
		const app = await openOffer();
		await app.press(keys.escape);
		expect(app.screen()).toContain('There is no outline');
		await app.press(keys.escape);
		expect(app.screen()).toContain('turn number 0');
	});

	test('and says why there is none', async () => {
		const app = await openOffer();
		app.services.understand = async () => {
			throw new UserError('AssemblyAI is asleep', {hint: 'Wake it.'});
		};
		await app.press(keys.enter);
		await app.waitFor('AssemblyAI is asleep. Wake it.');
		await app.press(keys.escape);
		expect(app.screen()).toContain('There is no outline');
	});
});
