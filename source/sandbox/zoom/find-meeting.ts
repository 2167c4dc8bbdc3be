import type {Context} from 'hono';
import type {RecordedMeeting} from '../world/meeting.ts';
import type {ZoomAccount} from './account.ts';
import type {ZoomEnvironment} from './authenticate.ts';
import {readMeetingKey} from './meeting-key.ts';

/**
 * The meeting that a path is about: a number stands for the newest one that has it, a UUID for
 * exactly one. Those who may only see their own things do not find any other.
 */
export function findMeeting(
	context: Context<ZoomEnvironment>,
	{world: {meetings}}: ZoomAccount,
): RecordedMeeting | undefined {
	const key = readMeetingKey(context.req.url);
	const found = /^\d{9,13}$/.test(key ?? '')
		? meetings.findLast(({number}) => String(number) === key)
		: meetings.find(({uuid}) => uuid === key);
	const isOwn = found?.host.id === context.get('grant').userId;
	return context.get('reach') === 'account' || isOwn ? found : undefined;
}
