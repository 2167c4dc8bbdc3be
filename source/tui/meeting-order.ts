/** What a list of meetings, or of their transcripts, can be put in order by. */
export type Sortable = {
	readonly start: Date;
	readonly durationMinutes: number;
	readonly topic: string;
};

/** The orders of such a list, with their words. */
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

const compare: Readonly<Record<Order, (one: Sortable, other: Sortable) => number>> = {
	newest: (one, other) => other.start.getTime() - one.start.getTime(),
	oldest: (one, other) => one.start.getTime() - other.start.getTime(),
	longest: (one, other) => other.durationMinutes - one.durationMinutes,
	topic: (one, other) => one.topic.localeCompare(other.topic),
};

export function sortMeetings<Item extends Sortable>(
	items: readonly Item[],
	order: Order,
): readonly Item[] {
	return items.toSorted(compare[order]);
}
