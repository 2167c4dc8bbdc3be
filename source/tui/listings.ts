import {UserError} from '../errors.ts';
import type {ExportSource} from '../exports/render-export.ts';
import {type OpenedTranscript, toExportSource} from '../kept-transcripts/opened-transcript.ts';
import type {SafeText} from '../safe-text.ts';
import type {Services} from '../services.ts';
import type {MeetingSummary} from '../zoom/meeting-summary.ts';
import type {DateRange, Meeting, MeetingDetail, User} from '../zoom/recordings.ts';
import {type ListedMeetings, listEveryone, listUser, nothingListed} from './listed-meetings.ts';
import {createListing, type Listing} from './listing.ts';
import type {TranscriptReference} from './navigation.ts';
import {keyOfWhose, type Whose} from './whose.ts';

export type ListedSummary = {
	readonly topic: SafeText;
	/** Undefined where Zoom made none. */
	readonly summary: MeetingSummary | undefined;
};

export type ListedUsers = {
	readonly users: readonly User[];
	readonly total: number | undefined;
};

/** A transcript to read and to export. */
export type ListedTranscript = ExportSource & {
	/** As the library has it. */
	readonly opened: OpenedTranscript;
};

/** What has been asked for in this run: asked once, kept while one moves between screens. */
export type Listings = {
	readonly users: () => Listing<ListedUsers>;
	readonly meetings: (whose: Whose, range: DateRange) => Listing<ListedMeetings>;
	/** The last few that were looked at are kept. */
	readonly meeting: (uuid: string) => Listing<MeetingDetail | undefined>;
	readonly summary: (uuid: string) => Listing<ListedSummary | undefined>;
	/** The last one that was opened is kept, so that coming back from an export is at once. */
	readonly transcript: (reference: TranscriptReference) => Listing<ListedTranscript | undefined>;
	/** Shows a transcript with the names and the corrections that the library has now. */
	readonly reread: (reference: TranscriptReference) => void;
	/** Everybody and every meeting that was listed so far. */
	readonly seen: () => {readonly users: readonly User[]; readonly meetings: readonly Meeting[]};
	readonly close: () => void;
};

export function createListings(services: Services): Listings {
	const {zoom} = services;
	const meetings = createMemory<Listing<ListedMeetings>>(Number.POSITIVE_INFINITY);
	const details = createMemory<Listing<MeetingDetail | undefined>>(20);
	const summaries = createMemory<Listing<ListedSummary | undefined>>(5);
	const transcripts = createMemory<Listing<ListedTranscript | undefined>>(1);
	let users: Listing<ListedUsers> | undefined;
	const transcript = (reference: TranscriptReference) =>
		transcripts.get(JSON.stringify(reference), () =>
			listOnce(signal => openTranscript(services, reference, signal)),
		);
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
		meetings: (whose, range) =>
			meetings.get(JSON.stringify([keyOfWhose(whose), range]), () =>
				createListing({
					open: (signal, value) =>
						whose.type === 'user'
							? listUser(zoom, whose.user, range, signal)
							: listEveryone(zoom, range, value, signal),
					initial: nothingListed,
					fold: (value: ListedMeetings, next) => next(value),
				}),
			),
		meeting: uuid => details.get(uuid, () => listOnce(signal => zoom.getMeeting(uuid, signal))),
		summary: uuid =>
			summaries.get(uuid, () =>
				listOnce(async signal => {
					const meeting = await zoom.getMeeting(uuid, signal);
					return {topic: meeting.topic, summary: await zoom.readSummary(meeting, signal)};
				}),
			),
		transcript,
		reread: reference =>
			transcript(reference).update(listed =>
				listed === undefined ? listed : toListed(services.reread(listed.opened)),
			),
		seen: () => ({
			users: users?.snapshot().value.users ?? [],
			meetings: [...meetings.values()].flatMap(listing => listing.snapshot().value.meetings),
		}),
		close() {
			users?.close();
			for (const memory of [meetings, details, summaries, transcripts]) {
				for (const listing of memory.values()) {
					listing.close();
				}
			}
		},
	};
}

async function openTranscript(
	services: Services,
	reference: TranscriptReference,
	signal: AbortSignal,
): Promise<ListedTranscript> {
	if (reference.type === 'library') {
		return toListed(await services.openTranscript(reference.id));
	}

	const meeting = await services.zoom.getMeeting(reference.meetingUuid, signal);
	const opened = await services.openZoomTranscript(meeting, signal);
	if (opened === undefined) {
		throw new UserError('Zoom made no transcript of this meeting', {
			code: 'not-found',
			hint: 'Zoom makes one where “Create audio transcript” is on in its recording settings. AssemblyAI can transcribe it now.',
		});
	}

	return toListed(opened);
}

function toListed(opened: OpenedTranscript): ListedTranscript {
	return {...toExportSource(opened), opened};
}

/** Something that comes in one piece. */
function listOnce<Value>(
	load: (signal: AbortSignal) => Promise<Value>,
): Listing<Value | undefined> {
	return createListing({
		async *open(signal) {
			yield await load(signal);
		},
		initial: undefined,
		fold: (_: Value | undefined, loaded: Value) => loaded,
	});
}

type Memory<Value> = {
	readonly get: (key: string, create: () => Value) => Value;
	readonly values: () => Iterable<Value>;
};

/** Keeps the last `size` values that were asked for. */
function createMemory<Value>(size: number): Memory<Value> {
	const values = new Map<string, Value>();
	return {
		get(key, create) {
			const value = values.get(key) ?? create();
			values.delete(key);
			values.set(key, value);
			const [oldest] = values.keys();
			if (values.size > size && oldest !== undefined) {
				values.delete(oldest);
			}

			return value;
		},
		values: () => values.values(),
	};
}
