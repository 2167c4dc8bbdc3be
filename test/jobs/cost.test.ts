import {expect, test} from 'vitest';
import {priceList} from '../../source/assemblyai/prices.ts';
import {
	estimateBatch,
	estimateIdentification,
	estimateRequestCost,
} from '../../source/jobs/cost.ts';
import type {TranscriptionRequest} from '../../source/library/records.ts';
import {safeText} from '../../source/safe-text.ts';

const hour = 3600;
const request: TranscriptionRequest = {
	audio: 'stream',
	speechModels: ['universal-2'],
	speakerLabels: false,
};

const meeting = (durationMinutes: number) => ({
	uuid: 'uuid',
	number: '1',
	topic: safeText('Planning'),
	start: '2026-11-24T10:00:00Z',
	durationMinutes,
});

test.each([
	['alone', {}, 0.15],
	['with speakers', {speakerLabels: true}, 0.17],
	['with keyterms', {keyterms: ['Northquay']}, 0.2],
	['with an empty list of them', {keyterms: []}, 0.15],
	['without names', {redactPii: ['person_name']}, 0.23],
	['with more of AssemblyAI’s', {extra: {entity_detection: true, sentiment_analysis: true}}, 0.25],
	['with what is turned off', {extra: {entity_detection: false, disfluencies: true}}, 0.15],
	['from the middle on', {audioStartFromMs: 1_800_000}, 0.075],
	['a quarter', {audioStartFromMs: 900_000, audioEndAtMs: 1_800_000}, 0.0375],
	['after its end', {audioStartFromMs: 4_000_000}, 0],
])('an hour %s', (_, changes, usd) => {
	expect(estimateRequestCost({...request, ...changes}, hour, priceList).usd).toBeCloseTo(usd, 10);
});

const {extras} = priceList;

test.each<[parameter: string, usd: number]>([
	['auto_highlights', extras.keyPhrases],
	['content_safety', extras.contentModeration],
	['domain', extras.medicalMode],
	['entity_detection', extras.entityDetection],
	['filter_profanity', extras.profanityFilter],
	['iab_categories', extras.topicDetection],
	['prompt', extras.prompt],
	['redact_pii_audio', extras.piiAudioRedaction],
	['sentiment_analysis', extras.sentimentAnalysis],
])('%s costs what the price list says of it, and nothing when it is not asked for', (name, usd) => {
	const cost = (value: string | boolean | null) =>
		estimateRequestCost({...request, extra: {[name]: value}}, hour, priceList).usd;
	expect(cost(true)).toBeCloseTo(0.15 + usd, 10);
	expect(cost('some')).toBeCloseTo(0.15 + usd, 10);
	for (const nothing of [false, null, '']) {
		expect(cost(nothing)).toBeCloseTo(0.15, 10);
	}
});

test('known speakers cost their identification, also afterwards', () => {
	const known = {...request, knownSpeakers: [safeText('Ada Moreau')]};
	expect(estimateRequestCost(known, hour, priceList).usd).toBeCloseTo(
		0.15 + extras.speakerIdentification,
		10,
	);
	expect(estimateIdentification(2 * hour, priceList)).toEqual({
		usd: 2 * extras.speakerIdentification,
		isAssumed: false,
	});
});

test('nobody has published what an outline costs', () => {
	const assumed = (outline: boolean) =>
		estimateRequestCost({...request, outline}, hour, priceList).isAssumed;
	expect([true, false].map(assumed)).toEqual([true, false]);
});

test('a batch costs what its jobs do, and is assumed if any of them is', () => {
	const known = {meeting: meeting(60), request};
	const assumed = {meeting: meeting(30), request: {...request, speechModels: ['brand-new']}};
	expect(estimateBatch([known, known], priceList)).toEqual({
		usd: 0.3,
		isAssumed: false,
		audioSeconds: 2 * hour,
	});
	expect(estimateBatch([known, assumed], priceList)).toEqual({
		usd: expect.closeTo(0.255, 10),
		isAssumed: true,
		audioSeconds: 1.5 * hour,
	});
	expect(estimateBatch([], priceList)).toEqual({usd: 0, isAssumed: false, audioSeconds: 0});
});
