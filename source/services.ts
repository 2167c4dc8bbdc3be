import type {AssemblyAI} from './assemblyai/assemblyai.ts';
import {createAssemblyAI} from './assemblyai/create-assemblyai.ts';
import {type CostEstimate, withOwnPrices} from './assemblyai/prices.ts';
import {UserError} from './errors.ts';
import {copyToSystem} from './exports/clipboard.ts';
import {createExports, type Exports} from './exports/exports.ts';
import {type BatchEstimate, estimateBatch, estimateIdentification} from './jobs/cost.ts';
import {createJobs, type Jobs} from './jobs/jobs.ts';
import {readTimings} from './jobs/timings.ts';
import {correctTurn, undoCorrection} from './kept-transcripts/correct-transcript.ts';
import {keepZoomTranscript} from './kept-transcripts/keep-zoom-transcript.ts';
import {openTranscript, openTranscripts, reread} from './kept-transcripts/open-transcript.ts';
import type {OpenedTranscript} from './kept-transcripts/opened-transcript.ts';
import {type UnderstandingWish, understand} from './kept-transcripts/understand.ts';
import {type Library, type NewJob, openLibrary} from './library/library.ts';
import type {TranscriptionRequest, TranscriptRecord} from './library/records.ts';
import {type OpenedRecording, openRecording} from './open-recording.ts';
import type {SafeText} from './safe-text.ts';
import type {LoadedSettings} from './settings/load-settings.ts';
import type {RequestPreferences, Settings} from './settings/settings.ts';
import {openTokenKeeper} from './setup/open-token-keeper.ts';
import {
	type NameProposal,
	type OfferedName,
	offerNames,
	proposeNames,
} from './transcripts/name-proposals.ts';
import {createZoom} from './zoom/create-zoom.ts';
import {findAudio} from './zoom/recording-choice.ts';
import type {
	Meeting,
	MeetingDetail,
	ParticipantAudioFile,
	RecordingFile,
} from './zoom/recordings.ts';
import {listNames} from './zoom/speaker-times.ts';
import type {Zoom} from './zoom/zoom.ts';

/** What is deleted: what the library has of a transcript, AssemblyAI's copy, or both. */
export type DeletionPlace = 'here' | 'remote' | 'both';

/** Everything that both faces work with, wired together once. */
export type Services = {
	readonly settings: Settings;
	readonly zoom: Zoom;
	readonly assemblyai: AssemblyAI;
	readonly library: Library;
	readonly jobs: Jobs;
	/**
	 * A file of a meeting as a job, the usual one unless another is named: with the person's own
	 * preferences, but for what `changes` says.
	 */
	readonly newJob: (
		meeting: Meeting,
		options?: {
			readonly changes?: Partial<TranscriptionRequest> | undefined;
			readonly file?: RecordingFile | ParticipantAudioFile | undefined;
		},
	) => NewJob;
	/** What jobs will cost, by the person's own prices where there are any. */
	readonly estimateCost: (jobs: readonly NewJob[]) => BatchEstimate;
	/** Asks for the same from now on, unless a run says otherwise. Throws what the settings' store throws. */
	readonly rememberRequest: (request: TranscriptionRequest) => Promise<void>;
	/** Who is known to have been there, by Zoom's files of the meeting; perhaps not everybody. */
	readonly listParticipants: (
		meetingUuid: string,
		signal: AbortSignal,
	) => Promise<readonly SafeText[]>;
	readonly exports: Exports;
	/** With the meeting's other segments. Throws `UserError` when the library does not have it. */
	readonly openTranscript: (id: string) => Promise<OpenedTranscript>;
	/** Those of several files of one meeting as one. Throws `UserError` when the library lacks one. */
	readonly openTranscripts: (ids: readonly string[]) => Promise<OpenedTranscript>;
	/** Zoom's own transcript of a meeting, kept from then on; undefined where Zoom made none. */
	readonly openZoomTranscript: (
		meeting: MeetingDetail,
		signal: AbortSignal,
	) => Promise<OpenedTranscript | undefined>;
	/**
	 * Names for speaker letters: by who is heard at the same time in Zoom's transcript or timeline, else
	 * whom AssemblyAI took them for when it was asked.
	 */
	readonly proposeNames: (
		opened: OpenedTranscript,
		signal: AbortSignal,
	) => Promise<readonly OfferedName[]>;
	/** Has AssemblyAI make more of a transcript, and keeps that: it is paid for. Throws `UserError`. */
	readonly understand: (
		opened: OpenedTranscript,
		wish: UnderstandingWish,
		signal: AbortSignal,
	) => Promise<void>;
	/** What it will cost to find out who the speakers are. */
	readonly estimateIdentification: (opened: OpenedTranscript) => CostEstimate;
	/**
	 * Keeps names for speaker labels, undefined for none; every view and export of the transcript has them
	 * from then on. Labels with the same name are one speaker.
	 */
	readonly nameSpeakers: (
		transcriptId: string,
		names: ReadonlyArray<{readonly label: string; readonly name: SafeText | undefined}>,
	) => void;
	/**
	 * Keeps another text for a turn of an opened transcript, by its index; every view and export of it, and
	 * the search, have it from then on. What was heard stays beside it.
	 */
	readonly correctTurn: (opened: OpenedTranscript, turn: number, text: SafeText) => void;
	/** Takes the newest correction back; the index of its turn, if there was one. */
	readonly undoCorrection: (opened: OpenedTranscript) => number | undefined;
	/** An opened transcript with the names and the corrections that the library has now. */
	readonly reread: (opened: OpenedTranscript) => OpenedTranscript;
	/** Puts text on the system's clipboard; false where there is no program for that. */
	readonly copyToSystem: (text: string) => Promise<boolean>;
	/** Opens a meeting's recording in the browser. Throws `ZoomError`, or the signal's reason. */
	readonly openRecording: (meetingUuid: string, signal: AbortSignal) => Promise<OpenedRecording>;
	/**
	 * Deletes a transcript of the library for good, or AssemblyAI's copy of it and its audio, or first
	 * that and then this. Throws `AssemblyAIError`, and then nothing was deleted here.
	 */
	readonly deleteTranscript: (
		id: string,
		place: DeletionPlace,
		signal: AbortSignal,
	) => Promise<void>;
	/** Sentences to show once: what was found damaged, too open or not understood, and what was done. */
	readonly notices: readonly string[];
	readonly close: () => void;
};

