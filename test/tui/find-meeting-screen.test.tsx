import {expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {keys} from '../support/keys.ts';
import {openApp, openMeetings, sizes} from './open-app.tsx';
import {ada, meeting, meetingDetail, user} from './things.ts';

const workshop = meetingDetail('Workshop');

test.each([
	['a number with spaces', '978 9529 2947'],
	['a UUID', 'abc/DEF+123=='],
	['a link to the recording', 'https://zoom.us/rec/share/abc'],
	['a link to play it', 'https://zoom.us/rec/play/abc?startTime=1'],
])('%s is pasted and leads to the meeting', async (_, pasted) => {
	const app = await openMeetings([meeting('Another')]);
	const asked: unknown[] = [];
	app.services.zoom.findMeeting = async (reference, where) => {
		asked.push([reference, where.user]);
		return workshop;
	};
	app.services.zoom.getMeeting = async () => workshop;
	await app.press('p');
	await app.paste(pasted);
	expect(app.screen()).toContain(`❯ ${pasted}`);
	await app.press(keys.enter);
	await app.waitFor('Workshop › files');
	expect(asked).toEqual([[pasted, ada.id]]);
	await app.press(keys.escape);
	await app.waitFor('newest first');
});

test.each(sizes)(
	'what is not found is said, and another can be tried, at $columns×$rows',
	async size => {
		const app = openApp(size);
		app.services.users.give({users: [ada, user('Grace Okafor')], total: 2});
		await app.waitFor('Grace Okafor');
		app.services.zoom.findMeeting = async (_, where) => {
			expect(where.user).toBeUndefined();
			throw new UserError('Zoom knows no such meeting', {hint: 'Check the number.'});
		};
		await app.press('p');
		await app.press(keys.enter);
		expect(app.screen()).toContain('which meeting?');
		await app.paste('12345');
		await app.press(keys.enter);
		await app.waitFor('✗ Zoom knows no such meeting');
		expect(app.screen()).toContain('Check the number.');
		expect(app.frameFaults()).toEqual([]);
		await app.press('r');
		// What was typed is there to be mended.
		expect(app.screen()).toContain('❯ 12345');
	},
);

test('a search that is left is given up', async () => {
	const app = await openMeetings([meeting('Another')]);
	let signal: AbortSignal | undefined;
	app.services.zoom.findMeeting = (_, _where, given) => {
		signal = given;
		return new Promise(() => undefined);
	};
	await app.press('p');
	await app.paste('12345');
	await app.press(keys.enter);
	await app.waitFor('Looking it up at Zoom…');
	await app.press(keys.escape);
	await app.waitFor('newest first');
	expect(signal?.aborted).toBe(true);
});
