import fc from 'fast-check';
import {expect, test} from 'vitest';
import {chooseApiUrl} from '../../source/zoom/api-url.ts';

const usual = 'https://api.zoom.us/v2';
const government = 'https://api.zoomgov.com/v2';
const gateway = 'https://gateway.example.com/zoom/v2';
const local = 'http://127.0.0.1:4000/v2';

test.each([
	[usual, 'https://api-eu.zoom.us', 'https://api-eu.zoom.us/v2'],
	[usual, 'https://api-eu.zoom.us/', 'https://api-eu.zoom.us/v2'],
	[usual, 'https://api.zoom.us', usual],
	[government, 'https://api-us.zoomgov.com', 'https://api-us.zoomgov.com/v2'],
	[local, 'http://127.0.0.1:5000', 'http://127.0.0.1:5000/v2'],
])('%s gives way to %s', (configured, announced, expected) => {
	expect(chooseApiUrl(new URL(configured), announced).href).toBe(expected);
});

test.each([
	[usual, undefined],
	[usual, ''],
	[usual, 'nonsense'],
	[usual, 'http://api-eu.zoom.us'],
	[usual, 'https://zoom.us.evil.example'],
	[usual, 'https://evilzoom.us'],
	[usual, 'https://api-us.zoomgov.com'],
	[usual, 'https://api-eu.zoom.us:8443'],
	[usual, 'https://api-eu.zoom.us/elsewhere'],
	[usual, 'https://ada@api-eu.zoom.us'],
	[usual, 'http://127.0.0.1:5000'],
	[government, 'https://api-eu.zoom.us'],
	[gateway, 'https://api-eu.zoom.us'],
	['https://api-au.zoom.us/v2', 'https://api-eu.zoom.us'],
	[local, 'https://api-eu.zoom.us'],
	[local, 'http://localhost:5000'],
	['http://127.0.0.1:4000/zoom/v2', 'http://127.0.0.1:5000'],
])('%s does not give way to %s', (configured, announced) => {
	expect(chooseApiUrl(new URL(configured), announced).href).toBe(configured);
});

test('whatever is announced, a token for Zoom goes to Zoom', () => {
	const anything = fc.oneof(
		fc.webUrl(),
		fc.string(),
		fc.domain().map(host => `https://${host}`),
	);
	fc.assert(
		fc.property(anything, announced => {
			const {protocol, hostname, pathname} = chooseApiUrl(new URL(usual), announced);
			return protocol === 'https:' && hostname.endsWith('.zoom.us') && pathname === '/v2';
		}),
	);
});
