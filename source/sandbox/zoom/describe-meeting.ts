import type {RecordedMeeting, RecordingFile} from '../world/meeting.ts';
import type {ZoomAccount} from './account.ts';

/** A meeting as Zoom's listing has it. */
export function describeMeeting(meeting: RecordedMeeting, account: ZoomAccount): object {
	const {tags, host} = meeting;
	const isStringly = tags.has('stringly-numbers');
	const totalSize = meeting.files.reduce((sum, {sizeBytes}) => sum + sizeBytes, 0);
	return {
		uuid: meeting.uuid,
		id: isStringly ? String(meeting.number) : meeting.number,
		account_id: account.credentials.accountId,
		host_id: host.id,
		...(isStringly ? {} : {host_email: host.email}),
		topic: meeting.topic,
		type: isStringly ? String(meeting.type) : meeting.type,
		start_time: toZoomTime(meeting.start),
		timezone: tags.has('no-timezone') ? '' : host.timezone,
		duration: tags.has('no-timezone') ? 0 : Math.round(meeting.durationSeconds / 60),
		total_size: isStringly ? String(totalSize) : totalSize,
		recording_count: meeting.files.length,
		share_url: `${account.origins.zoom}/rec/share/${meeting.files[0]?.downloadKey ?? ''}`,
		...(meeting.passcode === undefined ? {} : {recording_play_passcode: playPasscode(meeting)}),
		recording_files: meeting.files.map(file => describeFile(file, meeting, account)),
	};
}

/** What only the request for one meeting adds, apart from its token. */
export function describeMore(meeting: RecordedMeeting, account: ZoomAccount): object {
	return {
		...(meeting.passcode === undefined ? {} : {password: meeting.passcode}),
		...(meeting.participantFiles.length === 0
			? {}
			: {
					participant_audio_files: meeting.participantFiles.map(file =>
						describeParticipantFile(file, account),
					),
				}),
	};
}

/** `YYYY-MM-DDTHH:MM:SSZ`, without milliseconds. */
export function toZoomTime(date: Date): string {
	return `${date.toISOString().slice(0, 19)}Z`;
}

function describeFile(
	file: RecordingFile,
	meeting: RecordedMeeting,
	{origins}: ZoomAccount,
): object {
	const times = {
		recording_start: toZoomTime(file.segment.start),
		recording_end: toZoomTime(file.segment.end),
	};
	if (file.status === 'processing') {
		return {
			id: file.id,
			meeting_id: meeting.uuid,
			recording_start: times.recording_start,
			recording_end: '',
			file_type: '',
			file_extension: '',
			status: 'processing',
		};
	}
	const address = downloadAddress(file, origins.zoom);
	if (file.content === 'timeline' && meeting.tags.has('bare-timeline')) {
		return {
			meeting_id: meeting.uuid,
			...times,
			file_type: file.fileType,
			file_extension: file.fileExtension,
			download_url: address,
		};
	}
	const isStringly = meeting.tags.has('stringly-numbers');
	return {
		id: file.id,
		meeting_id: meeting.uuid,
		...times,
		file_type: file.fileType,
		file_extension: file.fileExtension,
		file_size: isStringly ? String(file.sizeBytes) : file.sizeBytes,
		...(['timeline', 'summary', 'next-steps'].includes(file.content)
			? {}
			: {play_url: `${origins.zoom}/rec/play/${file.downloadKey}`}),
		download_url: address,
		status: file.status,
		recording_type: file.recordingType,
	};
}

function describeParticipantFile(file: RecordingFile, {origins}: ZoomAccount): object {
	const name = file.participant?.displayName ?? file.participant?.email ?? '';
	return {
		id: file.id,
		recording_start: toZoomTime(file.segment.start),
		recording_end: toZoomTime(file.segment.end),
		file_name: `Audio only - ${name}`,
		file_type: file.fileType,
		file_extension: file.fileExtension,
		file_size: file.sizeBytes,
		play_url: `${origins.zoom}/rec/play/${file.downloadKey}`,
		download_url: downloadAddress(file, origins.zoom),
		status: file.status,
	};
}

export function downloadAddress({downloadKey, content}: RecordingFile, origin: string): string {
	const query = content === 'captions' ? '?type=cc' : '';
	return `${origin}/rec/download/${downloadKey}${query}`;
}

function playPasscode({key}: RecordedMeeting): string {
	return Buffer.from(`play ${key}`).toString('base64url').slice(0, 24);
}
