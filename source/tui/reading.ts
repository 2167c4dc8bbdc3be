import type {TranscriptLayout} from '../transcripts/layout.ts';
import {comparePlaces, type ReadingPlace} from '../transcripts/reading-place.ts';
import type {Transcript} from '../transcripts/transcript.ts';

/** A step through a transcript, as a key asks for it. */
export type ReadingStep =
	| {readonly type: 'rows'; readonly by: number}
	| {readonly type: 'turns'; readonly by: 1 | -1}
	/** To the next or the previous turn of whoever speaks at the top. */
	| {readonly type: 'speaker'; readonly by: 1 | -1}
	| {readonly type: 'time'; readonly byMs: number}
	| {readonly type: 'time at'; readonly timeMs: number};

export type ReadingContext = {
	readonly transcript: Transcript;
	readonly layout: TranscriptLayout;
	/** Rows of the pane. */
	readonly height: number;
};

/** The top place after a step; never past the place at which the last row is in view. */
export function stepThrough(
	{transcript, layout, height}: ReadingContext,
	place: ReadingPlace,
	step: ReadingStep,
): ReadingPlace {
	const current = layout.clamp(place, height);
	return layout.clamp(takeStep({transcript, layout, height}, current, step), height);
}

function takeStep(
	{transcript, layout}: ReadingContext,
	place: ReadingPlace,
	step: ReadingStep,
): ReadingPlace {
	switch (step.type) {
		case 'rows':
			return layout.move(place, step.by);
		case 'turns':
			return layout.placeOfTurn(nextTurn(place, step.by));
		case 'speaker':
			return layout.placeOfTurn(nextTurnOfSpeaker(transcript, place, step.by));
		case 'time':
			return layout.placeAtTime(Math.max(0, layout.timeAt(place) + step.byMs));
		case 'time at':
			return layout.placeAtTime(step.timeMs);
	}
}

/** Going back from the middle of a turn leads to its own beginning first. */
function nextTurn({kind, turn}: ReadingPlace, by: 1 | -1): number {
	return by === -1 && kind !== 'speaker' ? turn : turn + by;
}

function nextTurnOfSpeaker({turns}: Transcript, {turn: current}: ReadingPlace, by: 1 | -1): number {
	const speaker = turns[current]?.speaker;
	for (let turn = current + by; turn >= 0 && turn < turns.length; turn += by) {
		// A turn that goes on where the same speaker's last one ended is no new place.
		if (turns[turn]?.speaker === speaker && turns[turn - 1]?.speaker !== speaker) {
			return turn;
		}
	}

	return current;
}

/**
 * The top place from which `target` can be read: the present one if it is in view already, else one
 * that puts it a third of the way down.
 */
export function bringIntoView(
	{layout, height}: Pick<ReadingContext, 'layout' | 'height'>,
	place: ReadingPlace,
	target: ReadingPlace,
): ReadingPlace {
	const bottom = layout.move(place, height);
	const isInView = comparePlaces(target, place) >= 0 && comparePlaces(target, bottom) < 0;
	return isInView ? place : layout.clamp(layout.move(target, -Math.floor(height / 3)), height);
}
