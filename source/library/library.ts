import {type SafeText, safeText} from '../safe-text.ts';
import type {Correction} from '../transcripts/corrections.ts';
import {createCorrectionStore, type UndoneCorrection} from './correction-store.ts';
import {type DatabaseOptions, openDatabase} from './database.ts';
import type {JobEngine} from './job-engine.ts';
import type {TranscriptRecord} from './records.ts';
import {type SearchHit, type SearchOptions, searchTurns} from './search.ts';
import type {SearchQuery} from './search-query.ts';
import {listSpeakers, type Speaker} from './speakers.ts';
import {createSqliteEngine} from './sqlite-engine.ts';
import {createTranscriptStore, type NewZoomTranscript} from './transcript-store.ts';
import {createUnderstandingStore, type UnderstandingStore} from './understanding-store.ts';

export type {NewJob} from './records.ts';

/** What Recscribe keeps on disk: jobs, and every transcript as it came. */
export type Library = {
	/** Jobs are put in line, taken and ended through it. */
	readonly engine: JobEngine;
	/** Newest first. */
	readonly listTranscripts: () => readonly TranscriptRecord[];
	readonly findTranscript: (id: string) => TranscriptRecord | undefined;
	/** Keeps what Zoom itself wrote down, or what has become of it; corrected ones stay as they are. */
	readonly keepZoomTranscript: (transcript: NewZoomTranscript) => Promise<void>;
	/** AssemblyAI's newest transcript of this meeting; never that of one participant alone. */
	readonly findTranscriptOfMeeting: (meetingUuid: string) => TranscriptRecord | undefined;
	/** AssemblyAI's newest transcript of this file of the meeting. */
	readonly findTranscriptOfFile: (
		meetingUuid: string,
		recordingFileId: string,
	) => TranscriptRecord | undefined;
	/** AssemblyAI's response exactly as it came; of Zoom's own, what was kept. */
	readonly readResponse: (id: string) => Promise<string | undefined>;
	/** The transcripts whose copy at AssemblyAI is still to be deleted. */
	readonly listLeftovers: () => readonly string[];
	/** Remembers that AssemblyAI has deleted its copy. */
	readonly markRemoteDeleted: (id: string) => void;
	/** Names given to speaker labels. */
	readonly readSpeakerNames: (id: string) => ReadonlyMap<string, SafeText>;
	/** Undefined takes the name away. */
	readonly nameSpeaker: (id: string, speaker: string, name: string | undefined) => void;
	/** What turns say instead of what was heard, in the order of the turns. */
	readonly readCorrections: (id: string) => readonly Correction[];
	/** Keeps another text for a turn, beside what was heard and what it was corrected to before. */
	readonly correctTurn: (id: string, correction: Correction) => void;
	/** Takes the newest correction of these transcripts back; which one that was, if there was one. */
	readonly undoCorrection: (ids: readonly string[]) => UndoneCorrection | undefined;
	/** Who speaks in each transcript, by its id, in the order of their labels. */
	readonly listSpeakers: () => ReadonlyMap<string, readonly Speaker[]>;
	/** Takes everything away that was said in it. AssemblyAI's copy is another matter. */
	readonly deleteTranscript: (id: string) => void;
	/** What was made of transcripts afterwards, and who asks for it now. */
	readonly understandings: UnderstandingStore;
	/** Searches what was said in every transcript; the best finds first. */
	readonly search: (query: SearchQuery, options?: SearchOptions) => readonly SearchHit[];
	/** Sentences to show once: what was found damaged and what was done about it. */
	readonly notices: readonly string[];
	readonly close: () => void;
};

export type LibraryOptions = DatabaseOptions & {readonly leaseMs?: number};

const usualLeaseMs = 30_000;

/** Opens the library in `folder`; see `openDatabase` for what it throws. */
export function openLibrary(folder: string, options: LibraryOptions = {}): Library {
	const {connection, notices} = openDatabase(folder, options);
	const transcripts = createTranscriptStore(connection);
	const corrections = createCorrectionStore(connection);
	return {
		engine: createSqliteEngine(connection, transcripts, {
			leaseMs: options.leaseMs ?? usualLeaseMs,
		}),
		listTranscripts: transcripts.list,
		findTranscript: transcripts.find,
		keepZoomTranscript: transcripts.keepZoomTranscript,
		findTranscriptOfMeeting: transcripts.findOfMeeting,
		findTranscriptOfFile: transcripts.findOfFile,
		readResponse: transcripts.readResponse,
		listLeftovers: transcripts.listLeftovers,
		markRemoteDeleted: transcripts.markRemoteDeleted,
		readSpeakerNames: id =>
			new Map(
				[...transcripts.readSpeakerNames(id)].map(([speaker, name]) => [
					safeText(speaker),
					safeText(name),
				]),
			),
		nameSpeaker: transcripts.nameSpeaker,
		readCorrections: corrections.read,
		correctTurn: corrections.add,
		undoCorrection: corrections.undo,
		listSpeakers: () => listSpeakers(connection),
		understandings: createUnderstandingStore(connection),
		deleteTranscript: transcripts.remove,
		search: (query, options = {}) => searchTurns(connection, query, options),
		notices,
		close: () => connection.close(),
	};
}
