import type {OpenedTranscript} from '../../source/kept-transcripts/opened-transcript.ts';
import {safeText} from '../../source/safe-text.ts';
import type {Transcript} from '../../source/transcripts/transcript.ts';
import type {Meeting, MeetingDetail, RecordingFile, User} from '../../source/zoom/recordings.ts';
import {conversation} from '../transcripts/corpus.ts';

const dayMs = 24 * 60 * 60 * 1000;

export function user(name: string, changes: Partial<User> = {}): User {
	const first = name.split(' ')[0] ?? name;
	return {
		id: `id of ${name}`,
		email: safeText(`${first.toLowerCase()}@example.com`),
		name: safeText(name),
		status: 'active',
		department: undefined,
		...changes,
	};
}

export const ada = user('Ada Moreau');

export function file(changes: Partial<RecordingFile> = {}): RecordingFile {
	return {
		id: 'file',
		fileType: safeText('M4A'),
		fileExtension: safeText('M4A'),
		recordingType: safeText('audio_only'),
		sizeBytes: 42_000_000,
		isReady: true,
		start: undefined,
		end: undefined,
		downloadUrl: 'https://zoom.us/rec/download/file',
		playUrl: undefined,
		...changes,
	};
}

/** A meeting of so many days ago, with one audio file; its topic is its UUID. */
export function meeting(topic: string, daysAgo = 1, changes: Partial<Meeting> = {}): Meeting {
	return {
		uuid: topic,
		number: '123456789',
		topic: safeText(topic),
		start: new Date(Date.now() - daysAgo * dayMs),
		durationMinutes: 48,
		totalSizeBytes: 120_000_000,
		hostId: ada.id,
		hostEmail: ada.email,
		shareUrl: undefined,
		files: [file()],
		...changes,
	};
}

/** The same with what only a request for it alone gives. */
export function meetingDetail(topic: string, changes: Partial<MeetingDetail> = {}): MeetingDetail {
	return {
		...meeting(topic),
		downloadAccessToken: undefined,
		passcode: undefined,
		participantAudioFiles: [],
		...changes,
	};
}

/** A meeting that Zoom has not finished. */
export function unfinishedMeeting(topic: string, daysAgo = 0): Meeting {
	return meeting(topic, daysAgo, {
		files: [file({fileType: safeText(''), fileExtension: safeText(''), isReady: false})],
	});
}

/** What the library gives for this meeting; with a short conversation unless another is given. */
export function opened(
	{uuid, number, topic, start, durationMinutes}: Meeting,
	transcript: Transcript = conversation([
		['A', 'Can you hear me?'],
		['B', 'Loud and clear.'],
	]),
): OpenedTranscript {
	return {
		transcript,
		parts: [{id: `transcript of ${uuid}`, transcript, offsetMs: 0}],
		raw: JSON.stringify({id: `transcript of ${uuid}`, text: 'as it came'}),
		record: {
			source: 'assemblyai',
			id: `transcript of ${uuid}`,
			meeting: {uuid, number, topic, start: start.toISOString(), durationMinutes},
			recordingFileId: 'file',
			request: {audio: 'stream', speechModels: [], speakerLabels: true},
			completedAt: 0,
		},
	};
}

/** The same as Zoom wrote it down itself. */
export function openedFromZoom(of: Meeting, transcript?: Transcript): OpenedTranscript {
	const {record, ...rest} = opened(of, transcript);
	const {id, meeting, recordingFileId, completedAt} = record;
	return {
		...rest,
		record: {source: 'zoom', id, meeting, recordingFileId, completedAt},
		transcript: {...rest.transcript, source: 'zoom'},
	};
}
