import {UserError} from '../errors.ts';

const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether the address leads to this computer itself. */
export function isLoopback(url: URL): boolean {
	return loopbackHost.test(url.hostname);
}

/** Whether secrets and recordings may travel to it: https, or plain http that never leaves this computer. */
export function isSafeAddress(url: URL): boolean {
	return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

/**
 * A service's base address, checked. The error never repeats the address: it may hold a secret by
 * mistake.
 *
 * @param service The service's name, for the message.
 * @throws {UserError} unless it is https or loopback http, without user, password, query or fragment.
 */
export function parseBaseUrl(address: string, service: string): URL {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (url === undefined || !isSafeAddress(url)) {
		throw new UserError(
			`${service}’s address must start with https:// (plain http only to this computer itself)`,
			{code: 'usage', hint: 'Correct it in the environment or the settings.'},
		);
	}
	if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
		throw new UserError(`${service}’s address must not hold a user, a password, “?” or “#”`, {
			code: 'usage',
			hint: 'Correct it in the environment or the settings.',
		});
	}
	return url;
}

/** `base` with `path` after its own path; each part of `path` must be percent-encoded already. */
export function joinUrl(
	base: URL,
	path: string,
	query: Readonly<Record<string, string | undefined>> = {},
): URL {
	const url = new URL(base);
	url.pathname = `${base.pathname.replace(/\/+$/, '')}/${path}`;
	for (const [name, value] of Object.entries(query)) {
		if (value !== undefined) {
			url.searchParams.set(name, value);
		}
	}
	return url;
}

/**
 * `value` as one part of a path.
 *
 * @throws {UserError} for what would lead elsewhere: nothing, `.` and `..`.
 */
export function encodePathPart(value: string): string {
	if (/^\.{0,2}$/.test(value)) {
		throw new UserError(`“${value}” is not an id`, {code: 'usage', hint: 'Give the id in full.'});
	}
	return encodeURIComponent(value);
}
