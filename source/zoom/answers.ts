import * as z from 'zod';
import {
	amount,
	optionalDate,
	optionalHeaderText,
	optionalNumber,
	optionalSafeLine,
	optionalText,
	requiredText,
	safeLineOrEmpty,
	unshownText,
} from '../http/lenient.ts';
import {type SafeText, safeText} from '../safe-text.ts';
import type {
	Meeting,
	MeetingDetail,
	ParticipantAudioFile,
	RecordingFile,
	User,
} from './recordings.ts';

/** Zoom's answers as they come in, each made into Recscribe's own value. */

const fileFields = z.object({
	id: optionalText,
	file_type: safeLineOrEmpty,
	file_extension: safeLineOrEmpty,
	recording_type: safeLineOrEmpty,
	file_size: amount,
	status: optionalText,
	recording_start: optionalDate,
	recording_end: optionalDate,
	download_url: optionalText,
	play_url: optionalText,
});

const recordingFile = fileFields.transform(toFile);

const participantAudioFile = fileFields
	.extend({file_name: safeLineOrEmpty})
	.transform((fields): ParticipantAudioFile => ({...toFile(fields), fileName: fields.file_name}));

function toFile(fields: z.output<typeof fileFields>): RecordingFile {
	const {file_type: fileType, recording_start: start, download_url: downloadUrl} = fields;
	return {
		id: fields.id ?? `${fileType} ${start?.toISOString() ?? ''}`.trim(),
		fileType,
		fileExtension: fields.file_extension,
		recordingType: fields.recording_type,
		sizeBytes: fields.file_size,
		// Timelines and closed captions may come without a status.
		isReady:
			fields.status === undefined
				? fileType !== '' && downloadUrl !== undefined
				: fields.status.toLowerCase() === 'completed',
		start,
		end: fields.recording_end,
		downloadUrl,
		playUrl: fields.play_url,
	};
}

const recordingFiles = z
	.array(recordingFile)
	.nullish()
	.transform((files): readonly RecordingFile[] => files ?? []);

const meetingFields = z.object({
	uuid: requiredText,
	id: optionalText,
	topic: safeLineOrEmpty,
	start_time: optionalDate,
	duration: amount,
	total_size: amount,
	host_id: optionalText,
	host_email: optionalSafeLine,
	share_url: optionalText,
	recording_files: recordingFiles,
});

export const meetingAnswer = meetingFields.transform(toMeeting);

export const meetingDetailAnswer = meetingFields
	.extend({
		download_access_token: optionalHeaderText,
		recording_play_passcode: optionalSafeLine,
		password: optionalSafeLine,
		participant_audio_files: z
			.array(participantAudioFile)
			.nullish()
			.transform((files): readonly ParticipantAudioFile[] => files ?? []),
	})
	.transform(
		(fields, context): MeetingDetail => ({
			...toMeeting(fields, context),
			downloadAccessToken: fields.download_access_token,
			passcode: fields.password ?? fields.recording_play_passcode,
			participantAudioFiles: fields.participant_audio_files,
		}),
	);

export const meetingPageAnswer = z.object({
	from: optionalText,
	next_page_token: unshownText,
	meetings: z.array(meetingAnswer).nullish(),
});

const userFields = z.object({
	id: optionalText,
	email: optionalSafeLine,
	display_name: optionalSafeLine,
	first_name: optionalSafeLine,
	last_name: optionalSafeLine,
	status: optionalText,
	dept: optionalSafeLine,
});

/** A user in answer to a question for users of this status. */
export function userAnswer(asked: User['status']) {
	return userFields.transform((fields, context): User => {
		const id = fields.id ?? fields.email;
		if (id === undefined) {
			context.addIssue({code: 'custom', message: 'a user has neither id nor email'});
			return z.NEVER;
		}
		const email = fields.email ?? safeText('');
		return {
			id,
			email,
			name: toName(fields) ?? email,
			status: toStatus(fields.status) ?? asked,
			department: fields.dept,
		};
	});
}

export function userPageAnswer(asked: User['status']) {
	return z.object({
		next_page_token: unshownText,
		total_records: optionalNumber,
		users: z.array(userAnswer(asked)).nullish(),
	});
}

function toMeeting(
	fields: z.output<typeof meetingFields>,
	context: z.core.$RefinementCtx,
): Meeting {
	const files = fields.recording_files;
	const start = fields.start_time ?? earliestStart(files);
	if (start === undefined) {
		context.addIssue({code: 'custom', message: 'a meeting has no start_time'});
		return z.NEVER;
	}
	return {
		uuid: fields.uuid,
		number: fields.id ?? '',
		topic: fields.topic,
		start,
		durationMinutes: fields.duration,
		totalSizeBytes: fields.total_size,
		hostId: fields.host_id,
		hostEmail: fields.host_email,
		shareUrl: fields.share_url,
		files,
	};
}

function earliestStart(files: readonly RecordingFile[]): Date | undefined {
	return files
		.map(file => file.start)
		.filter(start => start !== undefined)
		.toSorted((a, b) => a.getTime() - b.getTime())[0];
}

function toName(fields: z.output<typeof userFields>): SafeText | undefined {
	if (fields.display_name !== undefined) {
		return fields.display_name;
	}
	const name = safeText(`${fields.first_name ?? ''} ${fields.last_name ?? ''}`);
	return name === '' ? undefined : name;
}

function toStatus(status: string | undefined): User['status'] | undefined {
	return status === 'active' || status === 'inactive' || status === 'pending' ? status : undefined;
}
