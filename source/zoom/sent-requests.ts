/** Zoom counts by its own clock. */
const secondMs = 1025;
/** Whatever takes longer is worked on for long, or lost; not on its way. */
const longestWayMs = 1000;
/** So many answers have to be seen before the quickest of them says how quick one can be. */
const enoughAnswers = 20;

type Sent = {readonly at: number; answeredAt: number | undefined};

/** A request that was sent; to be told how it went. */
export type SentRequest = {
	readonly answered: () => void;
	/** It has come to nothing, but may have arrived. */
	readonly lost: () => void;
};

/**
 * Which requests the receiver may still count, when it counts those of any one second.
 *
 * When a request arrives only the receiver knows; here it is known to be some time before the answer.
 * So it counts until a second after that. Once enough answers have been seen, the quickest of them
 * says what the way there and back takes anyway, for every request alike: then only what an answer took
 * longer may have been spent on the way there. A burst through new, slow connections is thus not
 * followed too closely by the next one through the quick, open ones.
 *
 * Times are milliseconds of one monotonic clock.
 */
export type SentRequests = {
	readonly add: () => SentRequest;
	readonly count: () => number;
	/** Milliseconds until fewer than `limit` count, unless an answer comes sooner; 0 where it is so now. */
	readonly msUntilFewerThan: (limit: number) => number;
};

export function trackSentRequests(now: () => number): SentRequests {
	let sent: readonly Sent[] = [];
	let firstAnswerAt: number | undefined;
	let answers = 0;
	let quickestMs = Number.POSITIVE_INFINITY;

	function endOf({at, answeredAt}: Sent): number {
		const usualMs = answers < enoughAnswers ? 0 : quickestMs;
		const wayMs = answeredAt === undefined ? longestWayMs : answeredAt - at - usualMs;
		return at + Math.min(longestWayMs, Math.max(0, wayMs)) + secondMs;
	}

	/** Those from before the first answer had a connection to open, which is no measure. */
	function learn({at}: Sent, answeredAt: number): void {
		if (firstAnswerAt !== undefined && at >= firstAnswerAt) {
			answers++;
			quickestMs = Math.min(quickestMs, answeredAt - at);
		}
		firstAnswerAt ??= answeredAt;
	}

	function counting(): readonly Sent[] {
		const time = now();
		sent = sent.filter(one => endOf(one) > time);
		return sent;
	}

	return {
		add() {
			const one: Sent = {at: now(), answeredAt: undefined};
			sent = [...sent, one];
			return {
				answered() {
					one.answeredAt = now();
					learn(one, one.answeredAt);
				},
				lost() {
					one.answeredAt ??= now();
				},
			};
		},
		count: () => counting().length,
		msUntilFewerThan(limit) {
			const ends = counting()
				.map(endOf)
				.toSorted((a, b) => a - b);
			const end = ends[ends.length - limit];
			return end === undefined ? 0 : end - now();
		},
	};
}
