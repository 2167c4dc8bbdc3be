import {type SafeText, safeText} from '../safe-text.ts';
import type {Transcript} from './transcript.ts';

/** Somebody known by name is heard from one time to another, in milliseconds. */
export type NamedSpan = {
	readonly name: SafeText;
	readonly startMs: number;
	readonly endMs: number;
};

export type NameProposal = {
	/** The speaker label without a name. */
	readonly label: SafeText;
	readonly name: SafeText;
	/** 0 to 1: in how much of this speaker's time it is this name, where it is anybody by name. */
	readonly agreement: number;
	/** Whether the same name is proposed for another label too: a room, or one voice taken for two. */
	readonly isShared: boolean;
};

/** A name that is offered for a speaker label. */
export type OfferedName = Pick<NameProposal, 'label' | 'name'> & {
	readonly by: 'Zoom' | 'AssemblyAI';
};

/** Zoom's names, and those of AssemblyAI for whom Zoom has none; nothing for who has a name already. */
export function offerNames(
	{identified, speakerNames}: Pick<Transcript, 'identified' | 'speakerNames'>,
	fromZoom: readonly NameProposal[],
): readonly OfferedName[] {
	const known = new Set<string>(fromZoom.map(({label}) => label));
	return [
		...fromZoom.map(({label, name}) => ({label, name, by: 'Zoom'}) as const),
		...[...(identified ?? [])]
			.filter(([label]) => !(known.has(label) || speakerNames.has(label)))
			.map(([label, name]) => ({label, name, by: 'AssemblyAI'}) as const),
	];
}

// Less agreement than this is a guess, less common time an accident.
const lowestAgreement = 0.5;
const shortestOverlapMs = 2000;

/** What Zoom's own transcript says about who is heard when. */
export function namedSpans({turns}: Pick<Transcript, 'turns'>): readonly NamedSpan[] {
	return turns.flatMap(({speaker, startMs, endMs}) =>
		speaker === undefined ? [] : [{name: speaker, startMs, endMs}],
	);
}

/**
 * A name for each speaker label, by who is heard at the same time. Labels that no name fits well
 * are left out; so are those that have a name already.
 */
export function proposeNames(
	transcript: Transcript,
	spans: readonly NamedSpan[],
): readonly NameProposal[] {
	const overlaps = overlapsOf(transcript, spans);
	const named = overlapsOf(transcript, anybody(spans));
	const talk = totals(transcript.turns.map(turn => ({...turn, name: turn.speaker})));
	const heard = totals(spans);
	const found = [...overlaps].flatMap(([label, overlap]) => {
		const likeness = (name: SafeText, commonMs: number) =>
			commonMs / ((talk.get(label) ?? 0) + (heard.get(name) ?? 0));
		const namedMs = [...(named.get(label)?.values() ?? [])][0] ?? 0;
		const best = bestName(overlap, likeness, namedMs);
		return best === undefined || transcript.speakerNames.has(label) ? [] : [{label, ...best}];
	});
	const counts = new Map<SafeText, number>();
	for (const {name} of found) {
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return found.map(proposal => ({...proposal, isShared: (counts.get(proposal.name) ?? 0) > 1}));
}

type Overlaps = Map<SafeText, number>;

/** For each label, the milliseconds in which each name is heard too. */
function overlapsOf(
	{turns}: Transcript,
	spans: readonly NamedSpan[],
): ReadonlyMap<SafeText, Overlaps> {
	const overlaps = new Map<SafeText, Overlaps>();
	const ordered = [...spans].sort((a, b) => a.startMs - b.startMs);
	const longestMs = ordered.reduce((most, {startMs, endMs}) => Math.max(most, endMs - startMs), 0);
	let first = 0;
	for (const {speaker, startMs, endMs} of [...turns].sort((a, b) => a.startMs - b.startMs)) {
		// Spans that began so long ago are over: no later turn can meet them.
		while ((ordered[first]?.startMs ?? Number.POSITIVE_INFINITY) + longestMs < startMs) {
			first++;
		}
		for (let index = first; speaker !== undefined && index < ordered.length; index++) {
			const span = ordered[index];
			if (span === undefined || span.startMs >= endMs) {
				break;
			}
			const commonMs = Math.min(endMs, span.endMs) - Math.max(startMs, span.startMs);
			if (commonMs > 0) {
				add(overlaps, speaker, span.name, commonMs);
			}
		}
	}
	return overlaps;
}

function add(
	overlaps: Map<SafeText, Overlaps>,
	label: SafeText,
	name: SafeText,
	commonMs: number,
): void {
	const ofLabel = overlaps.get(label) ?? new Map<SafeText, number>();
	ofLabel.set(name, (ofLabel.get(name) ?? 0) + commonMs);
	overlaps.set(label, ofLabel);
}

type Spoken = {
	readonly name: SafeText | undefined;
	readonly startMs: number;
	readonly endMs: number;
};

/** Milliseconds by name. */
function totals(spans: readonly Spoken[]): ReadonlyMap<SafeText, number> {
	const sums = new Map<SafeText, number>();
	for (const {name, startMs, endMs} of spans) {
		if (name !== undefined) {
			sums.set(name, (sums.get(name) ?? 0) + Math.max(0, endMs - startMs));
		}
	}
	return sums;
}

/** The spans of all names as one, without the time that they share counted twice. */
function anybody(spans: readonly NamedSpan[]): readonly NamedSpan[] {
	const merged: NamedSpan[] = [];
	const name = safeText('');
	for (const {startMs, endMs} of [...spans].sort((a, b) => a.startMs - b.startMs)) {
		const last = merged.at(-1);
		if (last !== undefined && startMs <= last.endMs) {
			merged[merged.length - 1] = {...last, endMs: Math.max(last.endMs, endMs)};
		} else {
			merged.push({name, startMs, endMs});
		}
	}
	return merged;
}

/** The name whose times are most like the label's: one that is always heard is like nobody's. */
function bestName(
	overlaps: Overlaps,
	likeness: (name: SafeText, commonMs: number) => number,
	namedMs: number,
): Pick<NameProposal, 'name' | 'agreement'> | undefined {
	const [best] = [...overlaps].sort((a, b) => likeness(...b) - likeness(...a));
	if (best === undefined) {
		return undefined;
	}
	const [name, commonMs] = best;
	const agreement = commonMs / namedMs;
	return agreement >= lowestAgreement && commonMs >= shortestOverlapMs
		? {name, agreement}
		: undefined;
}
