import type {PastTime} from '../library/job-engine.ts';

/** How long AssemblyAI is likely to take for a recording, in milliseconds from the submission. */
export type ProcessingTime = {
	/** One of ten is done before. */
	readonly earlyMs: number;
	/** Half of them are. */
	readonly likelyMs: number;
	/** Nine of ten are. */
	readonly lateMs: number;
	/** Whether enough past transcriptions say so, or it is only assumed. */
	readonly basis: 'past' | 'assumed';
};

// What AssemblyAI has published (1 h in 35 s, 3 h in 133 s, 8 h in 300 s) is far from what others saw,
// so that the assumption has to be a wide one.
const assumed = {baseMs: 12_000, perSecondMs: 9, early: 0.35, likely: 1, late: 3};
/** From so many on, the past says more than the assumption. */
const enough = 5;

/** Learns from the person's own transcriptions; `scale` is what the assumption is multiplied with. */
export function createProcessingTimes(
	past: readonly PastTime[],
	scale = 1,
): (audioSeconds: number) => ProcessingTime {
	const usual = (seconds: number) => scale * (assumed.baseMs + assumed.perSecondMs * seconds);
	const ratios = past
		.map(({audioSeconds, processingMs}) => processingMs / usual(audioSeconds))
		.sort((a, b) => a - b);
	const isKnown = ratios.length >= enough;
	const at = (part: number, otherwise: number) =>
		isKnown ? (ratios[Math.round(part * (ratios.length - 1))] ?? otherwise) : otherwise;
	const [early, likely, late] = [
		at(0.1, assumed.early),
		at(0.5, assumed.likely),
		at(0.9, assumed.late),
	];
	return audioSeconds => {
		const usualMs = usual(audioSeconds);
		return {
			earlyMs: usualMs * early,
			likelyMs: usualMs * likely,
			lateMs: usualMs * late,
			basis: isKnown ? 'past' : 'assumed',
		};
	};
}

/**
 * Milliseconds until it is worth asking again: once soon, for what fails at once; then close together
 * where the end is likely, and ever wider apart when it is late. Without a past to learn from it is
 * asked steadily.
 */
export function nextDelayMs(elapsedMs: number, time: ProcessingTime, scale = 1): number {
	const elapsed = elapsedMs / scale;
	const [early, late] = [(0.9 * time.earlyMs) / scale, (1.2 * time.lateMs) / scale];
	return (
		scale *
		(elapsed > late ? delayWhenLate(elapsed, late) : delayInTime(elapsed, early, late, time))
	);
}

const soonMs = 2000;

function delayInTime(
	elapsed: number,
	early: number,
	late: number,
	{basis}: ProcessingTime,
): number {
	if (basis === 'assumed') {
		return elapsed < 5000 ? 1000 : 3000;
	}

	if (elapsed >= early) {
		return Math.min(3000, Math.max(1000, (late - early) / 40));
	}

	return elapsed < soonMs
		? Math.min(soonMs, Math.max(500, early - elapsed))
		: Math.min(early - elapsed, 30_000);
}

function delayWhenLate(elapsed: number, late: number): number {
	return Math.min(15_000, 3000 + (elapsed - late) / 20);
}
