import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	extra,
	keyterms,
	language,
	models,
	parseExtra,
	part,
	type RequestOption,
	redactPii,
	speakers,
	usualPiiPolicies,
} from '../../source/jobs/request-options.ts';
import type {TranscriptionRequest} from '../../source/library/records.ts';

const plain: TranscriptionRequest = {audio: 'stream', speechModels: [], speakerLabels: true};

const good: ReadonlyArray<readonly [RequestOption, string, object]> = [
	[language, '', {language: undefined}],
	[language, 'detect', {language: undefined}],
	[language, ' de ', {language: 'de'}],
	[language, 'pt-BR', {language: 'pt_br'}],
	[speakers, '', {speakersMin: undefined, speakersMax: undefined}],
	[speakers, 'any', {speakersMin: undefined, speakersMax: undefined}],
	[speakers, '3', {speakersMin: 3, speakersMax: 3}],
	[speakers, '2–4', {speakersMin: 2, speakersMax: 4}],
	[speakers, '2-', {speakersMin: 2, speakersMax: undefined}],
	[speakers, ' - 4', {speakersMin: undefined, speakersMax: 4}],
	[keyterms, 'Northquay,  Ada Moreau,,Northquay', {keyterms: ['Northquay', 'Ada Moreau']}],
	[keyterms, ' , ', {keyterms: undefined}],
	[part, '5:00-1:02:30', {audioStartFromMs: 300_000, audioEndAtMs: 3_750_000}],
	[part, '5m-', {audioStartFromMs: 300_000, audioEndAtMs: undefined}],
	[part, '-50m', {audioStartFromMs: undefined, audioEndAtMs: 3_000_000}],
	[part, 'all', {audioStartFromMs: undefined, audioEndAtMs: undefined}],
	[redactPii, 'none', {redactPii: undefined}],
	[redactPii, 'ALL', {redactPii: usualPiiPolicies}],
	[redactPii, 'person_name, location', {redactPii: ['person_name', 'location']}],
	[models, 'auto', {speechModels: []}],
	[models, 'universal-2, universal-3-5-pro', {speechModels: ['universal-2', 'universal-3-5-pro']}],
	[extra, '', {extra: undefined}],
	[
		extra,
		'disfluencies=true temperature=0.2 prompt=a weekly call custom_spelling=[{"from":["a b"],"to":"c"}]',
		{
			extra: {
				disfluencies: true,
				temperature: 0.2,
				prompt: 'a weekly call',
				custom_spelling: [{from: ['a b'], to: 'c'}],
			},
		},
	],
];

test.each(good)('%o understands “%s”, and what it shows of it', (option, text, changes) => {
	expect(option.parse(text)).toEqual(changes);
	const request = {...plain, ...option.parse(text)};
	expect({...request, ...option.parse(option.show(request))}).toEqual(request);
});

test.each([
	[language, 'German'],
	[language, 'de; rm'],
	[speakers, '0'],
	[speakers, '4-2'],
	[speakers, '-'],
	[speakers, '101'],
	[speakers, 'two'],
	[keyterms, 'one two three four five six seven'],
	[keyterms, Array.from({length: 1001}, (_, count) => `term ${count}`).join()],
	[part, '5:00'],
	[part, '10m-5m'],
	[part, '5m-5m'],
	[part, '-'],
	[part, '1m-2m-3m'],
	[part, '10%-50%'],
	[part, 'x-5m'],
	[redactPii, 'names and places'],
	[extra, 'disfluencies'],
	[extra, 'audio_url=https://elsewhere.example'],
	[extra, 'webhook_url=https://elsewhere.example'],
])('%o says what is wrong with “%s” and what would be right', (option, text) => {
	expect(() => option.parse(text)).toThrow(
		expect.objectContaining({code: 'usage', hint: expect.any(String)}),
	);
});

describe('whatever is typed', () => {
	const options = {language, speakers, keyterms, part, redactPii, models, extra};

	test.each(Object.entries(options))('%s takes it or says what is wrong', (_, option) => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.string({unit: 'binary'})), text => {
				try {
					const request = {...plain, ...option.parse(text)};
					expect({...plain, ...option.parse(option.show(request))}).toEqual(request);
				} catch (error) {
					expect(error).toMatchObject({code: 'usage'});
				}
			}),
		);
	});
});

test('parameters given one by one may hold anything', () => {
	expect(parseExtra(['prompt=a=b c=d', 'temperature=1'])).toEqual({
		extra: {prompt: 'a=b c=d', temperature: 1},
	});
	expect(parseExtra([])).toEqual({extra: undefined});
});
