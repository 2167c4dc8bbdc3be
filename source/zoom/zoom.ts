import type {DateRange, Meeting, MeetingDetail, RecordingFile, User} from './recordings.ts';

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
	/** A user's recorded meetings that start within the range (local days), newest window first, each UUID once. */
	listMeetings(
		user: string,
		range: DateRange,
		signal: AbortSignal,
	): AsyncGenerator<MeetingPage, void, void>;
	/** One meeting with its files and its download access. `meeting`: UUID, or a number (its latest instance). */
	getMeeting(meeting: string, signal: AbortSignal): Promise<MeetingDetail>;
	/** Opens a file's bytes; a web page or an error document where media was promised is an error. */
	openDownload(meeting: MeetingDetail, file: RecordingFile, signal: AbortSignal): Promise<Download>;
	/** An address by which a third party can fetch the file: it never holds the account's own token. */
	createDirectLink(
		meeting: MeetingDetail,
		file: RecordingFile,
		signal: AbortSignal,
	): Promise<string>;
};
