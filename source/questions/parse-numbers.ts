/**
 * The places, from 0, of the numbers in `3`, or `1 3-5, 8` where there may be many; undefined when
 * anything else is in it, or a number of nothing.
 */
export function parseNumbers(
	text: string,
	count: number,
	kind: 'one' | 'many',
): readonly number[] | undefined {
	const parts = text.split(/[\s,;]+/).filter(part => part !== '');
	const places: number[] = [];
	for (const part of parts) {
		const [, first = '', last = first] = /^(\d{1,6})(?:[-–](\d{1,6}))?$/.exec(part) ?? [];
		const [from, to] = [Number(first), Number(last)];
		if (first === '' || from < 1 || to < from || to > count) {
			return undefined;
		}

		for (let number = from; number <= to; number += 1) {
			places.push(number - 1);
		}
	}

	const isEnough = kind === 'one' ? places.length === 1 : places.length > 0;
	return isEnough ? places : undefined;
}
