import {describe, expect, test} from 'vitest';
import {safeText} from '../../source/safe-text.ts';
import {uniteSpeakers} from '../../source/transcripts/speaker-names.ts';
import {keys} from '../support/keys.ts';
import {conversation} from '../transcripts/corpus.ts';
import {openMeetings} from './open-app.tsx';
import {budget, type OpenedApp, openTranscript} from './open-transcript.tsx';
import {meetingDetail, opened, openedFromZoom} from './things.ts';

const talk = conversation([
	['A', 'Can you hear me, everybody who is in this meeting?'],
	['B', 'Loud and clear.'],
	['C', 'Me too, and I have something to say about it.'],
	['A', 'Let us begin then, as it is late already.'],
]);

/** Opens the panel over a library that keeps names. */
async function openSpeakers(size = {}): Promise<OpenedApp> {
	const app = await openTranscript(talk, size);
	const names = new Map<string, string>();
	app.services.nameSpeakers = (_, changes) => {
		for (const {label, name} of changes) {
			if (name === undefined) {
				names.delete(label);
			} else {
				names.set(label, name);
			}
		}

		const speakerNames = new Map([...names].map(([label, name]) => [label, safeText(name)]));
		const transcript = uniteSpeakers({...talk, speakerNames});
		app.services.transcripts.splice(0, 1, opened(budget, transcript));
	};
	await app.press('s');
	return app;
}

async function nameIt(app: OpenedApp, name: string): Promise<void> {
	await app.press(keys.enter, keys.ctrlU);
	await app.paste(name);
	await app.press(keys.enter);
}

test.each([
	{columns: 80, rows: 24},
	{columns: 60, rows: 15},
])('says who speaks how much, and what, at $columns×$rows', async size => {
	const app = await openSpeakers(size);
	expect(app.frameFaults()).toEqual([]);
	expect(app.screen()).toMatch(/❯ +Speaker A +━+─+ +\d+% \d:\d\d Can you/);
	expect(app.screen()).toMatch(/Speaker B +━*─+ +\d+% \d:\d\d Loud/);
	expect(app.screen()).toContain('“Can you hear me,');
	await app.press(keys.escape);
	expect(app.screen()).toContain('Loud and clear.');
});

test('a speaker is named, everywhere, until that is undone', async () => {
	const app = await openSpeakers();
	await nameIt(app, 'Ada\u0007 Moreau');
	await app.waitFor(/❯ +Ada Moreau/);
	await app.press(keys.escape);
	expect(app.screen()).toMatch(/Ada Moreau {2}0:0\d/);
	expect(app.screen()).not.toContain('Speaker A');
	await app.press('s', 'u');
	await app.waitFor(/❯ +Speaker A/);
	expect(app.rows().at(-1)).not.toContain('undo');
});

test('an empty name is none, and Esc leaves it as it was', async () => {
	const app = await openSpeakers();
	await app.press(keys.enter, keys.ctrlU, ' ', keys.enter);
	expect(app.screen()).toContain('Speaker A is');
	await app.press(keys.escape);
	expect(app.screen()).toMatch(/❯ +Speaker A/);
});

describe('two voices that are one person', () => {
	test('are put together, renamed together, and taken apart again', async () => {
		const app = await openSpeakers();
		// The list has A, C, B: who speaks most comes first.
		await app.press('j', 'm');
		expect(app.screen()).toContain('Which one is Speaker C?');
		await app.press(keys.enter);
		expect(app.screen()).toContain('Which one is Speaker C?');
		await app.press('k', keys.enter);
		await app.waitFor(/^(?!.*Speaker C)/s);
		expect(app.screen()).toContain('Speaker A');

		await app.press('g');
		await nameIt(app, 'Ada Moreau');
		await app.waitFor('Ada Moreau');
		expect(app.screen()).not.toMatch(/Speaker [AC]/);
		await app.press('u', 'u');
		await app.waitFor(/Speaker C/);
		expect(app.screen()).toContain('Speaker A');
	});

	test('are not asked about where there is only one', async () => {
		const app = await openTranscript(conversation([['A', 'Hello.']]));
		await app.press('s');
		expect(app.rows().at(-1)).not.toContain('merge');
	});
});

test('Zoom’s own names can be changed, too', async () => {
	const app = await openMeetings([budget]);
	const transcript = openedFromZoom(budget, conversation([['ada-pc', 'Loud and clear.']]));
	const named: unknown[] = [];
	app.services.zoom.getMeeting = async () => meetingDetail('Budget review');
	app.services.transcripts.push(transcript);
	app.services.openZoomTranscript = async () => transcript;
	app.services.nameSpeakers = (...asked) => named.push(asked);
	await app.press('v');
	await app.waitFor('Loud and clear.');
	await app.press('s');
	expect(app.screen()).toMatch(/❯ +ada-pc/);
	await app.press(keys.enter);
	await app.paste('Ada Moreau');
	await app.press(keys.enter);
	expect(named).toEqual([[transcript.record.id, [{label: 'ada-pc', name: 'Ada Moreau'}]]]);
});

describe('who they are', () => {
	test('AssemblyAI is asked, with the names of those who were there', async () => {
		const app = await openTranscript(talk);
		const asked: unknown[] = [];
		app.services.participants = [safeText('Ada Moreau'), safeText('Grace Okafor')];
		app.services.understand = async (_, wish) => {
			asked.push(wish);
			app.services.proposeNames = async () => [
				{label: safeText('A'), name: safeText('Ada Moreau'), by: 'AssemblyAI'},
			];
		};
		await app.press('s', 'a');
		expect(app.screen()).toContain('Ask AssemblyAI which participant each speaker is?');
		expect(app.screen()).toContain('about $0.02');
		expect(asked).toEqual([]);
		await app.press(keys.enter);
		await app.waitFor(/^(?!.*asking AssemblyAI)/s);
		expect(asked).toEqual([{kind: 'speakers', names: ['Ada Moreau', 'Grace Okafor']}]);
		await app.press(keys.escape);
		await app.waitFor('By what AssemblyAI heard, A is Ada Moreau');
	});

	test('is not asked where nobody is known', async () => {
		const app = await openTranscript(talk);
		await app.press('s', 'a', keys.enter);
		await app.waitFor('Zoom does not say who was there');
	});
});
