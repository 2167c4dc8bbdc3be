import type {Person} from './people.ts';

export type Language = 'en' | 'de' | 'es' | 'ja';

/** What is special about a meeting: tests find it by this. */
export type MeetingTag =
	/** The first user's newest: what a newcomer who only presses Enter gets to read. */
	| 'first-choice'
	/** Nor does the listing have Zoom's transcript and summary: each has to be asked for. */
	| 'mp4-only'
	| 'several-segments'
	| 'processing'
	| 'passcode'
	| 'participant-audio'
	| 'ten-hours'
	| 'fails-at-assemblyai'
	| 'silent'
	| 'emoji-topic'
	| 'cjk-topic'
	| 'control-characters-topic'
	| 'path-topic'
	| 'long-topic'
	| 'hostile-words'
	| 'uuid-with-slashes'
	/** Asking for it by itself gives HTTP 200 with an error in the body. */
	| 'no-permission'
	/** `id`, `type` and `file_size` are strings. */
	| 'stringly-numbers'
	/** `timezone` is empty and `duration` is 0. */
	| 'no-timezone'
	/** Holds a file of a type that no documentation knows. */
	| 'unknown-recording-type'
	/** The timeline file comes without id, status, size and type. */
	| 'bare-timeline'
	/** Recorded across midnight UTC: Zoom gives it for either day. */
	| 'across-midnight'
	/** One of several instances that share a number. */
	| 'recurring'
	/** A user who has been deactivated since is its host. */
	| 'deactivated-host';

/** One stretch from pressing "record" to stopping. */
export type Segment = {
	readonly index: number;
	/** From the start of the talk, without the breaks in between. */
	readonly offsetSeconds: number;
	readonly durationSeconds: number;
	readonly start: Date;
	readonly end: Date;
};

export type FileContent =
	| 'audio'
	| 'video'
	| 'participant-audio'
	| 'transcript'
	| 'captions'
	| 'chat'
	| 'timeline'
	| 'summary'
	| 'next-steps'
	| 'unknown';

export type RecordingFile = {
	readonly id: string;
	readonly content: FileContent;
	readonly segment: Segment;
	/** `M4A`, `MP4`, `TRANSCRIPT`, … as Zoom has it. */
	readonly fileType: string;
	readonly fileExtension: string;
	readonly recordingType: string;
	/** Exact for media; for the small text files Zoom's own figure isn't either. */
	readonly sizeBytes: number;
	readonly status: 'completed' | 'processing';
	/** The last part of the address it is downloaded from. */
	readonly downloadKey: string;
	/** Whose voice alone is on it. */
	readonly participant: Person | undefined;
};

export type RecordedMeeting = {
	/** The same for the same seed on the same day. */
	readonly key: string;
	readonly uuid: string;
	readonly number: number;
	readonly topic: string;
	/** 1 instant, 2 scheduled, 3 and 8 recurring. */
	readonly type: number;
	readonly host: Person;
	/** Everybody who talks, the host first. */
	readonly participants: readonly Person[];
	readonly start: Date;
	/** Of all segments together. */
	readonly durationSeconds: number;
	readonly language: Language;
	readonly scenario: string;
	readonly tags: ReadonlySet<MeetingTag>;
	readonly segments: readonly Segment[];
	/** As the listing has them. */
	readonly files: readonly RecordingFile[];
	/** Only given when the meeting is asked for by itself. */
	readonly participantFiles: readonly RecordingFile[];
	/** What takes the place of `files` once Zoom has finished; only for a meeting that it is working on. */
	readonly finishedFiles: readonly RecordingFile[] | undefined;
	/** Zoom's own transcript of the whole meeting, where the listing does not have it among the files. */
	readonly transcriptApart: RecordingFile | undefined;
	readonly passcode: string | undefined;
};