/** Throws `UserError` `not-set-up` unless both services have credentials, and what `openLibrary` throws. */
export function openServices({settings, store, notices}: LoadedSettings): Services {
	const {credentials, apiUrl, oauthUrl} = settings.zoom;
	const {apiKey, baseUrl} = settings.assemblyai;
	if (credentials === undefined || apiKey === undefined) {
		const missing = credentials === undefined ? 'Zoom' : 'AssemblyAI';
		throw new UserError(`${missing} is not set up`, {
			code: 'not-set-up',
			hint: 'Run `recscribe setup`, or `recscribe --sandbox` to try it without an account.',
		});
	}

	const zoom = createZoom({
		credentials,
		apiUrl,
		oauthUrl,
		tokenKeeper: openTokenKeeper(settings),
		plan: settings.preferences.zoomPlan,
	});
	const assemblyai = createAssemblyAI({apiKey, baseUrl});
	const timings = readTimings();
	const library = openLibrary(settings.folders.data, {leaseMs: timings.leaseMs});
	const prices = withOwnPrices(settings.preferences.prices);
	const jobs = createJobs({
		zoom,
		assemblyai,
		library,
		timings,
		prices,
		spendingLimitUsd: settings.preferences.monthlyLimitUsd,
	});
	let usual: RequestPreferences = settings.preferences;
	return {
		settings,
		zoom,
		assemblyai,
		library,
		jobs,
		exports: createExports(),
		newJob: (meeting, options) => toNewJob(meeting, usual, options),
		estimateCost: newJobs => estimateBatch(newJobs, prices),
		async rememberRequest(request) {
			const remembered = toPreferences(request);
			await store.change('preferences', now => ({...now, ...remembered}));
			usual = remembered;
		},
		listParticipants: (uuid, signal) => listParticipants(zoom, uuid, signal),
		openTranscript: id => openTranscript(library, id),
		openTranscripts: ids => openTranscripts(library, ids),
		openZoomTranscript: (meeting, signal) => openZoomTranscript(zoom, library, meeting, signal),
		proposeNames: (opened, signal) => offerNamesFor(zoom, opened, signal),
		understand: (opened, wish, signal) => understand({assemblyai, library}, opened, wish, signal),
		estimateIdentification: ({transcript}) =>
			estimateIdentification(transcript.durationMs / 1000, prices),
		nameSpeakers(id, names) {
			for (const {label, name} of names) {
				library.nameSpeaker(id, label, name);
			}
		},
		correctTurn: (opened, turn, text) => correctTurn(library, opened, turn, text),
		undoCorrection: opened => undoCorrection(library, opened),
		reread: opened => reread(library, opened),
		copyToSystem: text => copyToSystem(text),
		openRecording: (uuid, signal) => openRecording(zoom, uuid, signal),
		async deleteTranscript(id, place, signal) {
			const record = library.findTranscript(id);
			if (record?.source === 'zoom') {
				deleteZoomTranscript(library, record, place);
				return;
			}

			// Once nothing is known of it here, nobody would make up for what was promised.
			const isOwed = record?.request.deleteRemote === true && record.remoteDeletedAt === undefined;
			if (place !== 'here' || isOwed) {
				await jobs.deleteRemote(id, signal);
			}

			if (place !== 'remote') {
				library.deleteTranscript(id);
			}
		},
		notices: [...notices, ...library.notices],
		close() {
			jobs.close();
			library.close();
		},
	};
}

