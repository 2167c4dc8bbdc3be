import type {TranscriptRecord} from '../library/records.ts';
import {showDay} from '../measures.ts';
import type {Meeting, User} from '../zoom/recordings.ts';
import type {Screen} from './navigation.ts';
import type {PaletteEntry} from './palette.ts';

/** Every transcript that is kept, and every user and meeting that was listed, to go there. */
export function listPlaces(
	transcripts: readonly TranscriptRecord[],
	{users, meetings}: {readonly users: readonly User[]; readonly meetings: readonly Meeting[]},
	open: (screen: Screen) => void,
): readonly PaletteEntry[] {
	const distinct = new Map(meetings.map(meeting => [meeting.uuid, meeting]));
	return [
		...transcripts.map(({id, meeting}) => ({
			title: `${meeting.topic}, ${showDay(new Date(meeting.start))}`,
			detail: 'transcript',
			run: () => open({name: 'transcript', reference: {type: 'library', id}}),
		})),
		...users.map(user => ({
			title: user.name,
			detail: 'user',
			run: () => open({name: 'dates', whose: {type: 'user', user}}),
		})),
		...[...distinct.values()].map(({uuid, topic, start}) => ({
			title: `${topic}, ${showDay(start)}`,
			detail: 'meeting',
			run: () => open({name: 'meeting', uuid}),
		})),
	];
}
