import {expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {parseTimeline} from '../../source/transcripts/parse-timeline.ts';

function parse(...moments: readonly unknown[]) {
	return parseTimeline(JSON.stringify({timeline: moments})).map(({name, startMs, endMs}) => [
		name,
		startMs,
		endMs,
	]);
}

const ada = {username: 'Ada'};
const bo = {username: 'Bo'};

test('everybody named at a moment is heard until the next one, for a minute at most', () => {
	expect(
		parse(
			{ts: '00:00:01.500', users: [ada]},
			{ts: '00:00:04', users: [ada, bo]},
			{ts: '00:00:05.25', users: []},
			{ts: '01:02:03.004', users: [bo]},
			{ts: '01:10:00.000', users: [ada]},
		),
	).toEqual([
		['Ada', 1500, 4000],
		['Ada', 4000, 5250],
		['Bo', 4000, 5250],
		['Bo', 3_723_004, 3_783_004],
		['Ada', 4_200_000, 4_260_000],
	]);
});

test('times that go backwards end nothing before it began', () => {
	expect(parse({ts: '00:00:09', users: [ada]}, {ts: '00:00:02', users: [bo]})).toEqual([
		['Ada', 9000, 9000],
		['Bo', 2000, 62_000],
	]);
});

test('what makes no sense is left out, and the rest is read', () => {
	expect(
		parse(
			null,
			7,
			{ts: 'x00:00:01', users: [ada]},
			{ts: '00:00:01x', users: [ada]},
			{ts: '00:00:01.', users: [ada]},
			{ts: '00:01', users: [ada]},
			{users: [ada]},
			{ts: '00:00:02', users: [{}, null, {username: ''}, {username: 7}, bo]},
			{ts: '00:00:03', users: 'everybody'},
		),
	).toEqual([['Bo', 2000, 3000]]);
});

test('of more than a meeting holds, nothing is read', () => {
	const moments = (count: number) => `{"timeline":[${'0,'.repeat(count)}0]}`;
	expect(parseTimeline(moments(1_900_000))).toEqual([]);
	expect(() => parseTimeline(moments(2_000_000))).toThrow('can’t be read');
});

test.each(['', 'no JSON', '[]', '{"timeline": 7}', '['.repeat(200)])(
	'“%s” is no timeline, and it is said what to do',
	text => {
		expect(() => parseTimeline(text)).toThrow(
			expect.objectContaining({
				name: 'UserError',
				code: 'service',
				message: 'Zoom’s timeline of the meeting can’t be read.',
				hint: 'Name the speakers by hand.',
			}),
		);
		expect(() => parseTimeline(text)).toThrow(UserError);
	},
);
