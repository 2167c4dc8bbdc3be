import {type OpenBrowser, openBrowser} from './setup/open-browser.ts';
import {isZoomPage} from './zoom/trusted-hosts.ts';
import type {Zoom} from './zoom/zoom.ts';
import {ZoomError} from './zoom/zoom-error.ts';

export type OpenedRecording = {
	readonly address: string;
	/** False where there is no browser to open it in. */
	readonly isOpened: boolean;
};

/**
 * Opens a meeting's recording where Zoom shows it. Only a page of Zoom's own over https is opened,
 * whatever the answer holds. Throws `ZoomError`, or the signal's reason.
 */
export async function openRecording(
	zoom: Pick<Zoom, 'getMeeting'>,
	meetingUuid: string,
	signal: AbortSignal,
	open: OpenBrowser = openBrowser,
): Promise<OpenedRecording> {
	const {shareUrl} = await zoom.getMeeting(meetingUuid, signal);
	if (shareUrl === undefined || !isZoomPage(shareUrl)) {
		throw new ZoomError('Zoom gives no page for this recording', {
			code: 'not-found',
			hint: 'Look for it under Recordings at zoom.us.',
		});
	}

	const address = new URL(shareUrl).href;
	return {address, isOpened: await open(address)};
}
