import * as z from 'zod';

/**
 * The documents that `--json` prints, and the lines of `--jsonl`: an interface for scripts, which does not
 * change without a major version. Their JSON Schemas are shipped, made of these.
 */

const time = z.iso.datetime();

/** Somebody whose recordings there are: `recscribe users`. */
export const userShape = z.strictObject({
	id: z.string(),
	email: z.string(),
	name: z.string(),
	status: z.enum(['active', 'inactive', 'pending']),
	department: z.string().nullable(),
});

const fileShape = z.strictObject({
	id: z.string(),
	fileType: z.string(),
	fileExtension: z.string(),
	recordingType: z.string(),
	fileSize: z.number().describe('Bytes'),
	status: z.enum(['completed', 'processing']),
	recordingStart: time.nullable(),
	recordingEnd: time.nullable(),
	playUrl: z.string().nullable(),
});

/** A recorded meeting: `recscribe meetings`. */
export const meetingShape = z.strictObject({
	uuid: z.string(),
	id: z.string().describe('The meeting number'),
	topic: z.string(),
	startTime: time,
	duration: z.number().describe('Minutes'),
	totalSize: z.number().describe('Bytes'),
	hostId: z.string().nullable(),
	hostEmail: z.string().nullable(),
	status: z.enum(['completed', 'processing', 'no-audio']),
	recordingFiles: z.array(fileShape),
});

/** One meeting with what only a request for it gives: `recscribe meetings MEETING`. */
export const meetingDetailShape = meetingShape.extend({
	shareUrl: z.string().nullable(),
	passcode: z.string().nullable(),
	participantAudioFiles: z.array(fileShape.extend({fileName: z.string()})),
	summary: z
		.strictObject({
			overview: z.string(),
			chapters: z.array(
				z.strictObject({label: z.string(), startMs: z.number().nullable(), text: z.string()}),
			),
			nextSteps: z.array(z.string()).readonly(),
		})
		.nullable()
		.describe('Of Zoom’s AI'),
});

const recordedMeetingShape = z.strictObject({
	uuid: z.string(),
	id: z.string().describe('The meeting number'),
	topic: z.string(),
	startTime: time,
});

/** What the library has: `recscribe transcripts`. */
export const transcriptShape = z.strictObject({
	id: z.string(),
	source: z.enum(['assemblyai', 'zoom']),
	meeting: recordedMeetingShape,
	recordingFileId: z.string(),
	recordingStart: time.nullable(),
	audioDuration: z.number().nullable().describe('Seconds'),
	speakers: z.array(z.strictObject({speaker: z.string(), name: z.string().nullable()})),
	languageCode: z.string().nullable(),
	model: z.string().nullable(),
	completedAt: time.nullable(),
	remoteDeletedAt: time.nullable(),
});

/** Something that was said and found: `recscribe search`. */
export const foundShape = z.strictObject({
	transcriptId: z.string(),
	meeting: recordedMeetingShape,
	utterance: z.number().describe('The turn’s place in the transcript, from 0'),
	speaker: z.string().nullable(),
	name: z.string().nullable(),
	start: z.number().describe('Milliseconds'),
	snippet: z.string(),
	snippetParts: z.array(z.strictObject({text: z.string(), isMatch: z.boolean()})).readonly(),
});

/** What went wrong, on standard error. */
export const errorShape = z.strictObject({
	code: z.string(),
	message: z.string(),
	hint: z.string().nullable(),
});

const milliseconds = z.number().describe('Milliseconds');

const outlineShape = z.strictObject({
	overview: z.string(),
	sections: z.array(
		z.strictObject({headline: z.string(), text: z.string(), start: milliseconds.nullable()}),
	),
	actionItems: z.array(z.strictObject({text: z.string(), timestamp: milliseconds.nullable()})),
});

/** What became of a meeting: `recscribe transcribe`. */
export const resultShape = recordedMeetingShape.extend({
	status: z.enum(['completed', 'failed', 'skipped']),
	error: errorShape.optional(),
	transcriptId: z.string().optional(),
	recordingFiles: z.array(z.strictObject({id: z.string(), transcriptId: z.string()})).optional(),
	path: z.string().nullable().optional().describe('The file that was written'),
	transcript: z.unknown().optional().describe('As the format json has it'),
});

const jobStages = [
	'planned',
	'fetching',
	'uploading',
	'submitting',
	'waiting',
	'completed',
	'failed',
	'cancelled',
] as const;

