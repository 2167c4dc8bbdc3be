import {estimateCost, priceList} from '../assemblyai/prices.ts';
import type {TranscriptionRequest} from '../library/records.ts';

/** What a request will cost, in US dollars: always an estimate. `audioSeconds`: of the whole recording. */
export function estimateRequestCost(request: TranscriptionRequest, audioSeconds: number): number {
	const {audioStartFromMs = 0, audioEndAtMs, keyterms = [], redactPii = []} = request;
	const endSeconds = Math.min(audioSeconds, (audioEndAtMs ?? Number.POSITIVE_INFINITY) / 1000);
	const seconds = Math.max(0, endSeconds - audioStartFromMs / 1000);
	const {usd} = estimateCost({
		audioSeconds: seconds,
		models: request.speechModels,
		speakerLabels: request.speakerLabels,
	});
	const {extras} = priceList;
	const extraPerHour =
		(keyterms.length > 0 ? extras.keyterms : 0) + (redactPii.length > 0 ? extras.piiRedaction : 0);
	return usd + (seconds / 3600) * extraPerHour;
}
