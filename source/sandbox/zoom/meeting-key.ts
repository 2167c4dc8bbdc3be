/**
 * What Zoom makes of `/v2/meetings/KEY/recordings`. Its gateway decodes the path once and then
 * takes out empty segments, so that a UUID which begins with `/` or holds `//` arrives whole only
 * if it was encoded twice. Undefined when nothing sensible is left.
 */
export function readMeetingKey(url: string): string | undefined {
	const segment = new URL(url).pathname.split('/')[3] ?? '';
	const once = decode(segment)
		?.replace(/^\/+/, '')
		.replace(/\/{2,}/g, '/');
	return once === undefined ? undefined : decode(once);
}

function decode(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		// A stray "%" is no encoding.
		return undefined;
	}
}
