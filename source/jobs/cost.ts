import {
	type CostEstimate,
	type ExtraName,
	estimateCost,
	type PriceList,
	priceList,
} from '../assemblyai/prices.ts';
import type {NewJob, TranscriptionRequest} from '../library/records.ts';

/** What a request will cost: always an estimate. `audioSeconds`: of the whole recording. */
export function estimateRequestCost(
	request: TranscriptionRequest,
	audioSeconds: number,
	prices: PriceList,
): CostEstimate {
	const estimate = estimateCost(
		{
			audioSeconds: wantedSeconds(request, audioSeconds),
			models: request.speechModels,
			extras: listExtras(request),
		},
		prices,
	);
	// Nobody has published what an outline costs: it is charged by the length of its text.
	return {...estimate, isAssumed: estimate.isAssumed || request.outline === true};
}

function wantedSeconds(
	{audioStartFromMs = 0, audioEndAtMs}: TranscriptionRequest,
	audioSeconds: number,
): number {
	const endSeconds = Math.min(audioSeconds, (audioEndAtMs ?? Number.POSITIVE_INFINITY) / 1000);
	return Math.max(0, endSeconds - audioStartFromMs / 1000);
}

export type BatchEstimate = CostEstimate & {
	/** Of what is to be transcribed. */
	readonly audioSeconds: number;
};

/** What jobs will cost together, by the length that Zoom says the meetings have. */
export function estimateBatch(
	jobs: readonly Pick<NewJob, 'meeting' | 'request'>[],
	prices: PriceList,
): BatchEstimate {
	let [usd, audioSeconds, isAssumed] = [0, 0, false];
	for (const {meeting, request} of jobs) {
		const seconds = meeting.durationMinutes * 60;
		const estimate = estimateRequestCost(request, seconds, prices);
		usd += estimate.usd;
		isAssumed ||= estimate.isAssumed;
		audioSeconds += wantedSeconds(request, seconds);
	}

	return {usd, isAssumed, audioSeconds};
}

/** What it will cost to find out afterwards who the speakers are. */
export function estimateIdentification(audioSeconds: number, prices: PriceList): CostEstimate {
	return {usd: (audioSeconds / 3600) * prices.extras.speakerIdentification, isAssumed: false};
}

/** `about $0.48 (prices of 2026-10)` */
export function showCost({usd, isAssumed}: CostEstimate): string {
	const basis = isAssumed ? 'price assumed' : `prices of ${priceList.asOf}`;
	return `about $${usd.toFixed(2)} (${basis})`;
}

/** What is charged on top, by the parameter of AssemblyAI's that asks for it. */
const extraOf: Readonly<Record<string, ExtraName>> = {
	auto_highlights: 'keyPhrases',
	content_safety: 'contentModeration',
	domain: 'medicalMode',
	entity_detection: 'entityDetection',
	filter_profanity: 'profanityFilter',
	iab_categories: 'topicDetection',
	keyterms_prompt: 'keyterms',
	prompt: 'prompt',
	redact_pii: 'piiRedaction',
	redact_pii_audio: 'piiAudioRedaction',
	sentiment_analysis: 'sentimentAnalysis',
	speaker_identification: 'speakerIdentification',
	speaker_labels: 'speakerLabels',
};

function listExtras({
	speakerLabels,
	keyterms = [],
	redactPii = [],
	knownSpeakers = [],
	extra = {},
}: TranscriptionRequest): readonly ExtraName[] {
	const asked: Readonly<Record<string, unknown>> = {
		speaker_labels: speakerLabels,
		keyterms_prompt: keyterms.length > 0,
		redact_pii: redactPii.length > 0,
		speaker_identification: knownSpeakers.length > 0,
		...extra,
	};
	return Object.entries(asked).flatMap(([name, value]) => {
		const extraName = Object.hasOwn(extraOf, name) ? extraOf[name] : undefined;
		const isAsked = value !== false && value !== null && value !== '';
		return extraName !== undefined && isAsked ? [extraName] : [];
	});
}
