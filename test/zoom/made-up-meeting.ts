import {safeText} from '../../source/safe-text.ts';
import {createZoom} from '../../source/zoom/create-zoom.ts';
import type {MeetingDetail, RecordingFile} from '../../source/zoom/recordings.ts';
import type {Zoom} from '../../source/zoom/zoom.ts';

/** A client of a test's own server: what it asks for is opened by the legacy JWT that comes with it. */
export function zoomAt(apiUrl: string, stallMs = 2000): Zoom {
	return createZoom({
		credentials: {type: 'legacy-jwt', apiKey: 'key', apiSecret: 'secret'},
		apiUrl,
		oauthUrl: apiUrl,
		patience: {backoffMs: 1, stallMs},
		lookMs: 5,
	});
}

export function fileAt(
	downloadUrl: string | undefined,
	{
		extension = 'M4A',
		type = extension,
		recordingType = '',
		...part
	}: Partial<Omit<RecordingFile, 'recordingType'>> & {
		readonly extension?: string;
		readonly type?: string;
		readonly recordingType?: string;
	} = {},
): RecordingFile {
	return {
		id: 'file',
		fileType: safeText(type),
		fileExtension: safeText(extension),
		recordingType: safeText(recordingType),
		sizeBytes: 0,
		isReady: true,
		start: undefined,
		end: undefined,
		downloadUrl,
		playUrl: undefined,
		...part,
	};
}

export function meetingOf(part: Partial<MeetingDetail>): MeetingDetail {
	return {
		uuid: 'uuid',
		number: '123',
		topic: safeText('topic'),
		start: new Date('2026-11-20T10:00:00Z'),
		durationMinutes: 30,
		totalSizeBytes: 0,
		hostId: undefined,
		hostEmail: undefined,
		shareUrl: undefined,
		files: [],
		downloadAccessToken: undefined,
		passcode: undefined,
		participantAudioFiles: [],
		...part,
	};
}
