const asciiEnd = 0x80;

// JIS X 4051 in short: what may not begin a row, and what may not end one.
const neverFirst = new Set(
	'、。，．・：；？！‼⁇⁈⁉゛゜´｀¨ヽヾゝゞ々〻ー’”）〕］｝〉》」』】〙〗〟｠»›…‥‐–—〜～％℃°′″' +
		'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ' +
		',.:;?!)]}%',
);
const neverLast = new Set('（〔［｛〈《「『【〘〖〝‘“«‹｟＄￥￡$¥£([{#');

// Scripts in which a row may break between any two characters. Korean is not one of them: it puts
// spaces between words and reads best when they stay whole.
const ideographic =
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303F\uFF01-\uFF60\p{Extended_Pictographic}]/u;

// Scripts that write words without spaces between them: only a dictionary knows where they end.
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const wordSegmenter = new Intl.Segmenter(undefined, {granularity: 'word'});

function isIdeographic(cluster: string): boolean {
	return (cluster.codePointAt(0) ?? 0) >= asciiEnd && ideographic.test(cluster);
}

/** Whether a row may end between two neighbouring clusters, neither of which is a space. */
function mayBreakBetween(previous: string, next: string): boolean {
	return (
		(isIdeographic(next) || isIdeographic(previous)) &&
		!neverFirst.has(next) &&
		!neverLast.has(previous)
	);
}

/**
 * Says of one cluster of a text after the other whether a row may begin with it. Spaces never begin
 * a row; what follows them always may.
 */
export function createBreakFinder(text: string): (cluster: string, start: number) => boolean {
	const wordStarts = unspacedWordStarts(text);
	let previous = '';
	return (cluster, start) => {
		const before = previous;
		previous = cluster;
		if (cluster === ' ' || before === '') {
			return false;
		}
		return before === ' ' || wordStarts.has(start) || mayBreakBetween(before, cluster);
	};
}

/** Code-unit offsets at which words begin in scripts without spaces; empty for all other text. */
function unspacedWordStarts(text: string): ReadonlySet<number> {
	const starts = new Set<number>();
	if (!unspaced.test(text)) {
		return starts;
	}
	let previousIsUnspaced = false;
	for (const {segment, index} of wordSegmenter.segment(text)) {
		const isUnspaced = unspaced.test(segment);
		if (isUnspaced && previousIsUnspaced) {
			starts.add(index);
		}
		previousIsUnspaced = isUnspaced;
	}
	return starts;
}
