const seconds = /^\s*\d+(?:\.\d+)?\s*$/;
// An HTTP-date ends in GMT, an ISO date-time holds a T; anything else `Date.parse` would take is a guess.
const dateTime = /^\s*(?:[A-Z][a-z]{2,8},? .*|\d{4}-\d{2}-\d{2}T.*)$/;
const withoutZone = /T[\d:.]+$/;

/**
 * How long a service asks to wait, in milliseconds: `Retry-After` as seconds, as an HTTP-date, or as
 * an ISO date-time (Zoom's daily limit), which is UTC where it names no zone.
 *
 * @param now Milliseconds since the epoch.
 */
export function retryAfterMs(headers: Headers, now = Date.now()): number | undefined {
	const value = headers.get('retry-after');
	if (value === null) {
		return undefined;
	}
	if (seconds.test(value)) {
		return Number(value) * 1000;
	}
	if (!dateTime.test(value)) {
		return undefined;
	}
	const text = value.trim();
	const time = Date.parse(withoutZone.test(text) ? `${text}Z` : text);
	return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}
