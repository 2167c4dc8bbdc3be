/** What subtitle practice (the BBC's, Netflix's) agrees on. */
export const cueLimits = {
	/** Terminal cells, which count a CJK character as two. */
	lineCells: 42,
	lines: 2,
	shortestMs: 1000,
	longestMs: 7000,
	/** As fast as most people read. */
	cellsPerSecond: 20,
	/** Two cues closer to each other than this would flicker: they are joined. */
	smallestGapMs: 250,
	/** A silence so long ends a cue. */
	longestPauseMs: 1500,
	/** Less than this is not left for a cue of its own. */
	remnantCells: 16,
	/** A longer name is cut. */
	nameCells: 24,
} as const;
