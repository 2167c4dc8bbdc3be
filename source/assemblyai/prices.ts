/**
 * What AssemblyAI charges, in US dollars for an hour of audio, pro rata by the second. Failed
 * transcriptions cost nothing.
 */
export const priceList = {
	/** When these prices were looked up. */
	asOf: '2026-10',
	models: new Map([
		['universal-3-5-pro', 0.21],
		['universal-3-pro', 0.21],
		['universal-2', 0.15],
	]),
	/** For a model whose price is not known: the dearest of the known ones. */
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
} as const;

export type CostEstimate = {
	readonly usd: number;
	/** Whether the model's price is not known and was assumed. */
	readonly isAssumed: boolean;
};

/** What a transcription will cost: always an estimate, as the model that does the work may be another one. */
export function estimateCost(recording: {
	readonly audioSeconds: number;
	/** In order of priority; empty where the choice is AssemblyAI's. */
	readonly models: readonly string[];
	readonly speakerLabels: boolean;
}): CostEstimate {
	const {audioSeconds, models, speakerLabels} = recording;
	const known = priceList.models.get(models[0] ?? '');
	const perHour =
		(known ?? priceList.assumedModel) + (speakerLabels ? priceList.extras.speakerLabels : 0);
	return {usd: (audioSeconds / 3600) * perHour, isAssumed: known === undefined};
}