function toNewJob(
	meeting: Meeting,
	usual: RequestPreferences,
	{changes, file = findAudio(meeting)?.file}: Parameters<Services['newJob']>[1] = {},
): NewJob {
	const {uuid, number, topic, start, durationMinutes, hostEmail} = meeting;
	return {
		meeting: {
			uuid,
			number,
			topic,
			start: start.toISOString(),
			durationMinutes,
			...(hostEmail !== undefined && {hostEmail}),
			...(file?.start !== undefined && {fileStart: file.start.toISOString()}),
			...(file !== undefined && 'fileName' in file && {participantFile: file.fileName}),
		},
		recordingFileId: file?.id ?? '',
		request: {...toPreferences(usual), speakerLabels: true, ...changes},
	};
}

/** What of a request makes sense for every recording. */
function toPreferences({
	audio,
	speechModels,
	language,
	speakersMin,
	speakersMax,
	keyterms,
	redactPii,
	outline,
	deleteRemote,
}: RequestPreferences): RequestPreferences {
	return {
		audio,
		speechModels,
		language,
		speakersMin,
		speakersMax,
		keyterms,
		redactPii,
		outline,
		deleteRemote,
	};
}

async function listParticipants(
	zoom: Zoom,
	uuid: string,
	signal: AbortSignal,
): Promise<readonly SafeText[]> {
	const meeting = await zoom.getMeeting(uuid, signal);
	const heard = await zoom.readSpeakerTimes(meeting, signal);
	return listNames(meeting, heard);
}

async function openZoomTranscript(
	zoom: Zoom,
	library: Library,
	meeting: MeetingDetail,
	signal: AbortSignal,
): Promise<OpenedTranscript | undefined> {
	const files = await zoom.readTranscriptFiles(meeting, signal);
	const id = await keepZoomTranscript(library, meeting, files);
	return id === undefined ? undefined : openTranscript(library, id);
}

/** AssemblyAI has no copy of what Zoom wrote down: "both" is what there is of it here. */
function deleteZoomTranscript(
	library: Library,
	{id, meeting}: TranscriptRecord,
	place: DeletionPlace,
): void {
	if (place === 'remote') {
		throw new UserError(`AssemblyAI has no copy of Zoom’s own transcript of “${meeting.topic}”`, {
			code: 'usage',
			hint: 'Delete it here. Zoom’s copy is deleted in Zoom, with its recording.',
		});
	}

	library.deleteTranscript(id);
}

async function offerNamesFor(
	zoom: Zoom,
	opened: OpenedTranscript,
	signal: AbortSignal,
): Promise<readonly OfferedName[]> {
	try {
		return offerNames(opened.transcript, await proposeZoomsNames(zoom, opened, signal));
	} catch (error) {
		// What AssemblyAI has found out is here already.
		const offers = offerNames(opened.transcript, []);
		if (error instanceof UserError && offers.length > 0) {
			return offers;
		}

		throw error;
	}
}

async function proposeZoomsNames(
	zoom: Zoom,
	{record, transcript}: OpenedTranscript,
	signal: AbortSignal,
): Promise<readonly NameProposal[]> {
	const meeting = await zoom.getMeeting(record.meeting.uuid, signal);
	const since = meeting.files.find(file => file.id === record.recordingFileId);
	return proposeNames(transcript, await zoom.readSpeakerTimes(meeting, signal, {since}));
}
