import {expect, test} from 'vitest';
import {estimateCost, priceList} from '../../source/assemblyai/prices.ts';

const hour = 3600;

test.each([
	[['universal-2'], false, 0.15, false],
	[['universal-3-5-pro', 'universal-2'], true, 0.23, false],
	[['assemblyai-stt-3-7', 'universal-2'], true, 0.23, true],
	[[], false, 0.21, true],
])('an hour with %o, speakers %s, is %f $', (models, speakerLabels, usd, isAssumed) => {
	const estimate = estimateCost({audioSeconds: hour, models, speakerLabels});
	expect(estimate.usd).toBeCloseTo(usd, 10);
	expect(estimate.isAssumed).toBe(isAssumed);
});

test('seconds are charged as seconds', () => {
	const {usd} = estimateCost({audioSeconds: 90, models: ['universal-2'], speakerLabels: false});
	expect(usd).toBeCloseTo(0.00375, 10);
});

test('an unknown price is taken to be the dearest known one', () => {
	expect(priceList.assumedModel).toBe(Math.max(...priceList.models.values()));
});
