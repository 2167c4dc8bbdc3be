import {type Held, holdMeetings} from './calendar.ts';
import {createCrowd} from './crowd.ts';
import {meetingNumber, meetingUuid, meetingUuidWithSlashes} from './identifiers.ts';
import type {MeetingTag, RecordedMeeting, RecordingFile, Segment} from './meeting.ts';
import {guests, type Person, people} from './people.ts';
import {makeFiles, makeParticipantFiles, makeTranscript} from './recording-files.ts';
import {series} from './series.ts';

export type FoundFile = {readonly meeting: RecordedMeeting; readonly file: RecordingFile};

/** Who there is in the account, and everything they recorded. Made from a seed; read only. */
export type World = {
	readonly seed: number;
	/** In the order in which Zoom lists them. */
	readonly users: readonly Person[];
	/** Oldest first. */
	readonly meetings: readonly RecordedMeeting[];
	/** The only or the newest meeting of this kind. Throws when there is none. */
	find(tag: MeetingTag): RecordedMeeting;
	/** By the id that is written into the media file itself. */
	findFile(id: string): FoundFile | undefined;
	findDownload(downloadKey: string): FoundFile | undefined;
};

/** How long it took somebody to start the recording again. */
const breakSeconds = 270;

export type WorldOptions = {
	readonly seed: number;
	/** The year of meetings ends with it. */
	readonly today: Date;
	/** So many people more than those with a name of their own. */
	readonly extraUsers?: number;
	readonly mediaScale?: number;
};

export function createWorld({seed, today, extraUsers = 0, mediaScale = 1}: WorldOptions): World {
	const crowd = createCrowd(extraUsers);
	const users = [...people, ...crowd.people];
	const everybody = new Map([...users, ...guests].map(person => [person.key, person]));
	const held = holdMeetings([...series, ...crowd.series], today, seed);
	const meetings = held.map(each => scale(record(each, everybody, seed), mediaScale));
	const byId = new Map<string, FoundFile>();
	const byDownload = new Map<string, FoundFile>();
	for (const meeting of meetings) {
		for (const file of filesOf(meeting)) {
			byId.set(file.id, {meeting, file});
			byDownload.set(file.downloadKey, {meeting, file});
		}
	}
	return {
		seed,
		users,
		meetings,
		find(tag) {
			const meeting = meetings.findLast(({tags}) => tags.has(tag));
			if (meeting === undefined) {
				throw new Error(`No meeting in the sandbox is tagged ${tag}.`);
			}
			return meeting;
		},
		findFile: id => byId.get(id),
		findDownload: key => byDownload.get(key),
	};
}

function filesOf(meeting: RecordedMeeting): readonly RecordingFile[] {
	const {files, participantFiles, finishedFiles = [], transcriptApart} = meeting;
	return [
		...files,
		...participantFiles,
		...finishedFiles,
		...(transcriptApart === undefined ? [] : [transcriptApart]),
	];
}

/** Large enough for what a media file begins with. */
const smallestMediaBytes = 4096;

function scale(meeting: RecordedMeeting, factor: number): RecordedMeeting {
	const scaleFile = (file: RecordingFile): RecordingFile =>
		/^(?:M4A|MP4)$/.test(file.fileExtension)
			? {...file, sizeBytes: Math.max(smallestMediaBytes, Math.round(file.sizeBytes * factor))}
			: file;
	return factor === 1 ? meeting : {...meeting, files: meeting.files.map(scaleFile)};
}

function record(held: Held, everybody: ReadonlyMap<string, Person>, seed: number): RecordedMeeting {
	const participants = held.who.flatMap(key => everybody.get(key) ?? []);
	const [host] = participants;
	if (host === undefined || participants.length < held.who.length) {
		throw new Error(`Somebody at ${held.key} does not exist.`);
	}
	const tags = new Set<MeetingTag>(held.tags);
	if (host.status === 'inactive') {
		tags.add('deactivated-host');
	}
	const key = `${seed} ${held.key}`;
	const segments = makeSegments(held);
	return {
		key,
		uuid: tags.has('uuid-with-slashes') ? meetingUuidWithSlashes(key) : meetingUuid(key),
		number: meetingNumber(`${seed} ${held.numberKey}`),
		topic: held.topic,
		type: held.type,
		host,
		participants,
		start: held.start,
		durationSeconds: held.durationSeconds,
		language: held.language,
		scenario: held.scenario,
		tags,
		segments,
		files: makeFiles(key, segments, tags, seed),
		participantFiles: tags.has('participant-audio')
			? makeParticipantFiles(key, segments, participants, seed)
			: [],
		finishedFiles: tags.has('processing')
			? makeFiles(`${key} finished`, segments, new Set(), seed)
			: undefined,
		transcriptApart: tags.has('mp4-only') ? makeTranscript(key, segments, seed) : undefined,
		passcode: tags.has('passcode') ? 'Qu4y?side' : undefined,
	};
}

function makeSegments({start, durationSeconds, stops}: Held): readonly Segment[] {
	const edges = [0, ...stops, durationSeconds];
	return edges.slice(1).map((end, index) => {
		const offsetSeconds = edges[index] ?? 0;
		const startMilliseconds = start.getTime() + (offsetSeconds + index * breakSeconds) * 1000;
		return {
			index,
			offsetSeconds,
			durationSeconds: end - offsetSeconds,
			start: new Date(startMilliseconds),
			end: new Date(startMilliseconds + (end - offsetSeconds) * 1000),
		};
	});
}
