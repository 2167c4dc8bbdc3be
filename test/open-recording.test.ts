import {expect, test} from 'vitest';
import {openRecording} from '../source/open-recording.ts';
import {meetingOf} from './zoom/made-up-meeting.ts';

const {signal} = new AbortController();

async function open(shareUrl: string | undefined, hasBrowser = true) {
	const opened: string[] = [];
	const zoom = {getMeeting: async () => meetingOf({shareUrl})};
	const result = await openRecording(zoom, 'uuid', signal, async address => {
		opened.push(address);
		return hasBrowser;
	});
	return {...result, opened};
}

test.each([
	'https://zoom.us/rec/share/abc',
	'https://us02web.zoom.us/rec/share/abc?pwd=x',
	'https://zoomgov.com/rec/share/abc',
])('%s is opened', async address => {
	expect(await open(address)).toEqual({address, isOpened: true, opened: [address]});
	expect((await open(address, false)).isOpened).toBe(false);
});

test.each([
	undefined,
	'',
	'http://zoom.us/rec/share/abc',
	'https://zoom.us.evil.example/rec',
	'https://evilzoom.us/rec',
	// Look-alikes become punycode, which is no host of Zoom’s.
	'https://zооm.us/rec',
	'https://zoom.us\u2044.evil.example/rec',
	'https://zoom.us\uFF0Fevil.example@evil.example',
	'https://zoom.us@evil.example/rec',
	'javascript:alert(1)',
	'file:///etc/passwd',
	'--version',
])('%o is not', async address => {
	await expect(open(address)).rejects.toMatchObject({code: 'not-found'});
});
