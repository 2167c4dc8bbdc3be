/**
 * Runs work that reports by callback as a generator: yields a report whenever the consumer is ready
 * for one, the newest, and at most one every `intervalMs`; returns what the work resolves to.
 */
export async function* whileReporting<Report, Value>(
	work: (report: (value: Report) => void) => Promise<Value>,
	intervalMs = 100,
): AsyncGenerator<Report, Value, void> {
	let newest: {readonly report: Report} | undefined;
	let lastReportAt = Number.NEGATIVE_INFINITY;
	let wake = Promise.withResolvers<void>();
	const outcome = work(report => {
		if (performance.now() - lastReportAt >= intervalMs) {
			lastReportAt = performance.now();
			newest = {report};
			wake.resolve();
		}
	}).then(
		value => ({value}),
		(error: unknown) => ({error}),
	);
	for (;;) {
		const settled = await Promise.race([outcome, wake.promise]);
		// Made anew before the report is taken, so that one arriving meanwhile is not slept through.
		wake = Promise.withResolvers<void>();
		if (newest !== undefined) {
			const {report} = newest;
			newest = undefined;
			yield report;
		}

		if (settled === undefined) {
			continue;
		}

		if ('error' in settled) {
			throw settled.error;
		}

		return settled.value;
	}
}
