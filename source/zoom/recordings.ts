import type {SafeText} from '../safe-text.ts';

/** A person in the Zoom account. */
export type User = {
	/** What the API takes for this user: the id, or the email of a user without one. */
	readonly id: string;
	readonly email: SafeText;
	readonly name: SafeText;
	readonly status: 'active' | 'inactive' | 'pending';
	readonly department: SafeText | undefined;
};

/** One file of a recorded meeting, as Zoom lists it. */
export type RecordingFile = {
	/** Zoom's id, or a stable stand-in where Zoom leaves it out. */
	readonly id: string;
	/** `M4A`, `MP4`, `TRANSCRIPT`, `TIMELINE`, `CHAT`, …; empty while Zoom is still processing. */
	readonly fileType: SafeText;
	/** `M4A`, `MP4`, `VTT`, `JSON`, `TXT`, … */
	readonly fileExtension: SafeText;
	/** `audio_only`, `shared_screen_with_speaker_view`, …; unknown values pass through. */
	readonly recordingType: SafeText;
	readonly sizeBytes: number;
	readonly isReady: boolean;
	readonly start: Date | undefined;
	readonly end: Date | undefined;
	readonly downloadUrl: string | undefined;
	/** Where it can be seen in a browser. */
	readonly playUrl: string | undefined;
};

/** The sound of one participant alone. */
export type ParticipantAudioFile = RecordingFile & {
	/** As Zoom names it, such as "Audio only - Ada Moreau"; empty where it does not. */
	readonly fileName: SafeText;
};

/** One instance of a meeting that was recorded in the cloud. */
export type Meeting = {
	/** Identifies this instance; always what is sent to Zoom. */
	readonly uuid: string;
	/** The meeting number, shared by every instance of a recurring meeting. */
	readonly number: string;
	readonly topic: SafeText;
	readonly start: Date;
	readonly durationMinutes: number;
	readonly totalSizeBytes: number;
	readonly hostId: string | undefined;
	readonly hostEmail: SafeText | undefined;
	readonly shareUrl: string | undefined;
	readonly files: readonly RecordingFile[];
};

/** A meeting asked for by itself: with what only that request gives. */
export type MeetingDetail = Meeting & {
	/** Opens this meeting's files only, and only for a while; undefined where Zoom gave none. */
	readonly downloadAccessToken: string | undefined;
	readonly passcode: SafeText | undefined;
	readonly participantAudioFiles: readonly ParticipantAudioFile[];
};

/** Days in the person's own time zone, both included. */
export type DateRange = {
	/** `YYYY-MM-DD` */
	readonly from: string;
	/** `YYYY-MM-DD` */
	readonly to: string;
};
