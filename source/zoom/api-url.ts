import {isLoopback} from '../http/addresses.ts';

const globalHosts: ReadonlySet<string> = new Set(['api.zoom.us', 'api.zoomgov.com']);

/**
 * Where to ask: the address that came with the token, as long as it is Zoom's own and nobody has
 * configured another one than Zoom's usual.
 *
 * @param configured With the version: `https://api.zoom.us/v2`
 * @param announced Without it: `https://api-eu.zoom.us`; whatever does not fit is not used.
 */
export function chooseApiUrl(configured: URL, announced: string | undefined): URL {
	if (announced === undefined || !URL.canParse(announced) || configured.pathname !== '/v2') {
		return configured;
	}
	const url = new URL(announced);
	if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
		return configured;
	}
	const isTrusted = isLoopback(configured)
		? url.protocol === 'http:' && url.hostname === configured.hostname
		: globalHosts.has(configured.hostname) && isSameZoom(url, configured);
	return isTrusted ? new URL('/v2', url) : configured;
}

/** Zoom and Zoom for Government are two: what belongs to one never goes to the other. */
function isSameZoom({protocol, hostname, port}: URL, configured: URL): boolean {
	const domain = configured.hostname.replace(/^api\./, '');
	return protocol === 'https:' && port === '' && hostname.endsWith(`.${domain}`);
}
