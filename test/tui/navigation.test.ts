import {expect, test} from 'vitest';
import {
	currentScreen,
	type Navigation,
	navigate,
	type Screen,
} from '../../source/tui/navigation.ts';

const users: Screen = {name: 'users'};
const transcribing: Screen = {name: 'transcribing', follow: 'job'};
const transcript: Screen = {
	name: 'transcript',
	reference: {type: 'library', id: 't'},
};

test('going in and back', () => {
	const inside = navigate([users], {type: 'open', screen: transcript});
	expect(currentScreen(inside)).toBe(transcript);
	expect(navigate(inside, {type: 'back'})).toEqual([users]);
});

test('back on the first screen stays there', () => {
	expect(navigate([users], {type: 'back'})).toEqual([users]);
});

test('back from a screen that took another one’s place goes where that one would have gone', () => {
	const at: Navigation = [users, transcribing];
	const replaced = navigate(at, {type: 'replace', screen: transcript});
	expect(replaced).toEqual([users, transcript]);
	expect(navigate([users], {type: 'replace', screen: transcript})).toEqual([transcript]);
});

test('starting over forgets the way', () => {
	expect(navigate([users, transcribing], {type: 'start', screen: transcript})).toEqual([
		transcript,
	]);
});
