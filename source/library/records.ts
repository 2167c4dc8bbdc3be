import * as z from 'zod';
import {safeText} from '../safe-text.ts';

const text = z.string().transform(safeText);

/** What the library remembers of the meeting that a job or a transcript belongs to. */
export const recordedMeeting = z.object({
	uuid: z.string(),
	number: z.string(),
	topic: text,
	/** ISO 8601, UTC. */
	start: z.string(),
	durationMinutes: z.number(),
	hostEmail: text.optional(),
});

/** What was asked of AssemblyAI, and how the audio travelled: kept so that "again" means the same. */
export const transcriptionRequest = z.object({
	audio: z.enum(['stream', 'direct']),
	speechModels: z.array(z.string()).readonly(),
	speakerLabels: z.boolean(),
	language: z.string().optional(),
});

export const jobStage = z.enum([
	'planned',
	'fetching',
	'uploading',
	'submitting',
	'waiting',
	'completed',
	'failed',
	'cancelled',
]);

export const jobRecord = z.object({
	id: z.string(),
	meeting: recordedMeeting,
	recordingFileId: z.string(),
	request: transcriptionRequest,
	stage: jobStage,
	/** What identifies the paid request at AssemblyAI: on disk before that request is sent. */
	audioUrl: z.string().optional(),
	/** AssemblyAI's id: on disk before the first poll. */
	transcriptId: z.string().optional(),
	error: z.object({code: z.string(), message: text, hint: text.optional()}).optional(),
	/** Milliseconds since the epoch. */
	createdAt: z.number(),
	updatedAt: z.number(),
});

export const transcriptRecord = z.object({
	/** AssemblyAI's id. */
	id: z.string(),
	meeting: recordedMeeting,
	request: transcriptionRequest,
	/** Milliseconds since the epoch. */
	completedAt: z.number(),
});

export type RecordedMeeting = Readonly<z.infer<typeof recordedMeeting>>;
export type TranscriptionRequest = Readonly<z.infer<typeof transcriptionRequest>>;
export type JobStage = z.infer<typeof jobStage>;
export type JobRecord = Readonly<z.infer<typeof jobRecord>>;
export type TranscriptRecord = Readonly<z.infer<typeof transcriptRecord>>;
