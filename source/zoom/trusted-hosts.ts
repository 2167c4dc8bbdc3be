import {isLoopback} from '../http/addresses.ts';

const zoomHost = /(?:^|\.)(?:zoom\.us|zoomgov\.com|zoom\.com\.cn)$/;

/**
 * Whether Zoom's token may be sent there: Zoom's own hosts over https, the API's own origin, and,
 * when the API is on this computer (a sandbox, a test double), anything on this computer.
 */
export function mayReceiveToken(url: URL, apiUrl: URL): boolean {
	return (
		(url.protocol === 'https:' && zoomHost.test(url.hostname)) ||
		url.origin === apiUrl.origin ||
		(isLoopback(apiUrl) && isLoopback(url))
	);
}

/** Whether a file may be fetched from there at all: Zoom has no business on this computer. */
export function mayHoldRecordings(url: URL, apiUrl: URL): boolean {
	return isLoopback(url) ? isLoopback(apiUrl) : url.protocol === 'https:';
}

/** Whether an address leads to a page of Zoom's own, over https. */
export function isZoomPage(address: string): boolean {
	const url = URL.parse(address);
	return url?.protocol === 'https:' && zoomHost.test(url.hostname);
}
