import {parseIdentified} from '../assemblyai/parse-identified.ts';
import {parseOutline} from '../assemblyai/parse-outline.ts';
import {parseTranscript} from '../assemblyai/parse-transcript.ts';
import {UserError} from '../errors.ts';
import type {Library} from '../library/library.ts';
import type {TranscriptRecord} from '../library/records.ts';
import type {UnderstandingKind} from '../library/understanding-store.ts';
import {parseJson, wordLimits} from '../parse-json.ts';
import type {SafeText} from '../safe-text.ts';
import {applyCorrections, type Correction} from '../transcripts/corrections.ts';
import {joinTranscripts} from '../transcripts/join-transcripts.ts';
import {uniteSpeakers} from '../transcripts/speaker-names.ts';
import type {Transcript} from '../transcripts/transcript.ts';
import {parseKeptFiles, parseZoomTranscript} from '../zoom/zoom-transcript.ts';
import type {OpenedPart, OpenedTranscript} from './opened-transcript.ts';
import {findSegments, placeSegments} from './segments.ts';

/**
 * A transcript of the library, together with those of the meeting's other segments: a recording that
 * was stopped and started again reads as one. Throws `UserError` when the library does not have it.
 */
export async function openTranscript(library: Library, id: string): Promise<OpenedTranscript> {
	const asked = findRecord(library, id);
	return join(library, findSegments(asked, library.listTranscripts()));
}

/**
 * Transcripts of several files of one meeting as one, these and no others: at least one. Throws
 * `UserError` when the library does not have one of them.
 */
export async function openTranscripts(
	library: Library,
	ids: readonly string[],
): Promise<OpenedTranscript> {
	return join(
		library,
		ids.map(id => findRecord(library, id)),
	);
}

function findRecord(library: Library, id: string): TranscriptRecord {
	const record = library.findTranscript(id);
	if (record === undefined) {
		throw notThere(id);
	}

	return record;
}

async function join(
	library: Library,
	records: readonly TranscriptRecord[],
): Promise<OpenedTranscript> {
	const placed = placeSegments(records);
	const [first] = placed;
	if (first === undefined) {
		throw new RangeError('There is no transcript to open');
	}

	// Everything is asked of the library at once: by the time a response is unpacked it may be closed.
	const edits = readEdits(
		library,
		placed.map(({file: {record}}) => record.id),
	);
	const answers = await Promise.all(
		placed.map(async ({file: {record}, offsetMs}) => ({
			id: record.id,
			offsetMs,
			...parseKept(record, await readResponse(library, record.id)),
		})),
	);
	const parts = answers.map(({id, offsetMs, transcript}) => ({id, offsetMs, transcript}));
	return {
		record: first.file.record,
		raw: answers.map(({raw}) => raw).join('\n'),
		parts,
		transcript: applyEdits(parts, edits),
	};
}

/** What was kept of a service's answer: as a transcript, and as the service wrote it. */
function parseKept({source}: TranscriptRecord, answer: string): KeptAnswer {
	if (source === 'assemblyai') {
		return {transcript: parseTranscript(answer), raw: answer};
	}

	const files = parseKeptFiles(answer);
	const transcript = parseZoomTranscript(files);
	if (transcript === undefined) {
		throw new RangeError('A transcript without a file was kept');
	}

	return {transcript, raw: files.map(({vtt}) => vtt).join('\n')};
}

type KeptAnswer = {readonly transcript: Transcript; readonly raw: string};

/** The same with the names and the corrections that the library has now. */
export function reread(library: Library, opened: OpenedTranscript): OpenedTranscript {
	const ids = opened.parts.map(({id}) => id);
	return {...opened, transcript: applyEdits(opened.parts, readEdits(library, ids))};
}

type Understood = Readonly<Record<UnderstandingKind, string | undefined>>;

type Edits = {
	readonly speakerNames: ReadonlyMap<string, SafeText>;
	/** For each part. */
	readonly corrections: ReadonlyArray<readonly Correction[]>;
	/** What was made of each part afterwards, as JSON. */
	readonly understandings: readonly Understood[];
};

/** Names are kept with the first segment, for the labels that speakers have in the whole. */
function readEdits(library: Library, ids: readonly string[]): Edits {
	const [first = ''] = ids;
	return {
		speakerNames: library.readSpeakerNames(first),
		corrections: ids.map(id => library.readCorrections(id)),
		understandings: ids.map(id => ({
			outline: library.understandings.read(id, 'outline'),
			speakers: library.understandings.read(id, 'speakers'),
		})),
	};
}

function applyEdits(parts: readonly OpenedPart[], edits: Edits): Transcript {
	const {speakerNames, corrections, understandings} = edits;
	const corrected = parts.map(({transcript, offsetMs}, index) => ({
		transcript: {
			...applyCorrections(transcript, corrections[index] ?? []),
			...parseUnderstood(understandings[index]),
		},
		offsetMs,
	}));
	return uniteSpeakers({...joinTranscripts(corrected), speakerNames});
}

function parseUnderstood(
	understood: Understood | undefined,
): Pick<Transcript, 'outline' | 'identified'> {
	const [outline, speakers] = [understood?.outline, understood?.speakers];
	return {
		...(outline !== undefined && {outline: parseOutline(parseJson(outline, wordLimits))}),
		...(speakers !== undefined && {identified: parseIdentified(parseJson(speakers, wordLimits))}),
	};
}

async function readResponse(library: Library, id: string): Promise<string> {
	const answer = await library.readResponse(id);
	if (answer === undefined) {
		throw notThere(id);
	}

	return answer;
}

function notThere(id: string): UserError {
	return new UserError(`The library has no transcript ${id}`, {
		code: 'not-found',
		hint: 'Transcribe its meeting first.',
	});
}
