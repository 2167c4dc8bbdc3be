import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	extra,
	keyterms,
	knownSpeakers,
	language,
	models,
	parseExtra,
	part,
	type RequestOption,
	redactPii,
	speakers,
	toKnownSpeakers,
	usualPiiPolicies,
} from '../../source/jobs/request-options.ts';
import type {TranscriptionRequest} from '../../source/library/records.ts';

const plain: TranscriptionRequest = {audio: 'stream', speechModels: [], speakerLabels: true};

const good: ReadonlyArray<readonly [RequestOption, string, object]> = [
	[language, '', {language: undefined}],
	[language, 'detect', {language: undefined}],
	[language, ' DETECT ', {language: undefined}],
	[language, ' de ', {language: 'de'}],
	[language, 'pt-BR', {language: 'pt_br'}],
	[speakers, '', {speakersMin: undefined, speakersMax: undefined}],
	[speakers, 'any', {speakersMin: undefined, speakersMax: undefined}],
	[speakers, '3', {speakersMin: 3, speakersMax: 3}],
	[speakers, '100', {speakersMin: 100, speakersMax: 100}],
	[speakers, '2 - 12', {speakersMin: 2, speakersMax: 12}],
	[speakers, '2–4', {speakersMin: 2, speakersMax: 4}],
	[speakers, '2-', {speakersMin: 2, speakersMax: undefined}],
	[speakers, ' - 4', {speakersMin: undefined, speakersMax: 4}],
	[keyterms, 'Northquay,  Ada Moreau,,Northquay', {keyterms: ['Northquay', 'Ada Moreau']}],
	[keyterms, ' , ', {keyterms: undefined}],
	[keyterms, 'one  two three four five six', {keyterms: ['one  two three four five six']}],
	[knownSpeakers, '', {knownSpeakers: undefined}],
	[knownSpeakers, 'Ada Moreau, Noah', {knownSpeakers: ['Ada Moreau', 'Noah']}],
	[knownSpeakers, 'x'.repeat(35), {knownSpeakers: ['x'.repeat(35)]}],
	[part, '5:00-1:02:30', {audioStartFromMs: 300_000, audioEndAtMs: 3_750_000}],
	[part, '5m-', {audioStartFromMs: 300_000, audioEndAtMs: undefined}],
	[part, '-50m', {audioStartFromMs: undefined, audioEndAtMs: 3_000_000}],
	[part, ' 5m - 10m ', {audioStartFromMs: 300_000, audioEndAtMs: 600_000}],
	[part, 'all', {audioStartFromMs: undefined, audioEndAtMs: undefined}],
	[redactPii, 'none', {redactPii: undefined}],
	[redactPii, ' , ', {redactPii: undefined}],
	[redactPii, ' ALL ', {redactPii: usualPiiPolicies}],
	[redactPii, 'person_name, location', {redactPii: ['person_name', 'location']}],
	[models, 'auto', {speechModels: []}],
	[models, 'universal-2, universal-3-5-pro', {speechModels: ['universal-2', 'universal-3-5-pro']}],
	[extra, ' ', {extra: undefined}],
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
	// What is undefined takes a default away; what is not there leaves it.
	expect(option.parse(text)).toStrictEqual(changes);
	const request = {...plain, ...option.parse(text)};
	expect({...request, ...option.parse(option.show(request))}).toEqual(request);
});

test('as many keyterms as AssemblyAI takes', () => {
	const terms = Array.from({length: 1000}, (_, count) => `term ${count}`);
	expect(keyterms.parse(terms.join('\n'))).toEqual({keyterms: terms});
});

test('names are made fit for AssemblyAI: not too long, none twice, none empty', () => {
	const long = `${'x'.repeat(34)} yz`;
	expect(toKnownSpeakers(['Ada', ' Ada', '', ' ', long, `${long}!`])).toEqual([
		'Ada',
		'x'.repeat(34),
	]);
});

test('what is shown of a request is as short as what was typed', () => {
	expect(redactPii.show({...plain, redactPii: usualPiiPolicies})).toBe('all');
	expect(models.show(plain)).toBe('auto');
	expect(knownSpeakers.show(plain)).toBe('');
	expect(knownSpeakers.show({...plain, knownSpeakers: ['Ada', 'Noah']})).toBe('Ada, Noah');
});

test.each([
	[language, 'German'],
	[language, 'de; rm'],
	[knownSpeakers, 'x'.repeat(36)],
	[speakers, '0'],
	[speakers, 'about 3'],
	[speakers, '3 or so'],
	[part, '1h-'.repeat(2)],
	[extra, '9 disfluencies=true'],
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
	const isMessage = expect.stringMatching(/^(?:“.+” (?:is|has) |\d+ |\w+ can’t be ).+/s);
	expect(() => option.parse(` ${text} `)).toThrow(
		expect.objectContaining({
			code: 'usage',
			message: isMessage,
			hint: expect.stringMatching(/^[A-Z].*\.$/),
		}),
	);
	expect(() => option.parse(` ${text} `)).not.toThrow('“ ');
});

describe('whatever is typed', () => {
	const options = {language, speakers, keyterms, knownSpeakers, part, redactPii, models, extra};

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
