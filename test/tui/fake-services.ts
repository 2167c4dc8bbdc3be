import path from 'node:path';
import type {AssemblyAI} from '../../source/assemblyai/assemblyai.ts';
import {priceList} from '../../source/assemblyai/prices.ts';
import type {UserError} from '../../source/errors.ts';
import {withExtension} from '../../source/exports/export-path.ts';
import type {Exports} from '../../source/exports/exports.ts';
import {renderExport} from '../../source/exports/render-export.ts';
import {estimateBatch} from '../../source/jobs/cost.ts';
import type {OpenedTranscript} from '../../source/kept-transcripts/opened-transcript.ts';
import type {JobEngine} from '../../source/library/job-engine.ts';
import type {Library} from '../../source/library/library.ts';
import type {TranscriptionRequest} from '../../source/library/records.ts';
import type {SearchHit} from '../../source/library/search.ts';
import type {SearchQuery} from '../../source/library/search-query.ts';
import type {SafeText} from '../../source/safe-text.ts';
import type {DeletionPlace, Services} from '../../source/services.ts';
import {usualPreferences} from '../../source/settings/resolve.ts';
import type {Settings} from '../../source/settings/settings.ts';
import {
	defaultFileNameTemplate,
	expandFileName,
} from '../../source/transcripts/file-name-template.ts';
import {formats} from '../../source/transcripts/formats/formats.ts';
import {speakerLabels} from '../../source/transcripts/speaker-names.ts';
import type {DateRange} from '../../source/zoom/recordings.ts';
import type {EveryonesMeetingPage, MeetingPage, UserPage, Zoom} from '../../source/zoom/zoom.ts';
import {createFakeJobs, type FakeJobs} from './fake-jobs.ts';
import {createPageSource, type PageSource} from './page-source.ts';

export const settings: Settings = {
	zoom: {
		credentials: {type: 'legacy-jwt', apiKey: 'key', apiSecret: 'secret'},
		apiUrl: 'https://api.zoom.us/v2',
		oauthUrl: 'https://zoom.us',
	},
	assemblyai: {apiKey: 'key', baseUrl: 'https://api.assemblyai.com'},
	preferences: {...usualPreferences, speechModels: ['universal-2']},
	folders: {config: '/config', data: '/data'},
	sources: {zoom: 'environment', assemblyai: 'settings-file'},
};

/** Services that answer as a test wants them to. */
export type FakeServices = Services & {
	/** What Zoom answers; a test puts its own answer in the place of one. */
	readonly zoom: {-readonly [Name in keyof Zoom]: Zoom[Name]};
	openZoomTranscript: Services['openZoomTranscript'];
	proposeNames: Services['proposeNames'];
	understand: Services['understand'];
	nameSpeakers: Services['nameSpeakers'];
	readonly users: PageSource<UserPage>;
	readonly everyone: PageSource<EveryonesMeetingPage>;
	/** Who was left out each time that everybody's meetings were asked for. */
	readonly skipped: readonly (readonly string[])[];
	readonly meetings: PageSource<MeetingPage>;
	/** Whose meetings were asked for, and of which days. */
	readonly askedMeetings: ReadonlyArray<{readonly user: string; readonly range: DateRange}>;
	readonly jobs: FakeJobs;
	/** What the library has. */
	readonly transcripts: OpenedTranscript[];
	/** Set: what opening a transcript throws. */
	openingError: unknown;
	/** What exports have written, by their path. */
	readonly files: Map<string, string | Uint8Array>;
	/** Set: what writing an export throws. */
	writingError: UserError | undefined;
	/** What was put on the system's clipboard. */
	readonly copied: string[];
	hasClipboard: boolean;
	openRecording: Services['openRecording'];
	notices: Services['notices'];
	listParticipants: Services['listParticipants'];
	correctTurn: Services['correctTurn'];
	undoCorrection: Services['undoCorrection'];
	/** What the search for what was said finds, whatever is looked for. */
	hits: readonly SearchHit[];
	/** What was looked for. */
	readonly searched: SearchQuery[];
	/** What was deleted, and where. */
	readonly deleted: {readonly id: string; readonly place: DeletionPlace}[];
	/** Set: what deleting throws. */
	deletingError: UserError | undefined;
	/** What was made the default last. */
	remembered: TranscriptionRequest | undefined;
	/** Who is said to have been there. */
	participants: readonly SafeText[];
	readonly isClosed: () => boolean;
};

function refuse(): never {
	throw new Error('No screen asks for this');
}

