import type {RecordedMeeting} from '../world/meeting.ts';
import type {World} from '../world/world.ts';
import {readMeetingKey} from './meeting-key.ts';

/** The meeting that the path of a request names: a number stands for the newest that has it, a UUID for one. */
export function findMeeting(url: string, {meetings}: World): RecordedMeeting | undefined {
	const key = readMeetingKey(url);
	return key !== undefined && /^\d{9,13}$/.test(key)
		? meetings.findLast(({number}) => String(number) === key)
		: meetings.find(({uuid}) => uuid === key);
}
