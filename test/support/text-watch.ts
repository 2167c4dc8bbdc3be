/** A part that the text must hold, a pattern that it must match, or a question about it. */
export type Expected = string | RegExp | ((text: string) => boolean);

export type WaitOptions = {
	readonly timeoutMs?: number;
};

export type TextWatch = {
	/**
	 * Resolves with the text once it is as expected: now, or at one of the coming `check()`s.
	 * Rejects, showing the text, after 30 s or as asked, and when it has come to its end.
	 */
	waitFor(expected: Expected, options?: WaitOptions): Promise<string>;
	/** To be called whenever the text has changed. */
	check(): void;
	/** The text will not change any more, for the reason given. */
	end(reason: string): void;
};

type Waiter = {
	readonly expected: Expected;
	readonly resolve: (text: string) => void;
	readonly reject: (error: Error) => void;
	readonly timer: NodeJS.Timeout;
};

function isAsExpected(text: string, expected: Expected): boolean {
	if (typeof expected === 'string') {
		return text.includes(expected);
	}

	return expected instanceof RegExp ? expected.test(text) : expected(text);
}

function describe(expected: Expected): string {
	return typeof expected === 'string' ? `"${expected}"` : String(expected);
}

/** Waits for what is expected of a text that grows or changes (`name`: `screen`, …), without polling. */
export function createTextWatch(name: string, read: () => string): TextWatch {
	const waiters = new Set<Waiter>();
	let ended: string | undefined;

	function settle(waiter: Waiter): void {
		clearTimeout(waiter.timer);
		waiters.delete(waiter);
	}

	function fail(waiter: Waiter, reason: string): void {
		settle(waiter);
		const rule = `--- ${name} ---`;
		waiter.reject(
			new Error(
				`${reason}, and there is no ${describe(waiter.expected)}\n` +
					`${rule}\n${read()}\n${'-'.repeat(rule.length)}`,
			),
		);
	}

	function check(): void {
		if (waiters.size === 0) {
			return;
		}

		const text = read();
		for (const waiter of waiters) {
			if (isAsExpected(text, waiter.expected)) {
				settle(waiter);
				waiter.resolve(text);
			}
		}
	}

	return {
		check,
		waitFor(expected, {timeoutMs = 30_000} = {}) {
			return new Promise((resolve, reject) => {
				const timer = setTimeout(() => {
					fail(waiter, `${timeoutMs} ms have passed`);
				}, timeoutMs);
				const waiter: Waiter = {expected, resolve, reject, timer};
				waiters.add(waiter);
				check();
				if (ended !== undefined && waiters.has(waiter)) {
					fail(waiter, ended);
				}
			});
		},
		end(reason) {
			ended = reason;
			check();
			for (const waiter of waiters) {
				fail(waiter, reason);
			}
		},
	};
}
