/** What was measured, beside what it is compared with. */
export type Figure = {
	/** `first frame, nothing set up` */
	readonly what: string;
	readonly value: number;
	readonly peer: {readonly name: string; readonly value: number};
	/** Of both values: `ms`, `MB/s`, … */
	readonly unit: string;
	/** The ratio of value to peer that is aimed at; undefined where the figure is only for comparison. */
	readonly aim?: Aim;
};

export type Aim = {readonly atMost: number} | {readonly atLeast: number};

/** One claim that is measured: its name, and how to get its figures. */
export type Benchmark = {
	readonly name: string;
	readonly run: () => Promise<readonly Figure[]>;
};

/** The middle one; the mean of the middle two. @throws On none. */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
	if (low === undefined || high === undefined) {
		throw new Error('There is no median of nothing');
	}

	return (low + high) / 2;
}

/**
 * Measures each of several things once, then each again, and so on, so that a busy moment of the
 * machine falls on all of them; gives the median of each. A first round warms caches up and does
 * not count.
 */
export async function interleave<Name extends string>(
	rounds: number,
	measurements: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Readonly<Record<Name, number>>> {
	const results = new Map<string, number[]>();
	const named = Object.entries<() => Promise<number>>(measurements);
	for (let round = 0; round <= rounds; round++) {
		for (const [name, measure] of named) {
			const value = await measure();
			if (round > 0) {
				results.set(name, [...(results.get(name) ?? []), value]);
			}
		}
	}

	return mapValues(measurements, name => median(results.get(name) ?? []));
}

function mapValues<Name extends string, Value>(
	record: Readonly<Record<Name, unknown>>,
	map: (name: Name) => Value,
): Readonly<Record<Name, Value>> {
	// Object.keys forgets that the keys are the record's.
	const names = Object.keys(record) as Name[];
	// And Object.fromEntries that all of them are there.
	return Object.fromEntries(names.map(name => [name, map(name)])) as Record<Name, Value>;
}

export function ratioOf({value, peer}: Figure): number {
	return value / peer.value;
}

/** Whether the aim is met; undefined without one. */
export function meetsAim(figure: Figure): boolean | undefined {
	const {aim} = figure;
	if (aim === undefined) {
		return undefined;
	}

	const ratio = ratioOf(figure);
	return 'atMost' in aim ? ratio <= aim.atMost : ratio >= aim.atLeast;
}