export function createFakeServices(): FakeServices {
	const users = createPageSource<UserPage>();
	const meetings = createPageSource<MeetingPage>();
	const everyone = createPageSource<EveryonesMeetingPage>();
	const skipped: (readonly string[])[] = [];
	const askedMeetings: FakeServices['askedMeetings'][number][] = [];
	const transcripts: OpenedTranscript[] = [];
	const files: FakeServices['files'] = new Map();
	const jobs = createFakeJobs();
	let isClosed = false;

	const zoom: FakeServices['zoom'] = {
		listUsers: users.open,
		listMeetings(user, range, signal) {
			askedMeetings.push({user, range});
			return meetings.open(signal);
		},
		getUser: refuse,
		listEveryonesMeetings(_range, signal, {skipUsers = new Set<string>()} = {}) {
			skipped.push([...skipUsers]);
			return everyone.open(signal);
		},
		getMeeting: refuse,
		findMeeting: refuse,
		openDownload: refuse,
		createDirectLink: refuse,
		readTranscriptFiles: refuse,
		readSpeakerTimes: refuse,
		readSummary: refuse,
		waitUntilReady: refuse,
	};
	const services: FakeServices = {
		settings,
		zoom,
		assemblyai: neverAsked,
		library: createFakeLibrary(transcripts, query => {
			services.searched.push(query);
			return services.hits;
		}),
		jobs,
		newJob: ({uuid, number, topic, start, durationMinutes}, {changes, file} = {}) => ({
			meeting: {uuid, number, topic, start: start.toISOString(), durationMinutes},
			recordingFileId: file?.id ?? 'file',
			request: {
				audio: 'stream',
				speechModels: settings.preferences.speechModels,
				speakerLabels: true,
				...changes,
			},
		}),
		estimateCost: newJobs => estimateBatch(newJobs, priceList),
		async rememberRequest(request) {
			services.remembered = request;
		},
		listParticipants: async () => services.participants,
		exports: createFakeExports(files, () => services.writingError),
		async openTranscript(id) {
			if (services.openingError !== undefined) {
				throw services.openingError;
			}

			return transcripts.find(({record}) => record.id === id) ?? refuse();
		},
		openTranscripts: refuse,
		openZoomTranscript: refuse,
		proposeNames: async () => [],
		understand: refuse,
		estimateIdentification: () => ({usd: 0.02, isAssumed: false}),
		correctTurn: refuse,
		undoCorrection: refuse,
		reread: ({record}) => transcripts.find(kept => kept.record.id === record.id) ?? refuse(),
		nameSpeakers: refuse,
		async deleteTranscript(id, place) {
			if (services.deletingError !== undefined) {
				throw services.deletingError;
			}

			services.deleted.push({id, place});
			const index = transcripts.findIndex(({record}) => record.id === id);
			if (place !== 'remote' && index !== -1) {
				transcripts.splice(index, 1);
			}
		},
		notices: [],
		async copyToSystem(text) {
			services.copied.push(text);
			return services.hasClipboard;
		},
		openRecording: refuse,
		copied: [],
		hasClipboard: true,
		close() {
			isClosed = true;
			jobs.close();
		},
		users,
		everyone,
		skipped,
		meetings,
		askedMeetings,
		transcripts,
		openingError: undefined,
		files,
		writingError: undefined,
		hits: [],
		searched: [],
		deleted: [],
		deletingError: undefined,
		remembered: undefined,
		participants: [],
		isClosed: () => isClosed,
	};
	return services;
}

const neverAsked: AssemblyAI = {
	checkKey: refuse,
	upload: refuse,
	submit: refuse,
	getTranscript: refuse,
	listTranscripts: refuse,
	understand: refuse,
	deleteTranscript: refuse,
};

const neverUsed: JobEngine = {
	enqueue: refuse,
	reopen: refuse,
	claim: refuse,
	heartbeat: refuse,
	advance: refuse,
	remark: refuse,
	intend: refuse,
	complete: refuse,
	fail: refuse,
	giveUp: refuse,
	release: refuse,
	leave: refuse,
	cancel: refuse,
	forgetRemote: refuse,
	find: refuse,
	list: refuse,
	unfinished: refuse,
	changes: refuse,
	isKnownAudioUrl: refuse,
	isKnownTranscript: refuse,
	pause: refuse,
	unpause: refuse,
	pauseReason: refuse,
	pastTimes: refuse,
};

function createFakeLibrary(
	transcripts: readonly OpenedTranscript[],
	search: Library['search'],
): Library {
	const records = () => transcripts.map(({record}) => record);
	return {
		engine: neverUsed,
		notices: [],
		listLeftovers: () => [],
		markRemoteDeleted: refuse,
		readSpeakerNames: () => new Map(),
		nameSpeaker: refuse,
		readCorrections: () => [],
		correctTurn: refuse,
		undoCorrection: refuse,
		listSpeakers: () =>
			new Map(
				transcripts.map(({record, transcript}) => [
					record.id,
					speakerLabels(transcript).map(label => ({
						label,
						name: transcript.speakerNames.get(label),
					})),
				]),
			),
		deleteTranscript: refuse,
		keepZoomTranscript: refuse,
		understandings: {read: refuse, claim: refuse, keep: refuse, release: refuse},
		search,
		listTranscripts: records,
		findTranscript: id => records().find(record => record.id === id),
		findTranscriptOfMeeting: uuid => records().findLast(({meeting}) => meeting.uuid === uuid),
		findTranscriptOfFile: refuse,
		readResponse: refuse,
		close: () => undefined,
	};
}

function createFakeExports(
	files: FakeServices['files'],
	writingError: () => UserError | undefined,
): Exports {
	const extensions = formats.map(({fileExtension}) => fileExtension);
	return {
		suggestPath: (document, {fileExtension: extension}, edited) =>
			edited === undefined
				? path.join('/home/ada', expandFileName(defaultFileNameTemplate, document, {extension}))
				: withExtension(edited, extension, extensions),
		suggestFolder: () => '/home/ada/transcripts',
		async openFolder(folder) {
			return {
				async write(source, {format, options}) {
					const extension = format.fileExtension;
					const name = expandFileName(defaultFileNameTemplate, source.document, {extension});
					const file = path.join(folder, name);
					files.set(file, await renderExport(format, source, options));
					return file;
				},
			};
		},
		render: renderExport,
		async write({path: file, format, options, source, overwrite}) {
			const error = writingError();
			if (error !== undefined) {
				throw error;
			}

			if (files.has(file) && !overwrite) {
				return {status: 'exists', path: file};
			}

			files.set(file, await renderExport(format, source, options));
			return {status: 'written', path: file};
		},
	};
}
