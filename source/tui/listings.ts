import type {OpenedTranscript} from '../opened-transcript.ts';
import type {Services} from '../services.ts';
import type {DateRange, Meeting, User} from '../zoom/recordings.ts';
import {createListing, type Listing} from './listing.ts';

export type ListedUsers = {
	readonly users: readonly User[];
	readonly total: number | undefined;
};

export type ListedMeetings = {
	/** Newest first. */
	readonly meetings: readonly Meeting[];
	readonly windowsDone: number;
	/** Undefined before the first answer. */
	readonly windowsTotal: number | undefined;
};

/** What has been asked of Zoom in this run: asked once, kept while one moves between screens. */
export type Listings = {
	readonly users: () => Listing<ListedUsers>;
	readonly meetings: (user: User, range: DateRange) => Listing<ListedMeetings>;
	/** The last one that was opened is kept, so that coming back from an export is at once. */
	readonly transcript: (id: string) => Listing<OpenedTranscript | undefined>;
	readonly close: () => void;
};

export function createListings({zoom, openTranscript}: Services): Listings {
	let lastTranscript:
		| {readonly id: string; readonly listing: Listing<OpenedTranscript | undefined>}
		| undefined;
	const meetings = new Map<string, Listing<ListedMeetings>>();
	let users: Listing<ListedUsers> | undefined;
	return {
		users() {
			users ??= createListing({
				open: signal => zoom.listUsers(signal),
				initial: {users: [], total: undefined},
				fold: (value: ListedUsers, page) => ({
					users: [...value.users, ...page.users],
					total: page.total ?? value.total,
				}),
			});
			return users;
		},
		meetings(user, range) {
			const key = JSON.stringify([user.id, range]);
			const known = meetings.get(key) ?? createMeetingListing(zoom, user, range);
			meetings.set(key, known);
			return known;
		},
		transcript(id) {
			if (lastTranscript?.id !== id) {
				lastTranscript = {id, listing: createTranscriptListing(openTranscript, id)};
			}

			return lastTranscript.listing;
		},
		close() {
			users?.close();
			for (const listing of meetings.values()) {
				listing.close();
			}
		},
	};
}

function createTranscriptListing(
	openTranscript: Services['openTranscript'],
	id: string,
): Listing<OpenedTranscript | undefined> {
	return createListing({
		async *open() {
			yield await openTranscript(id);
		},
		initial: undefined,
		fold: (_: OpenedTranscript | undefined, opened: OpenedTranscript) => opened,
	});
}

function createMeetingListing(
	zoom: Services['zoom'],
	user: User,
	range: DateRange,
): Listing<ListedMeetings> {
	return createListing({
		open: signal => zoom.listMeetings(user.id, range, signal),
		initial: {meetings: [], windowsDone: 0, windowsTotal: undefined},
		fold: (value: ListedMeetings, page) => ({
			meetings: [...value.meetings, ...page.meetings].toSorted(
				(one, other) => other.start.getTime() - one.start.getTime(),
			),
			windowsDone: page.windowsDone,
			windowsTotal: page.windowsTotal,
		}),
	});
}
