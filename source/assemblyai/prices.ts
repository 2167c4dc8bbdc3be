/** US dollars for an hour of audio. */
export type PriceList = {
	/** When these prices were looked up. */
	readonly asOf: string;
	readonly models: ReadonlyMap<string, number>;
	/** For a model whose price is not known: the dearest of the known ones. */
	readonly assumedModel: number;
	readonly extras: Readonly<Record<ExtraName, number>>;
};

export type ExtraName =
	| 'speakerLabels'
	| 'keyterms'
	| 'prompt'
	| 'medicalMode'
	| 'speakerIdentification'
	| 'translation'
	| 'customFormatting'
	| 'entityDetection'
	| 'sentimentAnalysis'
	| 'keyPhrases'
	| 'topicDetection'
	| 'piiRedaction'
	| 'piiAudioRedaction'
	| 'contentModeration'
	| 'profanityFilter';

/** What AssemblyAI charges, pro rata by the second. Failed transcriptions cost nothing. */
export const priceList: PriceList = {
	asOf: '2026-10',
	models: new Map([
		['universal-3-5-pro', 0.21],
		['universal-3-pro', 0.21],
		['universal-2', 0.15],
	]),
	assumedModel: 0.21,
	extras: {
		speakerLabels: 0.02,
		keyterms: 0.05,
		prompt: 0.05,
		medicalMode: 0.15,
		speakerIdentification: 0.02,
		translation: 0.06,
		customFormatting: 0.03,
		entityDetection: 0.08,
		sentimentAnalysis: 0.02,
		keyPhrases: 0.01,
		topicDetection: 0.15,
		piiRedaction: 0.08,
		piiAudioRedaction: 0.05,
		contentModeration: 0.15,
		profanityFilter: 0.01,
	},
};

/** The price list with a person's own prices, by the names of models and extras, in its place. */
export function withOwnPrices(
	own: Readonly<Record<string, number>>,
	list: PriceList = priceList,
): PriceList {
	const entries = Object.entries(own);
	const isExtra = (name: string) => Object.hasOwn(list.extras, name);
	return {
		...list,
		models: new Map([...list.models, ...entries.filter(([name]) => !isExtra(name))]),
		extras: {...list.extras, ...Object.fromEntries(entries.filter(([name]) => isExtra(name)))},
	};
}

export type CostEstimate = {
	readonly usd: number;
	/** Whether a price is not known and was assumed. */
	readonly isAssumed: boolean;
};

/** What a transcription will cost: always an estimate, as the model that does the work may be another one. */
export function estimateCost(
	recording: {
		readonly audioSeconds: number;
		/** In order of priority; empty where the choice is AssemblyAI's. */
		readonly models: readonly string[];
		readonly extras: readonly ExtraName[];
	},
	prices: PriceList = priceList,
): CostEstimate {
	const {audioSeconds, models, extras} = recording;
	const known = prices.models.get(models[0] ?? '');
	const perHour = extras.reduce(
		(sum, extra) => sum + prices.extras[extra],
		known ?? prices.assumedModel,
	);
	return {usd: (audioSeconds / 3600) * perHour, isAssumed: known === undefined};
}
