import type {Transcript} from '../../source/transcripts/transcript.ts';
import {keys} from '../support/keys.ts';
import type {ScreenOptions} from '../support/render.ts';
import {type OpenedApp, openDates} from './open-app.tsx';
import {meeting, opened} from './things.ts';

export type {OpenedApp} from './open-app.tsx';

export const budget = meeting('Budget review', 1);

/** Opens a transcript from the list of meetings. */
export async function openTranscript(
	transcript: Transcript,
	size: ScreenOptions = {},
): Promise<OpenedApp> {
	const app = await openDates(size);
	app.services.transcripts.push(opened(budget, transcript));
	app.services.meetings.give({
		meetings: [budget],
		searched: {from: '2026-10-26', to: '2026-11-24'},
		windowsDone: 1,
		windowsTotal: 1,
	});
	app.services.meetings.end();
	await app.press(keys.enter);
	await app.waitFor(/ transcribed(?: *│.*)?$/m);
	await app.press(keys.enter);
	await app.waitFor(/Budget review\s+›/);
	return app;
}

/** The rows of text in view. */
export function shownRows(app: OpenedApp): readonly string[] {
	return app
		.rows()
		.slice(2, -2)
		.map(row => row.replace(/ *[┃│◆◇]$/, '').replace(/^▎/, ' '));
}

/** The rows of the turn that one is at. */
export function currentRows(app: OpenedApp): readonly string[] {
	return app.rows().flatMap(row =>
		row.startsWith('▎')
			? [
					row
						.replace(/ *[┃│◆◇]?$/, '')
						.slice(1)
						.trim(),
				]
			: [],
	);
}

/** The scroll bar, from top to bottom; empty where everything is in view. */
export function scrollBar(app: OpenedApp): string {
	return app
		.rows()
		.slice(2, -2)
		.map(row => / ([┃│◆◇])$/.exec(row)?.[1] ?? '')
		.join('');
}

export function placeLine(app: OpenedApp): string {
	return app.rows().at(-2) ?? '';
}
