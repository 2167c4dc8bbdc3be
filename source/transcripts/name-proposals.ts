import type {SafeText} from '../safe-text.ts';
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
	/** 0 to 1: how much of the time in which this speaker and anybody by name are heard agrees. */
	readonly agreement: number;
	/** Whether the same name is proposed for another label too: a room, or one voice taken for two. */
	readonly isShared: boolean;
};

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
	const found = [...overlapsOf(transcript, spans)].flatMap(([label, overlaps]) => {
		const best = bestName(overlaps);
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

function bestName(overlaps: Overlaps): Pick<NameProposal, 'name' | 'agreement'> | undefined {
	const [best] = [...overlaps].sort(([, a], [, b]) => b - a);
	if (best === undefined) {
		return undefined;
	}
	const [name, commonMs] = best;
	const totalMs = [...overlaps.values()].reduce((sum, ms) => sum + ms, 0);
	const agreement = commonMs / totalMs;
	return agreement >= lowestAgreement && commonMs >= shortestOverlapMs
		? {name, agreement}
		: undefined;
}
