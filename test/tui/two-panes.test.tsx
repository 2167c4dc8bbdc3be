import {describe, expect, test} from 'vitest';
import {keys} from '../support/keys.ts';
import {openMeetings} from './open-app.tsx';
import {meeting, opened} from './things.ts';

const meetings = ['Budget review', 'Launch call', 'Retrospective'].map((topic, daysAgo) =>
	meeting(topic, daysAgo),
);

describe('a list of meetings', () => {
	test.each([
		[119, false],
		[120, true],
		[160, true],
	])('%i cells wide has its files beside it: %s', async (columns, isWide) => {
		const app = await openMeetings(meetings, {columns, rows: 24});
		await app.press('j');
		await app.waitFor(/❯ .*Launch call/);
		expect(app.frameFaults()).toEqual([]);
		const beside = app.rows().find(row => row.includes('│'));
		expect(beside !== undefined).toBe(isWide);
		if (isWide) {
			expect(beside).toMatch(/│ Launch call/);
			expect(app.screen()).toMatch(/│ .*M4A audio only/);
		} else {
			expect(app.screen()).toMatch(/^ Launch call$/m);
		}
	});

	test('keeps its cursor and its marks when the terminal grows and shrinks', async () => {
		const app = await openMeetings(meetings, {columns: 80, rows: 24});
		await app.press(' ', 'j');
		await app.waitFor(/❯ .*Retrospective/);
		const before = app.screen();
		await app.resize(150, 40);
		await app.waitFor(/❯ .*Retrospective.*│/);
		expect(app.screen()).toMatch(/✓.*Budget review/);
		await app.resize(80, 24);
		await app.waitFor(screen => screen === before);
	});
});

test('the library shows how a transcript begins, soon after one has come to it', async () => {
	const app = await openMeetings(meetings, {columns: 140, rows: 24});
	for (const each of meetings) {
		app.services.transcripts.push(opened(each));
	}

	await app.press('L');
	await app.waitFor(/recscribe › library/);
	await app.waitFor(/│ Speaker B\s+.*│ Loud and clear\./s);
	expect(app.frameFaults()).toEqual([]);
	await app.press('j', keys.enter);
	await app.waitFor(/recscribe › .* › /);
});
