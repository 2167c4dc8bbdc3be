import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseOutline} from '../../source/assemblyai/parse-outline.ts';

function answer(response: unknown): unknown {
	return {speech_understanding: {request: {}, response}};
}

test('sections and action items are read, with their times', () => {
	const outline = parseOutline(
		answer({
			summarization: {
				status: 'success',
				summary: [
					{start: 240, end: 37_100, headline: 'Wildfire\u001B[31m smoke', text: 'It spreads.'},
				],
			},
			action_items: {items: [{action_item: 'Check the air.', quote: 'check', timestamp: '9520'}]},
		}),
	);
	expect(outline).toEqual({
		overview: '',
		sections: [{headline: 'Wildfire smoke', text: 'It spreads.', startMs: 240}],
		steps: [{text: 'Check the air.', timeMs: 9520}],
	});
});

test('what makes no sense is left out, and the rest is kept', () => {
	const outline = parseOutline(
		answer({
			summarization: {summary: [7, {start: -5, text: 'Only text.'}, {headline: '', text: ''}]},
			action_items: {items: 'none'},
		}),
	);
	expect(outline).toEqual({
		overview: '',
		sections: [{headline: '', text: 'Only text.', startMs: undefined}],
		steps: [],
	});
});

test.each([
	['nothing', undefined],
	['a transcript without it', {text: 'Hello', speech_understanding: null}],
	['one that failed', answer({summarization: {status: 'error', summary: null}})],
])('%s has no outline', (_, value) => {
	expect(parseOutline(value)).toBeUndefined();
});

test('whatever comes, it is an outline or none', () => {
	const response = fc.record(
		{
			summarization: fc.anything(),
			action_items: fc.oneof(fc.anything(), fc.record({items: fc.anything()})),
		},
		{requiredKeys: []},
	);
	fc.assert(
		fc.property(fc.oneof(fc.anything(), response.map(answer)), value => {
			const outline = parseOutline(value);
			expect(outline === undefined || outline.sections.length + outline.steps.length > 0).toBe(
				true,
			);
		}),
	);
});
