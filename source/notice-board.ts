/** What a person is to be told once: what was found damaged, too open or not understood, and what was done. */
export type NoticeBoard = {
	/** A sentence that was there before is not said again. */
	readonly add: (sentences: readonly string[]) => void;
	/** What nobody has said yet, which counts as said from now on. */
	readonly take: () => readonly string[];
};

/** @param say Says each sentence as soon as it is there; without it, they wait to be taken. */
export function createNoticeBoard(say?: (sentence: string) => void): NoticeBoard {
	const known = new Set<string>();
	let waiting: readonly string[] = [];
	return {
		add(sentences) {
			const added = [...new Set(sentences)].filter(sentence => !known.has(sentence));
			for (const sentence of added) {
				known.add(sentence);
				say?.(sentence);
			}

			waiting = say === undefined ? [...waiting, ...added] : [];
		},
		take() {
			const taken = waiting;
			waiting = [];
			return taken;
		},
	};
}
