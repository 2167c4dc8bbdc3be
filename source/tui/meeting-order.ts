import type {Meeting} from '../zoom/recordings.ts';

/** The orders of the meetings list, with their words. */
export const orders = {
	newest: 'newest first',
	oldest: 'oldest first',
	longest: 'longest first',
	topic: 'by topic',
} as const;

export type Order = keyof typeof orders;

const sequence: readonly Order[] = ['newest', 'oldest', 'longest', 'topic'];

export function nextOrder(order: Order): Order {
	return sequence[(sequence.indexOf(order) + 1) % sequence.length] ?? 'newest';
}

const compare: Readonly<Record<Order, (one: Meeting, other: Meeting) => number>> = {
	newest: (one, other) => other.start.getTime() - one.start.getTime(),
	oldest: (one, other) => one.start.getTime() - other.start.getTime(),
	longest: (one, other) => other.durationMinutes - one.durationMinutes,
	topic: (one, other) => one.topic.localeCompare(other.topic),
};

export function sortMeetings(meetings: readonly Meeting[], order: Order): readonly Meeting[] {
	return meetings.toSorted(compare[order]);
}
