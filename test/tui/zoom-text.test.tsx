import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {safeText} from '../../source/safe-text.ts';
import type {OfferedName} from '../../source/transcripts/name-proposals.ts';
import {keys} from '../support/keys.ts';
import {conversation} from '../transcripts/corpus.ts';
import {type OpenedApp, openMeetings, sizes} from './open-app.tsx';
import {meeting, meetingDetail, opened, openedFromZoom} from './things.ts';

const budget = meeting('Budget review');
const detail = meetingDetail('Budget review');
const zoomText = openedFromZoom(
	budget,
	conversation([
		['Ada Moreau', 'Can you hear me?'],
		['Grace Okafor', 'Loud and clear.'],
	]),
);

async function openList(size = {}): Promise<OpenedApp> {
	const app = await openMeetings([budget], size);
	app.services.zoom.getMeeting = async () => detail;
	return app;
}

describe('Zoom’s own transcript', () => {
	test.each(sizes)('opens at once, marked as Zoom’s, at $columns×$rows', async size => {
		const app = await openList(size);
		app.services.openZoomTranscript = async () => zoomText;
		await app.press('v');
		await app.waitFor('Loud and clear.');
		expect(app.rows()[0]).toMatch(/^ recscribe › Budget review › .* › Zoom’s/);
		expect(app.screen()).toContain('Grace Okafor');
		expect(app.frameFaults()).toEqual([]);
		expect(app.services.jobs.snapshot()).toEqual([]);
	});

	test('is exported like any other', async () => {
		const app = await openList();
		app.services.openZoomTranscript = async () => zoomText;
		await app.press('v');
		await app.waitFor('Loud and clear.');
		await app.press('.');
		await app.waitFor('› export');
		await app.press(keys.enter);
		await app.waitFor('✓ written to');
		expect([...app.services.files.values()].join()).toContain('Grace Okafor: Loud and clear.');
	});

	test('has names, so none are proposed', async () => {
		const app = await openList();
		app.services.openZoomTranscript = async () => zoomText;
		app.services.proposeNames = () => {
			throw new Error('There is nothing to propose');
		};
		await app.press('v');
		await app.waitFor('Loud and clear.');
		expect(app.screen()).not.toContain('By what Zoom heard');
	});

	test('where there is none says how there would be one', async () => {
		const app = await openList();
		app.services.openZoomTranscript = async () => undefined;
		await app.press('v');
		await app.waitFor('✗ Zoom made no transcript of this meeting');
		expect(app.screen()).toContain('AssemblyAI can transcribe it now.');
	});
});

describe('Zoom’s summary', () => {
	async function openSummary(): Promise<OpenedApp> {
		const app = await openList();
		await app.press('d');
		await app.waitFor('› files');
		return app;
	}

	test('is shown with its chapters and next steps', async () => {
		const app = await openSummary();
		app.services.zoom.readSummary = async () => ({
			overview: safeText('The budget was agreed.'),
			chapters: [{label: safeText('Travel'), startMs: 62_000, text: safeText('Fewer flights.')}],
			nextSteps: [safeText('Ada writes it down.')],
		});
		await app.press('i');
		await app.waitFor('The budget was agreed.');
		expect(app.rows()[0]).toContain('Budget review › Zoom’s summary');
		expect(app.screen()).toMatch(/1:02 {2}Travel\s+Fewer flights\./);
		expect(app.screen()).toMatch(/Next steps\s+• Ada writes it down\./);
		await app.press(keys.escape);
		await app.waitFor('› files');
	});

	test('that Zoom does not give says why', async () => {
		const app = await openSummary();
		app.services.zoom.readSummary = async () => {
			throw new UserError('Zoom does not allow that', {hint: 'Add the scope x.'});
		};
		await app.press('i');
		await app.waitFor('✗ Zoom does not allow that');
		expect(app.screen()).toContain('Add the scope x.');
	});
});

describe('names for speaker letters', () => {
	const proposals: readonly OfferedName[] = [
		{label: safeText('A'), name: safeText('Ada Moreau'), by: 'Zoom'},
		{label: safeText('B'), name: safeText('Grace Okafor'), by: 'Zoom'},
	];

	async function openWithProposals(size = {}): Promise<OpenedApp> {
		const app = await openMeetings([budget], size);
		const transcript = opened(budget);
		app.services.transcripts.push(transcript);
		app.services.proposeNames = async () => proposals;
		app.services.nameSpeakers = (id, names) => {
			expect(id).toBe(transcript.record.id);
			const speakerNames = new Map(names.map(({label, name}) => [label, safeText(name ?? '')]));
			const named = {...transcript, transcript: {...transcript.transcript, speakerNames}};
			app.services.transcripts.splice(0, 1, named);
		};
		await app.press(keys.enter);
		await app.waitFor('Loud and clear.');
		return app;
	}

	test.each(sizes)('are an offer until they are accepted, at $columns×$rows', async size => {
		const app = await openWithProposals(size);
		await app.waitFor('By what Zoom heard, A is Ada Moreau, B is Grace Okafor');
		expect(app.screen()).toContain('Speaker B');
		expect(app.rows().at(-1)).toContain('a accept names');
		expect(app.frameFaults()).toEqual([]);
		await app.press('a');
		await app.waitFor(/^(?!.*Speaker B)/s);
		expect(app.screen()).toMatch(/Grace Okafor {2}0:\d\d/);
		expect(app.screen()).not.toContain('By what Zoom heard');
	});

	test('can be turned down', async () => {
		const app = await openWithProposals();
		await app.waitFor('By what Zoom heard');
		await app.press('x');
		await app.waitFor(/^(?!.*By what Zoom heard)/s);
		expect(app.screen()).toContain('Speaker B');
	});

	test('that Zoom can’t give are not missed', async () => {
		const app = await openMeetings([budget]);
		app.services.transcripts.push(opened(budget));
		app.services.proposeNames = async () => {
			throw new UserError('Zoom does not answer');
		};
		await app.press(keys.enter);
		await app.waitFor('Loud and clear.');
		expect(app.screen()).not.toContain('✗');
	});
});
