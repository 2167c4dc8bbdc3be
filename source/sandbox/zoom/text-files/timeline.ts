import type {SpokenTurn} from '../../speech/speech.ts';
import {formatTime, nameOnScreen} from './written.ts';

/** Who was speaking when, as Zoom's timeline file has it. */
export function writeTimeline(turns: readonly SpokenTurn[]): string {
	const timeline = turns.map(({speaker, startMs}) => ({
		ts: formatTime(startMs),
		users: [
			{
				username: nameOnScreen(speaker),
				multiple_people: false,
				user_id: 16_778_240,
				zoom_userid: speaker.id ?? '',
				...(speaker.id === undefined ? {} : {email_address: speaker.email}),
				avatar_url: '',
				client_type: 0,
			},
		],
	}));
	return JSON.stringify({
		timeline,
		timeline_refine: timeline.filter((_, index) => index % 2 === 0),
	});
}
