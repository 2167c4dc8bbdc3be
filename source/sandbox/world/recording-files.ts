import {opaque, uuid} from './identifiers.ts';
import type {FileContent, MeetingTag, RecordingFile, Segment} from './meeting.ts';
import type {Person} from './people.ts';
import {createRandom} from './random.ts';

/** 128 kbit/s, as Zoom's own M4A files: 0.96 MB a minute. */
const audioBytesPerSecond = 16_000;
const videoBytesPerSecond = 58_000;

type Kind = {
	readonly content: FileContent;
	readonly fileType: string;
	readonly fileExtension: string;
	readonly recordingType: string;
	readonly bytesPerSecond: number;
};

const kinds = {
	audio: {
		content: 'audio',
		fileType: 'M4A',
		fileExtension: 'M4A',
		recordingType: 'audio_only',
		bytesPerSecond: audioBytesPerSecond,
	},
	speakerView: {
		content: 'video',
		fileType: 'MP4',
		fileExtension: 'MP4',
		recordingType: 'shared_screen_with_speaker_view',
		bytesPerSecond: videoBytesPerSecond,
	},
	galleryView: {
		content: 'video',
		fileType: 'MP4',
		fileExtension: 'MP4',
		recordingType: 'shared_screen_with_gallery_view',
		bytesPerSecond: videoBytesPerSecond * 1.4,
	},
	transcript: {
		content: 'transcript',
		fileType: 'TRANSCRIPT',
		fileExtension: 'VTT',
		recordingType: 'audio_transcript',
		bytesPerSecond: 21,
	},
	captions: {
		content: 'captions',
		fileType: 'CC',
		fileExtension: 'VTT',
		recordingType: 'closed_caption',
		bytesPerSecond: 18,
	},
	timeline: {
		content: 'timeline',
		fileType: 'TIMELINE',
		fileExtension: 'JSON',
		recordingType: 'timeline',
		bytesPerSecond: 60,
	},
	chat: {
		content: 'chat',
		fileType: 'CHAT',
		fileExtension: 'TXT',
		recordingType: 'chat_file',
		bytesPerSecond: 0.2,
	},
	summary: {
		content: 'summary',
		fileType: 'SUMMARY',
		fileExtension: 'JSON',
		recordingType: 'summary',
		bytesPerSecond: 2,
	},
	nextSteps: {
		content: 'next-steps',
		fileType: 'SUMMARY',
		fileExtension: 'JSON',
		recordingType: 'summary_next_steps',
		bytesPerSecond: 1,
	},
	unknown: {
		content: 'unknown',
		fileType: 'HOLOGRAM',
		fileExtension: 'HLG',
		recordingType: 'aic_hologram_beta',
		bytesPerSecond: 3,
	},
	unfinished: {
		content: 'audio',
		fileType: '',
		fileExtension: '',
		recordingType: '',
		bytesPerSecond: 0,
	},
} as const satisfies Record<string, Kind>;

/** What Zoom made of each segment of a recording. */
export function makeFiles(
	meetingKey: string,
	segments: readonly Segment[],
	tags: ReadonlySet<MeetingTag>,
	seed: number,
): readonly RecordingFile[] {
	const random = createRandom(seed, `files ${meetingKey}`);
	return segments.flatMap(segment =>
		chooseKinds(tags, random.next()).map(kind =>
			makeFile(uuid(random), kind, segment, tags.has('processing')),
		),
	);
}

/** One audio file for each participant. */
export function makeParticipantFiles(
	meetingKey: string,
	segments: readonly Segment[],
	participants: readonly Person[],
	seed: number,
): readonly RecordingFile[] {
	const random = createRandom(seed, `participants ${meetingKey}`);
	return segments.flatMap(segment =>
		participants.map(participant =>
			makeFile(uuid(random), kinds.audio, segment, false, participant),
		),
	);
}

function chooseKinds(tags: ReadonlySet<MeetingTag>, luck: number): readonly Kind[] {
	if (tags.has('processing')) {
		return [kinds.unfinished, kinds.unfinished];
	}
	if (tags.has('mp4-only')) {
		return [kinds.galleryView, kinds.speakerView];
	}
	const chosen: Kind[] = [kinds.speakerView, kinds.audio, kinds.timeline];
	const isSilent = tags.has('silent');
	if (!isSilent && (luck < 0.8 || tags.has('first-choice'))) {
		chosen.unshift(kinds.transcript);
	}
	if (!isSilent && (luck < 0.4 || tags.has('first-choice'))) {
		chosen.push(kinds.summary, kinds.nextSteps, kinds.chat);
	}
	if (luck < 0.15 || tags.has('first-choice')) {
		chosen.push(kinds.captions);
	}
	if (tags.has('unknown-recording-type')) {
		chosen.unshift(kinds.unknown);
	}
	return chosen;
}

function makeFile(
	id: string,
	kind: Kind,
	segment: Segment,
	isProcessing: boolean,
	participant?: Person,
): RecordingFile {
	return {
		id,
		content: participant === undefined ? kind.content : 'participant-audio',
		segment,
		fileType: kind.fileType,
		fileExtension: kind.fileExtension,
		recordingType: kind.recordingType,
		sizeBytes: isProcessing ? 0 : measure(kind, segment, id),
		status: isProcessing ? 'processing' : 'completed',
		downloadKey: opaque(id),
		participant,
	};
}

function measure({bytesPerSecond}: Kind, {durationSeconds}: Segment, id: string): number {
	// Not a round number, as no real file is.
	const odd = Number.parseInt(id.slice(0, 4), 16) % 4001;
	return 200 + odd + Math.round(bytesPerSecond * durationSeconds);
}
