import {speakerLabels, speakerName} from '../speaker-names.ts';
import {formatTime} from '../time.ts';
import type {ExportDocument} from './format.ts';

export type DocumentFact = {
	/** For machines: a key of YAML front matter. */
	readonly key: string;
	/** For people. */
	readonly label: string;
	readonly value: string | readonly string[];
};

function pad(value: number): string {
	return String(value).padStart(2, '0');
}

/** `2026-11-24 14:00`, in the time zone of the one who exports. */
export function formatLocalMoment(date: Date): string {
	const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
	return `${day} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

const makers = {assemblyai: 'AssemblyAI', zoom: 'Zoom'} as const;

/** The meeting's topic, or what stands in its place where it has none. */
export function documentTitle({meeting: {topic}}: ExportDocument): string {
	return topic === '' ? 'Transcript' : topic;
}

/** What there is to say about a document besides its title: only what is known. */
export function documentFacts({
	meeting,
	transcript,
	transcriptId,
}: ExportDocument): readonly DocumentFact[] {
	const speakers = speakerLabels(transcript).map(label => speakerName(transcript, label));
	const facts: ReadonlyArray<readonly [string, string, string | readonly string[] | undefined]> = [
		['date', 'Date', meeting.start && formatLocalMoment(meeting.start)],
		['duration', 'Length', formatTime(transcript.durationMs)],
		['host', 'Host', meeting.hostEmail],
		['participants', 'Participants', meeting.participants],
		['speakers', 'Speakers', speakers],
		['language', 'Language', transcript.language],
		['source', 'Transcribed by', transcript.source && makers[transcript.source]],
		['model', 'Model', transcript.model],
		['transcript', 'Transcript', transcriptId],
		['meeting', 'Meeting', meeting.number],
		['uuid', 'Meeting UUID', meeting.uuid],
		['recording', 'Recording', meeting.shareUrl],
	];
	return facts.flatMap(([key, label, value]) =>
		value === undefined || value.length === 0 ? [] : [{key, label, value}],
	);
}

/** A fact's value on one line. */
export function factText({value}: DocumentFact): string {
	return typeof value === 'string' ? value : value.join(', ');
}
