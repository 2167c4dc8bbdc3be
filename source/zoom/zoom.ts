import type {NamedSpan} from '../transcripts/name-proposals.ts';
import type {WantedFiles} from './file-choice.ts';
import type {SearchedPlace} from './find-meeting.ts';
import type {MeetingSummary} from './meeting-summary.ts';
import type {DateRange, Meeting, MeetingDetail, RecordingFile, User} from './recordings.ts';
import type {Readiness} from './wait-until-ready.ts';
import type {ZoomError} from './zoom-error.ts';
import type {ZoomTranscriptFile} from './zoom-transcript.ts';

export type UserPage = {
	readonly users: readonly User[];
	/** Everybody Zoom says there is, when it says so. */
	readonly total: number | undefined;
};

export type MeetingPage = {
	readonly meetings: readonly Meeting[];
	/** UTC days this page was asked for, for "searched …" and for progress. */
	readonly searched: DateRange;
	readonly windowsDone: number;
	readonly windowsTotal: number;
};

/** A page of everybody's meetings, and how far the search has come. */
export type EveryonesMeetingPage = Pick<MeetingPage, 'meetings' | 'searched'> & {
	readonly progress:
		| {
				/** Zoom gives the recordings of the whole account in one list. */
				readonly by: 'account';
				readonly windowsDone: number;
				readonly windowsTotal: number;
		  }
		| {
				/** Each user has to be asked for. */
				readonly by: 'user';
				/** Whose meetings these are. */
				readonly user: User;
				/** Whether the page is this user's last: whoever goes on later may skip this user. */
				readonly isUserDone: boolean;
				/** Including those skipped. */
				readonly usersDone: number;
				/** Those that Zoom has named so far, done or not. */
				readonly users: readonly User[];
				/** All there are, when Zoom says so. */
				readonly usersTotal: number | undefined;
				/** Why this user's recordings can't be listed; said once, the search goes on. */
				readonly problem: ZoomError | undefined;
		  };
};

export type Download = {
	readonly body: ReadableStream<Uint8Array>;
	/** What the response says, else what the listing said; undefined when neither does. */
	readonly sizeBytes: number | undefined;
	readonly contentType: string;
};

/** Zoom's API, as far as Recscribe needs it. Every method throws `ZoomError`, or the signal's reason. */
export type Zoom = {
	/** Active, then deactivated users, as the pages arrive. Pending users have no recordings and are left out. */
	listUsers(signal: AbortSignal): AsyncGenerator<UserPage, void, void>;
	/** One user by id, email, or `me`. */
	getUser(user: string, signal: AbortSignal): Promise<User>;
	/**
	 * A user's recorded meetings that start within the range (local days), each UUID once. Several windows
	 * are asked for at once and come as they arrive, first the newest one's first page.
	 */
	listMeetings(
		user: string,
		range: DateRange,
		signal: AbortSignal,
	): AsyncGenerator<MeetingPage, void, void>;
	/**
	 * The same of everybody, deactivated users included: the account's list where Zoom allows it, else user
	 * by user. What was interrupted goes on when the users already done are skipped.
	 */
	listEveryonesMeetings(
		range: DateRange,
		signal: AbortSignal,
		options?: {readonly skipUsers?: ReadonlySet<string>},
	): AsyncGenerator<EveryonesMeetingPage, void, void>;
	/** One meeting with its files and its download access. `meeting`: UUID, or a number (its latest instance). */
	getMeeting(meeting: string, signal: AbortSignal): Promise<MeetingDetail>;
	/**
	 * The same for whatever a person pastes: UUID, number, a link to join, a link to the recording. The API
	 * knows nothing of the last one, so recordings are searched for it.
	 */
	findMeeting(meeting: string, where: SearchedPlace, signal: AbortSignal): Promise<MeetingDetail>;
	/** Opens a file's bytes; a web page or an error document where media was promised is an error. */
	openDownload(meeting: MeetingDetail, file: RecordingFile, signal: AbortSignal): Promise<Download>;
	/** An address by which a third party can fetch the file: it never holds the account's own token. */
	createDirectLink(
		meeting: MeetingDetail,
		file: RecordingFile,
		signal: AbortSignal,
	): Promise<string>;
	/**
	 * Zoom's own transcript, a WebVTT file for each segment; none where Zoom made none. Throws `not-ready`
	 * while Zoom is working on it. `parseZoomTranscript` makes one transcript of them.
	 */
	readTranscriptFiles(
		meeting: MeetingDetail,
		signal: AbortSignal,
	): Promise<readonly ZoomTranscriptFile[]>;
	/**
	 * Who is heard when, by the names in Zoom's transcript, else in its timeline; none where there is
	 * neither. Milliseconds from the beginning of the recording, or of `since`, the file that was
	 * transcribed. `proposeNames` makes names for speaker letters of them.
	 */
	readSpeakerTimes(
		meeting: MeetingDetail,
		signal: AbortSignal,
		options?: {readonly since?: RecordingFile | undefined},
	): Promise<readonly NamedSpan[]>;
	/** What Zoom's AI made of the meeting; undefined where there is none. */
	readSummary(meeting: MeetingDetail, signal: AbortSignal): Promise<MeetingSummary | undefined>;
	/**
	 * Looks at a meeting that Zoom is processing until it can be transcribed, or those files of it that are
	 * wanted; the last is `ready`.
	 */
	waitUntilReady(
		meeting: Pick<Meeting, 'uuid'>,
		signal: AbortSignal,
		wanted?: WantedFiles,
	): AsyncGenerator<Readiness, void, void>;
};
