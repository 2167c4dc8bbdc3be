import {expect, test} from 'vitest';
import {toDelivery} from '../../source/cli/delivery-options.ts';
import type {Writing} from '../../source/cli/shared-options.ts';

const nothing: Writing = {timestamps: true, speakerNames: true, output: '-'};

test('without a wish, everything is as the format has it', () => {
	expect(toDelivery(nothing)).toMatchObject({
		format: {name: 'text'},
		formatOptions: {timestamps: true, speakers: true, unit: 'turn', header: false},
		nameTemplate: undefined,
		overwrite: false,
	});
	expect(toDelivery({...nothing, format: 'markdown'}).formatOptions.header).toBe(true);
});

test('what is asked for goes over it', () => {
	const {formatOptions} = toDelivery({
		...nothing,
		format: 'csv',
		timestamps: false,
		speakerNames: false,
		unit: 'word',
	});
	expect(formatOptions).toMatchObject({timestamps: false, speakers: false, unit: 'word'});
	expect(toDelivery({...nothing, header: true}).formatOptions.header).toBe(true);
	expect(toDelivery({...nothing, original: true}).formatOptions.original).toBe(true);
});

test.each([
	['talk.srt', 'srt'],
	['talk.MD', 'markdown'],
	['talk', 'text'],
	['notes/', 'text'],
])('an output %s is a wish for %s', (output, format) => {
	expect(toDelivery({...nothing, output}).format.name).toBe(format);
	expect(toDelivery({...nothing, output, format: 'html'}).format.name).toBe('html');
});

test.each<readonly [Partial<Writing>, string]>([
	[{format: 'srt', unit: 'turn'}, '--unit turn makes no difference to --format srt'],
	[{format: 'json', timestamps: false}, '--no-timestamps makes no difference'],
	[{format: 'raw', speakerNames: false}, '--no-speaker-names makes no difference'],
	[{format: 'csv', header: true}, '--header makes no difference'],
	[{format: 'json', header: false}, '--no-header makes no difference'],
	[{format: 'raw', original: true}, '--original makes no difference'],
	[{format: 'html', unit: 'word'}, '--unit word makes no difference to --format html'],
	[{name: '{when}'}, 'can’t have {when} in it'],
])('%j is refused', (wishes, message) => {
	expect(() => toDelivery({...nothing, ...wishes})).toThrow(
		expect.objectContaining({code: 'usage', message: expect.stringContaining(message)}),
	);
});

test('a format that there is not for it is not taken from the file’s name either', () => {
	const writing = {...nothing, output: 'talk.raw.json'};
	expect(toDelivery(writing).format.name).toBe('raw');
	expect(toDelivery(writing, {except: ['raw']}).format.name).toBe('text');
});
