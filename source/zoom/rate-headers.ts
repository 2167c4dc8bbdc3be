/** How heavy Zoom takes a request to be; each endpoint has one of these. */
export type RateLabel = 'light' | 'medium' | 'heavy';

export type RateHeaders = {
	readonly isPerSecond: boolean;
	readonly label: RateLabel | undefined;
	readonly limit: number | undefined;
	readonly remaining: number | undefined;
};

/** Zoom's rate headers; each of them may be missing, and often all are. */
export function readRateHeaders(headers: Headers): RateHeaders {
	const category = headers.get('x-ratelimit-category')?.toLowerCase() ?? '';
	const type = headers.get('x-ratelimit-type')?.toLowerCase() ?? 'qps';
	return {
		isPerSecond: type === 'qps',
		label: (['light', 'medium', 'heavy'] as const).find(label => category.startsWith(label)),
		limit: readNumber(headers, 'x-ratelimit-limit'),
		remaining: readNumber(headers, 'x-ratelimit-remaining'),
	};
}

function readNumber(headers: Headers, name: string): number | undefined {
	const text = headers.get(name)?.trim() ?? '';
	return /^\d+$/.test(text) ? Number(text) : undefined;
}
