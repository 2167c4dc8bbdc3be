import {expect, test} from 'vitest';
import {safeText} from '../../source/safe-text.ts';
import {joinOutlines, type Outline} from '../../source/transcripts/outline.ts';

function outline(headline: string, startMs: number): Outline {
	return {
		overview: safeText(''),
		sections: [{headline: safeText(headline), text: safeText('text'), startMs}],
		steps: [{text: safeText(`${headline} to do`), timeMs: undefined}],
	};
}

test('outlines of parts become one, each at its place', () => {
	const joined = joinOutlines([
		{outline: outline('one', 10), offsetMs: 0},
		{outline: undefined, offsetMs: 500},
		{outline: outline('two', 20), offsetMs: 1000},
	]);
	expect(joined?.sections.map(({headline, startMs}) => [headline, startMs])).toEqual([
		['one', 10],
		['two', 1020],
	]);
	expect(joined?.steps.map(({text}) => text)).toEqual(['one to do', 'two to do']);
});

test('one alone is moved, and none is none', () => {
	expect(joinOutlines([{outline: outline('one', 10), offsetMs: 5}])?.sections[0]?.startMs).toBe(15);
	expect(joinOutlines([{outline: undefined, offsetMs: 5}])).toBeUndefined();
});
