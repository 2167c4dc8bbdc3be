import {type SafeText, safeText} from '../safe-text.ts';
import type {Transcript, Turn} from './transcript.ts';

export type SpeakerSummary = {
	readonly label: SafeText;
	/** The name to show. */
	readonly name: SafeText;
	/** Milliseconds of this speaker's turns. */
	readonly talkMs: number;
	/** 0 to 1: of everybody's talk. */
	readonly share: number;
	readonly turnCount: number;
	/** What this speaker said at most length, in the order it was said: enough to recognise the voice by. */
	readonly samples: readonly SpeakerSample[];
};

export type SpeakerSample = {
	/** Index into the transcript's turns. */
	readonly turn: number;
	readonly text: SafeText;
};

const sampleCount = 3;

// What AssemblyAI calls a voice: a letter, or two, behind the channel's number if there are channels.
const anonymousLabel = /^\d*[A-Z]{1,2}$/;

/** The name given to a label, else "Speaker A"; a label that is a name already (Zoom's) stays as it is. */
export function speakerName(
	{source, speakerNames}: Pick<Transcript, 'source' | 'speakerNames'>,
	label: SafeText,
): SafeText {
	const isAnonymous = source === 'assemblyai' && anonymousLabel.test(label);
	return speakerNames.get(label) ?? (isAnonymous ? safeText(`Speaker ${label}`) : label);
}

/** Every speaker label, in the order in which they are first heard. */
export function speakerLabels({turns}: Pick<Transcript, 'turns'>): readonly SafeText[] {
	const labels = new Set<SafeText>();
	for (const {speaker} of turns) {
		if (speaker !== undefined) {
			labels.add(speaker);
		}
	}
	return [...labels];
}

/** Who speaks how much, those who speak most first. */
export function summarizeSpeakers(transcript: Transcript): readonly SpeakerSummary[] {
	const turnsOfLabels = new Map<SafeText, number[]>();
	for (const [index, {speaker}] of transcript.turns.entries()) {
		if (speaker !== undefined) {
			const indexes = turnsOfLabels.get(speaker) ?? [];
			indexes.push(index);
			turnsOfLabels.set(speaker, indexes);
		}
	}
	const summaries = [...turnsOfLabels].map(([label, indexes]) => ({
		label,
		name: speakerName(transcript, label),
		talkMs: talkOf(transcript, indexes),
		turnCount: indexes.length,
		samples: pickSamples(transcript, indexes),
	}));
	const totalMs = summaries.reduce((sum, {talkMs}) => sum + talkMs, 0);
	return summaries
		.map(summary => ({...summary, share: totalMs === 0 ? 0 : summary.talkMs / totalMs}))
		.sort((a, b) => b.talkMs - a.talkMs);
}

function talkOf({turns}: Transcript, indexes: readonly number[]): number {
	let talkMs = 0;
	for (const index of indexes) {
		const turn = turns[index];
		talkMs += turn === undefined ? 0 : Math.max(0, turn.endMs - turn.startMs);
	}
	return talkMs;
}

function pickSamples({turns}: Transcript, indexes: readonly number[]): readonly SpeakerSample[] {
	return indexes
		.flatMap(turn => {
			const text = turns[turn]?.text;
			return text === undefined ? [] : [{turn, text}];
		})
		.sort((a, b) => b.text.length - a.text.length)
		.slice(0, sampleCount)
		.sort((a, b) => a.turn - b.turn);
}

/**
 * The transcript with labels that were given the same name as one speaker, under the first of them: so
 * two voices that are one person are put together, and taken apart again by other names.
 */
export function uniteSpeakers(transcript: Transcript): Transcript {
	const first = new Map<SafeText, SafeText>();
	const united = new Map<SafeText, SafeText>();
	for (const label of speakerLabels(transcript)) {
		const name = transcript.speakerNames.get(label);
		const known = name === undefined ? undefined : first.get(name);
		if (known !== undefined) {
			united.set(label, known);
		} else if (name !== undefined) {
			first.set(name, label);
		}
	}
	if (united.size === 0) {
		return transcript;
	}
	const turns = transcript.turns.map((turn): Turn => {
		const label = turn.speaker === undefined ? undefined : united.get(turn.speaker);
		return label === undefined ? turn : {...turn, speaker: label};
	});
	return {...transcript, turns};
}

/** Every label of a speaker: its own, and those that were given the same name. */
export function labelsOfSpeaker(
	{speakerNames}: Pick<Transcript, 'speakerNames'>,
	label: SafeText,
): readonly SafeText[] {
	const name = speakerNames.get(label);
	const others = [...speakerNames].flatMap(([other, otherName]) =>
		name !== undefined && otherName === name && other !== label ? [safeText(other)] : [],
	);
	return [label, ...others];
}
