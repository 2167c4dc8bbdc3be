import * as z from 'zod';

/**
 * The documents that `--json` prints: an interface for scripts, which does not change without a major
 * version. Their JSON Schemas are shipped, made of these.
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

const transcribedMeeting = z.strictObject({
	uuid: z.string(),
	id: z.string().describe('The meeting number'),
	topic: z.string(),
	startTime: time,
});

/** What the library has: `recscribe transcripts`. */
export const transcriptShape = z.strictObject({
	id: z.string(),
	source: z.enum(['assemblyai', 'zoom']),
	meeting: transcribedMeeting,
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
	meeting: transcribedMeeting,
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
export const resultShape = transcribedMeeting.extend({
	status: z.enum(['completed', 'failed', 'skipped']),
	error: errorShape.optional(),
	transcriptId: z.string().optional(),
	recordingFiles: z.array(z.strictObject({id: z.string(), transcriptId: z.string()})).optional(),
	path: z.string().nullable().optional().describe('The file that was written'),
	transcript: z.unknown().optional().describe('As the format json has it'),
});

export type UserJson = z.infer<typeof userShape>;
export type MeetingJson = z.infer<typeof meetingShape>;
export type TranscriptJson = z.infer<typeof transcriptShape>;
export type FoundJson = z.infer<typeof foundShape>;
export type ErrorJson = z.infer<typeof errorShape>;
export type ResultJson = z.infer<typeof resultShape>;

/** By the command that prints it. */
export const shapes = {
	users: z.array(userShape),
	meetings: z.array(meetingShape),
	transcripts: z.array(transcriptShape),
	search: z.array(foundShape),
	transcribe: z.array(resultShape),
	outline: outlineShape,
	error: errorShape,
} as const;
