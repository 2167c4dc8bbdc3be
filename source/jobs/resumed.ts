export type Resumed = {
	/** Unfinished jobs that go on here. */
	readonly goingOn: number;
	/** Unfinished jobs that another Recscribe is at work on. */
	readonly elsewhere: number;
};

/** What is said of it; nothing when there was nothing unfinished. */
export function describeResumed({goingOn, elsewhere}: Resumed): readonly string[] {
	const sentences: string[] = [];
	if (goingOn > 0) {
		sentences.push(
			goingOn === 1
				? 'An unfinished transcription goes on.'
				: `${goingOn} unfinished transcriptions go on.`,
		);
	}

	if (elsewhere > 0) {
		sentences.push(
			elsewhere === 1
				? 'Another Recscribe is at work on a transcription.'
				: `Another Recscribe is at work on ${elsewhere} transcriptions.`,
		);
	}

	return sentences;
}
