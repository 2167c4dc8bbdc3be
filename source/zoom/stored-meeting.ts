import * as z from 'zod';
import {
	amount,
	optionalDate,
	optionalSafeLine,
	optionalText,
	requiredText,
	safeLineOrEmpty,
} from '../http/lenient.ts';
import type {Meeting, RecordingFile} from './recordings.ts';

/** A meeting as `JSON.stringify` writes it, read back. */

const file = z.object({
	id: safeLineOrEmpty,
	fileType: safeLineOrEmpty,
	fileExtension: safeLineOrEmpty,
	recordingType: safeLineOrEmpty,
	sizeBytes: amount,
	isReady: z.boolean(),
	start: optionalDate,
	end: optionalDate,
	downloadUrl: optionalText,
	playUrl: optionalText,
}) satisfies z.ZodType<RecordingFile>;

export const storedMeeting = z.object({
	uuid: requiredText,
	number: safeLineOrEmpty,
	topic: safeLineOrEmpty,
	start: z.iso.datetime().transform(text => new Date(text)),
	durationMinutes: amount,
	totalSizeBytes: amount,
	hostId: optionalText,
	hostEmail: optionalSafeLine,
	shareUrl: optionalText,
	files: z.array(file).readonly(),
}) satisfies z.ZodType<Meeting>;