/** What is, was or will be transcribed: `recscribe jobs`. */
export const jobShape = z.strictObject({
	id: z.string(),
	status: z.enum(jobStages),
	meeting: recordedMeetingShape,
	transcriptId: z.string().nullable(),
	createdAt: time,
	startedAt: time.nullable(),
	endedAt: time.nullable(),
	isAtWork: z.boolean(),
	costUsd: z.number().nullable(),
	remarks: z.array(z.string()).readonly(),
	error: errorShape.nullable(),
});

/** What a job is doing now: `recscribe transcribe --jsonl`, `recscribe jobs --resume --jsonl`. */
export const progressShape = z.strictObject({
	jobId: z.string(),
	meeting: recordedMeetingShape,
	recordingFileId: z.string(),
	status: z.enum(jobStages),
	sentBytes: z.number().optional(),
	totalBytes: z.number().nullable().optional().describe('Null until Zoom has said'),
	transcriptId: z.string().optional(),
	error: errorShape.optional(),
});

const serviceShape = z.strictObject({
	status: z.enum(['not-set', 'accepted', 'refused']),
	source: z.enum(['environment', 'env-file', 'settings-file', 'sandbox']).nullable(),
	message: z.string().optional(),
	hint: z.string().nullable().optional(),
});

const hostShape = z.strictObject({purpose: z.string(), origin: z.string()});

/** The state of everything that Recscribe rests on: `recscribe doctor`. */
export const doctorShape = z.strictObject({
	isWell: z.boolean(),
	zoom: serviceShape.extend({
		kind: z.enum(['server-to-server', 'legacy-jwt', 'user']).nullable(),
	}),
	assemblyai: serviceShape,
	hosts: z.array(
		z.discriminatedUnion('status', [
			hostShape.extend({status: z.literal('answers'), milliseconds: z.number()}),
			hostShape.extend({status: z.literal('silent'), reason: z.string(), hint: z.string()}),
		]),
	),
	scopes: z.array(
		z.strictObject({
			name: z.string(),
			status: z.enum(['granted', 'missing', 'unknown']),
			isNeeded: z.boolean(),
			cost: z.string().describe('What does not work without it'),
		}),
	),
	clockAheadMilliseconds: z.number().nullable(),
	folders: z.strictObject({config: z.string(), data: z.string()}),
	settings: z.strictObject({keptIn: z.enum(['file', 'keychain'])}),
	library: z.union([
		z.strictObject({
			transcripts: z.number(),
			jobs: z.number(),
			size: z.number().describe('Bytes'),
		}),
		z.strictObject({message: z.string(), hint: z.string().nullable()}),
	]),
});

/** A setting: `recscribe config list`. */
export const settingShape = z.strictObject({
	name: z.string(),
	value: z.unknown().describe('Null: there is none'),
	isSet: z.boolean().describe('False: it is as by default'),
});

export type UserJson = z.infer<typeof userShape>;
export type MeetingJson = z.infer<typeof meetingShape>;
export type MeetingDetailJson = z.infer<typeof meetingDetailShape>;
export type RecordedMeetingJson = z.infer<typeof recordedMeetingShape>;
export type TranscriptJson = z.infer<typeof transcriptShape>;
export type FoundJson = z.infer<typeof foundShape>;
export type ErrorJson = z.infer<typeof errorShape>;
export type ResultJson = z.infer<typeof resultShape>;
export type JobJson = z.infer<typeof jobShape>;
export type ProgressJson = z.infer<typeof progressShape>;
export type DoctorJson = z.infer<typeof doctorShape>;
export type SettingJson = z.infer<typeof settingShape>;

/** By the command that prints it. */
export const shapes = {
	users: z.array(userShape),
	meetings: z.array(meetingShape),
	meeting: meetingDetailShape,
	transcripts: z.array(transcriptShape),
	search: z.array(foundShape),
	transcribe: z.array(resultShape),
	outline: outlineShape,
	jobs: z.array(jobShape),
	doctor: doctorShape,
	'config-list': z.array(settingShape),
	'config-get': settingShape,
	error: errorShape,
} as const;

/** A line of `--jsonl` says first what it is. */
export const lineShape = z.discriminatedUnion('type', [
	z.strictObject({type: z.literal('user'), ...userShape.shape}),
	z.strictObject({type: z.literal('meeting'), ...meetingShape.shape}),
	z.strictObject({type: z.literal('transcript'), ...transcriptShape.shape}),
	z.strictObject({type: z.literal('find'), ...foundShape.shape}),
	z.strictObject({type: z.literal('job'), ...jobShape.shape}),
	z.strictObject({type: z.literal('progress'), ...progressShape.shape}),
	z.strictObject({type: z.literal('result'), ...resultShape.shape}),
]);

export type LineJson = z.infer<typeof lineShape>;
