import {meetingAsides, meetingFrames} from '../frames/meeting.ts';
import type {Scenario} from '../scenario.ts';

export const designReview: Scenario = {
	key: 'design-review',
	language: 'en',
	roles: 'turns',
	order: 'any',
	related: ['planning', 'check-in-launch', 'incident-review', 'budget'],
	openings: [
		`a: Hi. I'd like to do it like last time. We look at one thing after the other, first everybody says what they see, and only then what they think of it.
		b: And nobody says "just".
		a: And nobody says "just". {b}, it's your screen, I believe.
		b: One moment. Can you see the map?
		a: Yes, it's lovely. Go ahead.`,
		`b: I have put everything on one page, so we can scroll and don't have to click.
		a: Very good. Let's go from top to bottom.`,
	],
	subjects: [
		{
			name: 'the colours of the berths',
			state:
				'Free is a light blue now, taken is dark, and anything that needs somebody to act has a pattern of stripes as well as a colour.',
			detail:
				"We tested it with nine harbour masters. Two of them can't tell red from green, and they were the fastest in the test.",
			question: 'What does it look like in the sun, on the tablet?',
			answer:
				"The stripes survive and the light blue does not. In full sun everything that isn't dark is white.",
			risk: 'People have known the old colours for ten years, and for a week they will read free as taken.',
			choice: 'We show the words next to the berths for the first month, and then fade them out.',
			next: 'draw the version with the words for Wednesday',
		},
		{
			name: 'moving a ship by hand',
			state:
				'You take the ship with one finger, and the berths that are long and deep enough light up.',
			detail:
				'When you let go over a berth that is too short, it goes back to where it was, and it says why, in metres.',
			question: 'Can I move two ships in one go, so that they change places?',
			answer:
				'Not with one gesture. You put one of them aside, into a strip at the edge, and that is also what they do on paper.',
			risk: 'A tablet on a wet bridge takes a drop of water for a finger, and a drop of water has moved a tanker once already.',
			choice: 'Nothing moves before one has held it for half a second, and then it vibrates.',
			next: 'try half a second, and a third, with wet hands',
		},
		{
			name: 'the undo button',
			state:
				'Everything on the map can be undone for ten minutes, by the same person or by the one who has the watch.',
			detail:
				'The list of changes is at the right, in plain words, "Anna has moved the Skerry Queen from two to five".',
			question: 'What if the ship is already on its way to the new berth?',
			answer: "Then the button says so and asks you to use the radio. We don't undo a ship.",
			risk: 'If two people undo each other, it looks like a flickering map.',
			choice: 'After the second undo of the same ship, the map asks both of them to talk.',
			next: 'write the text for that, in a tone that does not start a fight',
		},
		{
			name: 'the tide on the map',
			state:
				'There is a slider for the time at the bottom, and the depth in every berth changes with it.',
			detail:
				'One mate played with it for ten minutes, and then he found a berth that nobody had used for the big boat because it is too shallow, except for two hours at spring tide.',
			question: "How exact is it? I'd hate to be wrong by a hand's width.",
			answer:
				'We take away thirty centimetres everywhere, and we say so. Nobody wants to find out with a keel.',
			risk: 'People will trust the picture more than the gauge, because the picture is prettier.',
			choice: 'The number from the gauge is always on the map, larger than everything else.',
			next: 'find a place for it that is not on top of a berth',
		},
		{
			name: 'the night view',
			state:
				'After sunset everything turns dark and a little red, so that the eyes stay used to the dark.',
			detail:
				'On the night boat they had put a red plastic bag over the screen, so there is a need for it.',
			question: 'Does it switch by itself?',
			answer:
				'By the sun at that place, not by the clock, and there is a large switch for those who know better.',
			risk: 'In red light, red warnings are not visible at all.',
			choice: 'At night a warning blinks slowly, and it has a thick frame.',
			next: 'test it in the room without windows',
		},
		{
			name: 'the empty page',
			state:
				'When there is no ship all day, the page shows the next one that is expected, and how long it is until then.',
			detail:
				'Before, it was just a grey rectangle. In winter people called us to ask whether the system was down.',
			question: 'Could we show something useful there? The weather?',
			answer: 'We tried. They all have a window.',
			risk: 'If we put too much on it, it stops looking like an empty day, and a missing ship does not stand out any more.',
			choice: 'One sentence, one time, and a lot of grey.',
			next: 'write the sentence in three versions',
		},
		{
			name: 'the small type',
			state:
				"On the tablet the names of the ships are eleven points now, and people hold it at arm's length.",
			detail:
				'The average age in the test was fifty-four. Seven out of nine pushed their glasses up before they touched anything.',
			question: 'What do we lose with larger type?',
			answer:
				'About a quarter of the berths in the first view. They would have to scroll in Piraeus, and nowhere else.',
			risk: 'If one can set it, everybody on the watch will set it differently, and nobody finds anything.',
			choice: 'Fourteen points everywhere, and Piraeus gets a second page.',
			next: 'measure it on the real tablet, not on my large screen',
		},
	],
	frames: meetingFrames,
	asides: meetingAsides,
	closings: [
		`a: I think this is getting really good. Thank you for showing the unfinished parts as well.
		b: They are the most useful ones to show.
		a: Same time next month?
		b: Yes. Bye, and thank you.`,
	],
};
