/** A piece of a text that is found again in another one. */
export type TokenMatch = {
	/** Code units of the first text. */
	readonly start: number;
	readonly end: number;
	/** How many code units further on it stands in the second. */
	readonly shift: number;
};

type Token = {readonly start: number; readonly end: number; readonly text: string};

const segmenter = new Intl.Segmenter(undefined, {granularity: 'word'});

// A turn has about a hundred words. Between longer texts only what is the same at both ends is found:
// everything else would take seconds.
const mostComparisons = 4_000_000;

/** The words and punctuation marks that two texts share, in order: the most that there are. */
export function matchTokens(before: string, after: string): readonly TokenMatch[] {
	const [first, second] = [cut(before), cut(after)];
	const most = Math.min(first.length, second.length);
	let head = 0;
	while (head < most && first[head]?.text === second[head]?.text) {
		head++;
	}
	let tail = 0;
	while (tail < most - head && first.at(-1 - tail)?.text === second.at(-1 - tail)?.text) {
		tail++;
	}
	return [
		...pair(first.slice(0, head), second),
		...longestCommon(
			first.slice(head, first.length - tail),
			second.slice(head, second.length - tail),
		),
		...pair(first.slice(first.length - tail), second.slice(second.length - tail)),
	];
}

function cut(text: string): readonly Token[] {
	return Array.from(segmenter.segment(text), ({segment, index}) => ({
		start: index,
		end: index + segment.length,
		text: segment,
	})).filter(token => token.text.trim() !== '');
}

function pair(first: readonly Token[], second: readonly Token[]): readonly TokenMatch[] {
	return first.flatMap(({start, end}, index) => {
		const other = second[index];
		return other === undefined ? [] : [{start, end, shift: other.start - start}];
	});
}

/** The longest common subsequence, by the table of the lengths of those of all pairs of endings. */
function longestCommon(first: readonly Token[], second: readonly Token[]): readonly TokenMatch[] {
	const columns = second.length + 1;
	if (first.length * second.length > mostComparisons) {
		return [];
	}
	const lengths = new Uint32Array((first.length + 1) * columns);
	const lengthAt = (row: number, column: number) => lengths[row * columns + column] ?? 0;
	for (let row = first.length - 1; row >= 0; row--) {
		for (let column = second.length - 1; column >= 0; column--) {
			lengths[row * columns + column] =
				first[row]?.text === second[column]?.text
					? lengthAt(row + 1, column + 1) + 1
					: Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
		}
	}
	const matches: TokenMatch[] = [];
	let [row, column] = [0, 0];
	while (row < first.length && column < second.length) {
		const [one, other] = [first[row], second[column]];
		if (one !== undefined && other !== undefined && one.text === other.text) {
			matches.push({start: one.start, end: one.end, shift: other.start - one.start});
			row++;
			column++;
		} else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) {
			row++;
		} else {
			column++;
		}
	}
	return matches;
}
