import {describe, expect, test} from 'vitest';
import {showDayRange} from '../../source/measures.ts';
import {lastDays} from '../../source/zoom/date-range.ts';
import {keys} from '../support/keys.ts';
import {openDates, sizes} from './open-app.tsx';
import {ada} from './things.ts';

describe.each(sizes)('at $columns×$rows', size => {
	test('every range can be seen and chosen; Enter takes the last 30 days', async () => {
		const app = await openDates(size);
		expect(app.frameFaults()).toEqual([]);
		const {from, to} = lastDays(30, new Date());
		expect(app.rows()).toContain(`❯ Last 30 days     ${showDayRange(from, to)}`);
		expect(app.screen()).toMatch(/Last year[\s\S]*Other dates…/);
		await app.press(keys.enter);
		await app.waitFor(`Ada Moreau › ${showDayRange(from, to)}`);
		expect(app.services.askedMeetings).toEqual([{user: ada.id, range: {from, to}}]);
	});

	test('a range of one’s own is typed, corrected and searched', async () => {
		const app = await openDates(size);
		await app.press(keys.end, keys.enter);
		expect(app.screen()).toContain(`❯ ${new Date().getFullYear()}-`);
		expect(app.frameFaults()).toEqual([]);
		await app.press(keys.ctrlU, ...'2026-02-30', keys.enter);
		expect(app.screen().replaceAll(/\s+/g, ' ')).toContain(
			'✗ "2026-02-30" is not a date. Write dates as YYYY-MM-DD, for example 2026-11-24.',
		);
		expect(app.frameFaults()).toEqual([]);
		await app.press(keys.ctrlU);
		await app.paste('2025-11-01\n2026-01-31');
		await app.press(keys.enter);
		await app.waitFor('› 1 Nov 2025 – 31 Jan 2026');
		expect(app.services.askedMeetings).toEqual([
			{user: ada.id, range: {from: '2025-11-01', to: '2026-01-31'}},
		]);
	});
});

test('what is no range says how to write one', async () => {
	const app = await openDates();
	await app.press(keys.end, keys.enter, ...'last week', keys.enter);
	expect(app.screen()).toContain('✗ That is not one date or two.');
	await app.press(keys.ctrlU, ...'2026-03-02 2026-03-01', keys.enter);
	expect(app.screen()).toContain('✗ The range starts on 2026-03-02, after its end on 2026-03-01.');
});

test('Esc goes from the typed range to the list, and its keys work again', async () => {
	const app = await openDates();
	await app.press(keys.end, keys.enter, 'q', keys.escape, 'g', 'j');
	expect(app.rows()).toContainEqual(expect.stringMatching(/^❯ Last 7 days/));
	await app.press('q');
	expect(await app.waitUntilExit()).toEqual({type: 'quit'});
});
