export type Subscribe = (listener: () => void) => () => void;

/**
 * Passes news on at once, and what comes within so many milliseconds after that in one piece at their
 * end: a thousand jobs change hundreds of times a second, and each time the whole screen would be drawn.
 */
export function calmSubscription(subscribe: Subscribe, intervalMs: number): Subscribe {
	return listener => {
		let pause: NodeJS.Timeout | undefined;
		let isOwed = false;

		function tell(): void {
			if (pause !== undefined) {
				isOwed = true;
				return;
			}

			pause = setTimeout(() => {
				pause = undefined;
				if (isOwed) {
					isOwed = false;
					tell();
				}
			}, intervalMs);
			listener();
		}

		const unsubscribe = subscribe(tell);
		return () => {
			unsubscribe();
			clearTimeout(pause);
		};
	};
}
