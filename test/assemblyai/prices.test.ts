import {expect, test} from 'vitest';
import {estimateCost, priceList, withOwnPrices} from '../../source/assemblyai/prices.ts';

const hour = 3600;

test.each([
	[['universal-2'], false, 0.15, false],
	[['universal-3-5-pro', 'universal-2'], true, 0.23, false],
	[['assemblyai-stt-3-7', 'universal-2'], true, 0.23, true],
	[[], false, 0.21, true],
])('an hour with %o, speakers %s, is %f $', (models, speakerLabels, usd, isAssumed) => {
	const extras = speakerLabels ? (['speakerLabels'] as const) : [];
	const estimate = estimateCost({audioSeconds: hour, models, extras});
	expect(estimate.usd).toBeCloseTo(usd, 10);
	expect(estimate.isAssumed).toBe(isAssumed);
});

test('seconds are charged as seconds', () => {
	const {usd} = estimateCost({audioSeconds: 90, models: ['universal-2'], extras: []});
	expect(usd).toBeCloseTo(0.00375, 10);
});

test('a person’s own prices go before the list’s, for models and for extras', () => {
	const prices = withOwnPrices({'assemblyai-stt-3-7': 0.3, speakerLabels: 0});
	const recording = {
		audioSeconds: hour,
		models: ['assemblyai-stt-3-7'],
		extras: ['speakerLabels'],
	} as const;
	expect(estimateCost(recording, prices)).toEqual({usd: 0.3, isAssumed: false});
	expect(estimateCost(recording).usd).toBeCloseTo(0.23, 10);
});

test('an unknown price is taken to be the dearest known one', () => {
	expect(priceList.assumedModel).toBe(Math.max(...priceList.models.values()));
});
