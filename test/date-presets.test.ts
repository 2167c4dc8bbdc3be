import {expect, test} from 'vitest';
import {datePresets, readTypedRange} from '../source/date-presets.ts';
import {UserError} from '../source/errors.ts';

test('the ranges that people ask for, on the first of March', () => {
	const presets = datePresets(new Date(2026, 2, 1, 0, 30));
	expect(Object.fromEntries(presets.map(({label, range}) => [label, range]))).toEqual({
		'Last 30 days': {from: '2026-01-31', to: '2026-03-01'},
		'Last 7 days': {from: '2026-02-23', to: '2026-03-01'},
		'Last 90 days': {from: '2025-12-02', to: '2026-03-01'},
		'This month': {from: '2026-03-01', to: '2026-03-01'},
		'Last month': {from: '2026-02-01', to: '2026-02-28'},
		'This year': {from: '2026-01-01', to: '2026-03-01'},
		'Last year': {from: '2025-01-01', to: '2025-12-31'},
	});
});

test('what Enter takes first is the last 30 days', () => {
	expect(datePresets(new Date())[0].label).toBe('Last 30 days');
});

test.each([
	['2026-01-01 2026-03-31', {from: '2026-01-01', to: '2026-03-31'}],
	['2026-01-01 – 2026-03-01', {from: '2026-01-01', to: '2026-03-01'}],
	['2026-01-01', {from: '2026-01-01', to: '2026-01-01'}],
])('%j is read as %j', (text, range) => {
	expect(readTypedRange(text, new Date(2026, 5, 1))).toEqual(range);
});

test.each(['2026-', '', '2026-01-01 2026-01-02 2026-01-03', '2026-03-31 2026-01-01', '2026-02-30'])(
	'%j is no range of days',
	text => {
		expect(() => readTypedRange(text, new Date(2026, 5, 1))).toThrow(UserError);
	},
);
