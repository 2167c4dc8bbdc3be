import type {SafeText} from '../safe-text.ts';

/** What a recording was about, made by a machine: of AssemblyAI's speech understanding, or Zoom's AI. */
export type Outline = {
	/** In a few sentences; empty where nobody wrote it. */
	readonly overview: SafeText;
	readonly sections: readonly OutlineSection[];
	readonly steps: readonly OutlineStep[];
};

export type OutlineSection = {
	readonly headline: SafeText;
	readonly text: SafeText;
	/** Milliseconds from the start of the recording; undefined where it is not known. */
	readonly startMs: number | undefined;
};

/** Something to be done, or that was decided. */
export type OutlineStep = {
	readonly text: SafeText;
	readonly timeMs: number | undefined;
};

/** The outlines of recordings that belong together, each moved to its place; undefined without any. */
export function joinOutlines(
	parts: ReadonlyArray<{readonly outline: Outline | undefined; readonly offsetMs: number}>,
): Outline | undefined {
	const known = parts.flatMap(({outline, offsetMs}) =>
		outline === undefined ? [] : [moveOutline(outline, offsetMs)],
	);
	const [first, ...others] = known;
	return first === undefined || others.length === 0
		? first
		: {
				overview: first.overview,
				sections: known.flatMap(({sections}) => sections),
				steps: known.flatMap(({steps}) => steps),
			};
}

function moveOutline({overview, sections, steps}: Outline, byMs: number): Outline {
	const move = (time: number | undefined) => (time === undefined ? undefined : time + byMs);
	return {
		overview,
		sections: sections.map(section => ({...section, startMs: move(section.startMs)})),
		steps: steps.map(step => ({...step, timeMs: move(step.timeMs)})),
	};
}
