import {type SafeText, safeText} from '../safe-text.ts';
import {type NamedSpan, namedSpans} from '../transcripts/name-proposals.ts';
import {parseTimeline} from '../transcripts/parse-timeline.ts';
import {placeInTime} from './file-choice.ts';
import {readPlacedTexts} from './placed-texts.ts';
import type {MeetingDetail, RecordingFile} from './recordings.ts';
import type {ReadText} from './text-file.ts';
import {isTranscript, parseZoomTranscript, readVttFiles} from './zoom-transcript.ts';

/** A hundred hours of somebody else every two seconds, in UTF-16 units. */
const longestTimelines = 32 * 2 ** 20;

/**
 * Who is heard when, in milliseconds from the beginning of `since`; see `Zoom.readSpeakerTimes`. Zoom's
 * transcript says when somebody ends, the timeline only when somebody begins: the one comes before the
 * other.
 */
export async function readSpeakerTimes(
	readText: ReadText,
	meeting: MeetingDetail,
	since: RecordingFile | undefined,
	signal: AbortSignal,
): Promise<readonly NamedSpan[]> {
	const spans = await readTranscriptTimes(readText, meeting, signal);
	const found = spans.length > 0 ? spans : await readTimelines(readText, meeting, signal);
	const zeroMs = placeInTime(meeting.files).find(({file}) => file.id === since?.id)?.offsetMs ?? 0;
	return found.map(span => move(span, -zeroMs)).filter(({endMs}) => endMs > 0);
}

async function readTranscriptTimes(
	readText: ReadText,
	meeting: MeetingDetail,
	signal: AbortSignal,
): Promise<readonly NamedSpan[]> {
	const files = meeting.files.filter(file => isTranscript(file) && file.isReady);
	const transcript = parseZoomTranscript(await readVttFiles(readText, meeting, files, signal));
	return transcript === undefined ? [] : namedSpans(transcript);
}

async function readTimelines(
	readText: ReadText,
	meeting: MeetingDetail,
	signal: AbortSignal,
): Promise<readonly NamedSpan[]> {
	const files = meeting.files.filter(file => file.fileType === 'TIMELINE' && file.isReady);
	const texts = await readPlacedTexts(readText, meeting, files, {
		longest: longestTimelines,
		signal,
	});
	return texts.flatMap(({text, offsetMs}) => parseTimeline(text).map(span => move(span, offsetMs)));
}

function move({name, startMs, endMs}: NamedSpan, byMs: number): NamedSpan {
	return {name, startMs: startMs + byMs, endMs: endMs + byMs};
}

/** Everybody who is named: those that are heard, and those with a file of their own. */
export function listNames(
	{participantAudioFiles}: Pick<MeetingDetail, 'participantAudioFiles'>,
	heard: readonly NamedSpan[],
): readonly SafeText[] {
	// Zoom names the files "Audio only - Ada Moreau".
	const named = participantAudioFiles.map(({fileName}) => safeText(fileName.replace(/^.* - /, '')));
	return [...new Set([...heard.map(({name}) => name), ...named])].filter(name => name !== '');
}
