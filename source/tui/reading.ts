import type {TranscriptLayout} from '../transcripts/layout.ts';
import {comparePlaces, type ReadingPlace} from '../transcripts/reading-place.ts';
import type {Transcript} from '../transcripts/transcript.ts';

/** Where one is in a transcript. */
export type Reading = {
	/** The place of the first row in view. */
	readonly top: ReadingPlace;
	/** The turn that one is at: what is copied, and corrected. It is in view, at the top if it can be. */
	readonly turn: number;
};

/** A step through a transcript, as a key asks for it. */
export type ReadingStep =
	| {readonly type: 'rows'; readonly by: number}
	| {readonly type: 'turns'; readonly by: 1 | -1}
	/** To the next or the previous turn of whoever speaks where one is. */
	| {readonly type: 'speaker'; readonly by: 1 | -1}
	| {readonly type: 'time'; readonly byMs: number}
	| {readonly type: 'time at'; readonly timeMs: number};

export type ReadingContext = {
	readonly transcript: Transcript;
	readonly layout: TranscriptLayout;
	/** Rows of the pane. */
	readonly height: number;
};

/** At a place, which is at the top as far as there are rows enough behind it. */
export function readFrom(
	{layout, height}: Pick<ReadingContext, 'layout' | 'height'>,
	place: ReadingPlace,
): Reading {
	return {top: layout.clamp(place, height), turn: place.turn};
}

/** Where one is once the transcript or the screen has changed: the turn that one is at is in view. */
export function settle(
	{transcript, layout, height}: ReadingContext,
	{top, turn}: Reading,
): Reading {
	const first = layout.clamp(top, height);
	const last = layout.move(first, height - 1);
	const isInView = turn >= first.turn && turn <= last.turn;
	return {top: first, turn: isInView ? turn : firstTurnIn(transcript, first)};
}

/** At a turn, from where one is if its heading is in view there already. */
export function bringTurnIntoView(
	{layout, height}: Pick<ReadingContext, 'layout' | 'height'>,
	{top}: Reading,
	turn: number,
): Reading {
	const place = layout.placeOfTurn(turn);
	const isInView =
		comparePlaces(place, top) >= 0 && comparePlaces(place, layout.move(top, height - 1)) <= 0;
	return isInView ? {top, turn} : readFrom({layout, height}, place);
}

/** Where one is after a step, to be settled before it is shown. */
export function stepThrough(
	{transcript, layout, height}: ReadingContext,
	{top, turn}: Reading,
	step: ReadingStep,
): Reading {
	const now = settle({transcript, layout, height}, {top, turn});
	const goTo = (place: ReadingPlace) => readFrom({layout, height}, place);
	switch (step.type) {
		case 'rows': {
			const next = layout.move(now.top, step.by);
			const top = layout.clamp(next, height);
			// The end stays the end when there is room for fewer rows.
			const isEnd = step.by === Number.POSITIVE_INFINITY;
			return {top: isEnd ? next : top, turn: firstTurnIn(transcript, top)};
		}

		case 'turns':
			return goTo(layout.placeOfTurn(nextTurn(now, step.by)));
		case 'speaker':
			return goTo(layout.placeOfTurn(nextTurnOfSpeaker(transcript, turn, step.by)));
		case 'time':
			return goTo(layout.placeAtTime(Math.max(0, timeOf(layout, now) + step.byMs)));
		case 'time at':
			return goTo(layout.placeAtTime(step.timeMs));
	}
}

/** The first turn of which there is something to read from a place on. */
function firstTurnIn({turns}: Transcript, {kind, turn}: ReadingPlace): number {
	return kind === 'gap' && turn + 1 < turns.length ? turn + 1 : turn;
}

function timeOf(layout: TranscriptLayout, {top, turn}: Reading): number {
	return layout.timeAt(top.turn === turn ? top : layout.placeOfTurn(turn));
}

/** Going back from the middle of a turn leads to its own beginning first. */
function nextTurn({top, turn}: Reading, by: 1 | -1): number {
	return by === -1 && top.turn === turn && top.kind !== 'speaker' ? turn : turn + by;
}

function nextTurnOfSpeaker({turns}: Transcript, current: number, by: 1 | -1): number {
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
 * At a place that can be read: from where one is if it is in view there already, else from a place
 * that puts it a third of the way down.
 */
export function bringIntoView(
	{layout, height}: Pick<ReadingContext, 'layout' | 'height'>,
	top: ReadingPlace,
	target: ReadingPlace,
): Reading {
	const bottom = layout.move(top, height);
	const isInView = comparePlaces(target, top) >= 0 && comparePlaces(target, bottom) < 0;
	return {
		top: isInView ? top : layout.clamp(layout.move(target, -Math.floor(height / 3)), height),
		turn: target.turn,
	};
}
