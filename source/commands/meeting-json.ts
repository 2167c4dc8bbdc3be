import type {RecordedMeeting} from '../library/records.ts';
import type {MeetingSummary} from '../zoom/meeting-summary.ts';
import {findAudio, isProcessing} from '../zoom/recording-choice.ts';
import type {Meeting, MeetingDetail, RecordingFile} from '../zoom/recordings.ts';
import type {MeetingDetailJson, MeetingJson, RecordedMeetingJson} from './json-shapes.ts';

export type MeetingStatus = 'completed' | 'processing' | 'no-audio';

/** Whether there is something to transcribe, or will be. */
export function toStatus(meeting: Meeting): MeetingStatus {
	if (isProcessing(meeting)) {
		return 'processing';
	}
	return findAudio(meeting) === undefined ? 'no-audio' : 'completed';
}

/** A meeting as `recscribe meetings --json` prints it: part of the interface for scripts. */
export function toMeetingJson(meeting: Meeting): MeetingJson {
	return {
		uuid: meeting.uuid,
		id: meeting.number,
		topic: meeting.topic,
		startTime: meeting.start.toISOString(),
		duration: meeting.durationMinutes,
		totalSize: meeting.totalSizeBytes,
		hostId: meeting.hostId ?? null,
		hostEmail: meeting.hostEmail ?? null,
		status: toStatus(meeting),
		recordingFiles: meeting.files.map(toFileJson),
	};
}

/** What is kept of a meeting that was transcribed. */
export function toRecordedMeetingJson({
	uuid,
	number,
	topic,
	start,
}: RecordedMeeting): RecordedMeetingJson {
	return {uuid, id: number, topic, startTime: start};
}

/** One meeting with what only a request for it gives; `summary` is null where there is none. */
export function toMeetingDetailJson(
	meeting: MeetingDetail,
	summary: MeetingSummary | undefined,
): MeetingDetailJson {
	return {
		...toMeetingJson(meeting),
		shareUrl: meeting.shareUrl ?? null,
		passcode: meeting.passcode ?? null,
		participantAudioFiles: meeting.participantAudioFiles.map(file => ({
			...toFileJson(file),
			fileName: file.fileName,
		})),
		summary:
			summary === undefined
				? null
				: {
						overview: summary.overview,
						chapters: summary.chapters.map(({label, startMs, text}) => ({
							label,
							startMs: startMs ?? null,
							text,
						})),
						nextSteps: summary.nextSteps,
					},
	};
}

function toFileJson(file: RecordingFile): MeetingJson['recordingFiles'][number] {
	return {
		id: file.id,
		fileType: file.fileType,
		fileExtension: file.fileExtension,
		recordingType: file.recordingType,
		fileSize: file.sizeBytes,
		status: file.isReady ? 'completed' : 'processing',
		recordingStart: file.start?.toISOString() ?? null,
		recordingEnd: file.end?.toISOString() ?? null,
		playUrl: file.playUrl ?? null,
	};
}
