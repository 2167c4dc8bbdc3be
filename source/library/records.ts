import * as z from 'zod';
import {safeText} from '../safe-text.ts';

// The file lies open to other programs: no string comes out of it unless it is of one of these kinds.

const text = z.string().transform(safeText);

/** An id, an address, a moment: the same, unless somebody else has written it. */
const word = z.string().transform((value): string => safeText(value));

/** What a person has asked for, sent on to the letter. */
const wish = z.string();
const wishes = z.record(wish, z.json());

/** What the library remembers of the meeting that a job or a transcript belongs to. */
export const recordedMeeting = z.object({
	uuid: word,
	number: word,
	topic: text,
	/** ISO 8601, UTC. */
	start: word,
	durationMinutes: z.number(),
	hostEmail: text.optional(),
	/** When the transcribed file begins, ISO 8601: segments of one meeting are joined by it. */
	fileStart: word.optional(),
	/** Of the sound of one participant alone: the name that Zoom gives the file. */
	participantFile: text.optional(),
	shareUrl: word.optional(),
});

/** What was asked of AssemblyAI, and how the audio travelled: kept so that "again" means the same. */
export const transcriptionRequest = z.object({
	audio: z.enum(['stream', 'direct']),
	speechModels: z.array(wish).readonly(),
	speakerLabels: z.boolean(),
	/** A code such as `en`; undefined: detected. */
	language: wish.optional(),
	speakersMin: z.number().int().optional(),
	speakersMax: z.number().int().optional(),
	keyterms: z.array(wish).readonly().optional(),
	/** The part of the recording that is wanted, in milliseconds from its start. */
	audioStartFromMs: z.number().int().optional(),
	audioEndAtMs: z.number().int().optional(),
	/** What to take out of the text: AssemblyAI's names of PII policies. */
	redactPii: z.array(wish).readonly().optional(),
	/** Sections and what is to be done, by AssemblyAI's speech understanding. */
	outline: z.boolean().optional(),
	/** Who may be speaking: which label is whom is to be found out. */
	knownSpeakers: z.array(wish).readonly().optional(),
	/** Any other parameter of AssemblyAI's, by its own name. */
	extra: wishes.readonly().optional(),
	/** Whether AssemblyAI's copy is deleted as soon as the transcript is here. */
	deleteRemote: z.boolean().optional(),
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

export const errorRecord = z.object({code: word, message: text, hint: text.optional()});

/** Milliseconds since the epoch. */
const moment = z.number();

export const jobRecord = z.object({
	id: word,
	meeting: recordedMeeting,
	recordingFileId: word,
	request: transcriptionRequest,
	stage: jobStage,
	/** Of a waiting job, as AssemblyAI said last. */
	remoteStatus: z.enum(['queued', 'processing']).optional(),
	sentBytes: z.number().optional(),
	totalBytes: z.number().optional(),
	/** Of the recording file. */
	audioSeconds: z.number().optional(),
	/** Where AssemblyAI can read the audio: what identifies the paid request there. */
	audioUrl: word.optional(),
	/** When `audioUrl` was made. */
	uploadedAt: moment.optional(),
	/** When the paid request was about to be sent; gone again when it certainly had no effect. */
	intentAt: moment.optional(),
	/** From when on the grace of a doubtful request counts. */
	doubtAt: moment.optional(),
	/** What the request is expected to cost, in US dollars. */
	reservedUsd: z.number().optional(),
	/** AssemblyAI's id: on disk before the first poll. */
	transcriptId: word.optional(),
	submittedAt: moment.optional(),
	error: errorRecord.optional(),
	/** Things worth knowing that did not stop it. */
	remarks: z.array(text).readonly(),
	/** The Recscribe at work on it. */
	owner: word.optional(),
	isCancelRequested: z.boolean(),
	createdAt: moment,
	startedAt: moment.optional(),
	endedAt: moment.optional(),
	updatedAt: moment,
	/** Grows with every change of any job. */
	change: z.number(),
});

const keptTranscript = z.object({
	id: word,
	meeting: recordedMeeting,
	recordingFileId: word,
	language: text.optional(),
	audioSeconds: z.number().optional(),
	/** When it came into the library. */
	completedAt: moment,
});

export const transcriptRecord = z.discriminatedUnion('source', [
	keptTranscript.extend({
		/** Its id is AssemblyAI's. */
		source: z.literal('assemblyai'),
		request: transcriptionRequest,
		model: text.optional(),
		/** When the copy at AssemblyAI was deleted on demand. */
		remoteDeletedAt: moment.optional(),
	}),
	/** What Zoom itself wrote down, kept when it was opened. */
	keptTranscript.extend({source: z.literal('zoom')}),
]);

export type RecordedMeeting = Readonly<z.infer<typeof recordedMeeting>>;
export type TranscriptionRequest = Readonly<z.infer<typeof transcriptionRequest>>;
export type JobStage = z.infer<typeof jobStage>;
export type ErrorRecord = Readonly<z.infer<typeof errorRecord>>;
export type JobRecord = Readonly<z.infer<typeof jobRecord>>;
export type TranscriptRecord = Readonly<z.infer<typeof transcriptRecord>>;

export type NewJob = Pick<JobRecord, 'meeting' | 'recordingFileId' | 'request'>;

/** Whether nothing more happens to a job in this stage by itself. */
export function isEnd(stage: JobStage): boolean {
	return stage === 'completed' || stage === 'failed' || stage === 'cancelled';
}

/** Whether AssemblyAI may have taken the recording without anybody here knowing. */
export function isInDoubt({intentAt, transcriptId}: JobRecord): boolean {
	return intentAt !== undefined && transcriptId === undefined;
}
