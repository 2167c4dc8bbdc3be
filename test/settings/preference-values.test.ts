import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	preferenceNames,
	readPreference,
	withPreference,
} from '../../source/settings/preference-values.ts';
import {usualPreferences} from '../../source/settings/resolve.ts';

test.each([
	['askAboveUsd', '2.5', {askAboveUsd: 2.5}],
	['notifications', 'false', {notifications: false}],
	[
		'speechModels',
		'universal-2, universal-3-5-pro',
		{speechModels: ['universal-2', 'universal-3-5-pro']},
	],
	['speechModels', '["universal-2"]', {speechModels: ['universal-2']}],
	['speechModels', 'universal-2', {speechModels: ['universal-2']}],
	['language', 'de', {language: 'de'}],
	['audio', 'direct', {audio: 'direct'}],
	['prices.universal-2', '0.12', {prices: {'universal-2': 0.12}}],
	['prices', '{"universal-2": 0.12}', {prices: {'universal-2': 0.12}}],
] as const)('%s takes %j', (name, typed, expected) => {
	expect(withPreference(undefined, name, typed)).toEqual(expected);
	expect(withPreference({outline: true}, name, typed)).toEqual({outline: true, ...expected});
});

test.each([
	['askAboveUsd', 'much'],
	['askAboveUsd', '-1'],
	['notifications', 'maybe'],
	['audio', 'carrier pigeon'],
	['prices.universal-2', 'free'],
	['apiKey', 'x'],
	['__proto__', '{}'],
	['prices.', '1'],
])('%s does not take %j', (name, typed) => {
	expect(() => withPreference(undefined, name, typed)).toThrow(
		/is no value for|There is no setting/,
	);
});

test('what is taken away is as by default, and the rest stays', () => {
	const now = {askAboveUsd: 2, prices: {a: 1, b: 2}};
	expect(withPreference(now, 'askAboveUsd', undefined)).toEqual({prices: {a: 1, b: 2}});
	expect(withPreference(now, 'prices.a', undefined)).toEqual({askAboveUsd: 2, prices: {b: 2}});
});

test('every name can be read', () => {
	for (const name of preferenceNames) {
		expect(() => readPreference(usualPreferences, name)).not.toThrow();
	}

	expect(readPreference({...usualPreferences, prices: {x: 3}}, 'prices.x')).toBe(3);
});

test('whatever is typed, it is a setting or refused', () => {
	fc.assert(
		fc.property(fc.constantFrom(...preferenceNames), fc.string(), (name, typed) => {
			try {
				expect(typeof withPreference(undefined, name, typed)).toBe('object');
			} catch (error) {
				expect(String(error)).toContain('is no value for');
			}
		}),
	);
});
