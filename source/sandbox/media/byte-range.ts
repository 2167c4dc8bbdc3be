/** What a `Range` header asks of a file; `end` is not included. */
export type ByteRange =
	| {readonly type: 'whole'}
	| {readonly type: 'part'; readonly start: number; readonly end: number}
	| {readonly type: 'unsatisfiable'};

/** Several ranges in one header, or another unit, are answered with the whole file, as servers may. */
export function readByteRange(header: string | undefined, sizeBytes: number): ByteRange {
	const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
	if (match === null || (match[1] === '' && match[2] === '')) {
		return {type: 'whole'};
	}
	const [, first, last] = match;
	if (first === '') {
		const length = Math.min(Number(last), sizeBytes);
		return length === 0
			? {type: 'unsatisfiable'}
			: {type: 'part', start: sizeBytes - length, end: sizeBytes};
	}
	const start = Number(first);
	const end = last === '' ? sizeBytes : Math.min(Number(last) + 1, sizeBytes);
	return start >= sizeBytes || end <= start ? {type: 'unsatisfiable'} : {type: 'part', start, end};
}
