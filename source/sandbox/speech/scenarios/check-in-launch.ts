import {meetingAsides, meetingFrames} from '../frames/meeting.ts';
import type {Scenario} from '../scenario.ts';

/** The first conversation that a newcomer reads. */
export const checkInLaunch: Scenario = {
	key: 'check-in-launch',
	language: 'en',
	roles: 'turns',
	order: 'written',
	related: ['planning'],
	openings: [
		`a: Okay, it's half past, and I think the three of us are all there is today. Can you both hear me?
		b: Loud and clear.
		c: Yes, hello. Sorry if you hear hammering, they are repairing the roof across the street.
		a: I don't hear anything. So, this is the last call before the launch of mobile check-in, and I'd like us to leave it with one answer. Do we open it to everybody next week, yes or no?
		c: I'd like it to be yes.
		b: I'd like it to be yes with a footnote.
		a: Let's see how long the footnote is. Łukasz, would you start with what has happened since last time?
		b: Sure. So, since last {day} the app has been live on two routes, the short one in Oban and the night boat to Vigo. In all, a little over three thousand passengers have checked in with their phones. Of those, ninety-four percent went through the gate without anybody from the crew touching anything, which is better than the paper tickets ever were.
		a: That's a number I can put on a slide. What happened to the other six percent?
		b: About half of them are phones with a broken or very dark screen, where the gate can't read the code. The crew types in the booking number then, and it takes ten seconds. The rest is more interesting. Those are people who changed their booking on the day, and the gate still knew the old one.
		c: That's the caching bug that I fixed on {day}. The gate kept a booking for an hour. Now it keeps it for a minute, and it asks again if somebody is turned away.
		a: And are we sure that it's fixed, or do we believe that it's fixed?
		c: We've had two sailings since then with eleven changed bookings, and all eleven went through. So I'd say I believe it strongly.
		b: I was at the gate for one of them. There was a man with a van full of beehives, and he had changed his ticket three times that morning, because the bees count as livestock, or they don't, depending on whom you ask. He walked straight through.
		a: I love that we have tested it with bees.
		c: It's in the release notes.
		a: Of course it is. Priya, how do the servers look? My fear is the first warm Saturday, when everybody checks in at the same time.
		c: That was my fear too, so we replayed the busiest hour of last summer, at four times the speed. It stayed under two hundred milliseconds, except for one minute, when the report for the harbour master started and took all the connections. It has its own pool now.
		a: So the answer to "will it survive a Saturday" is yes.
		c: It will survive four Saturdays at once.
		b: My footnote is about something else. I'd like the people at the quay to be able to switch it off. Not us, them. If something looks odd at six in the morning, they shouldn't have to find one of us first.
		a: What would switching off mean? That people go back to paper?
		b: That the app says, please go to the counter, and the gate takes everything that looks like a ticket and writes it down. It's a page with one button. I have it half done, it's missing the question "are you sure".
		c: I think that's a good idea, and I think we should try it once, on purpose, on a quiet boat. A button that nobody has ever pressed isn't a button.
		a: Agreed. So that's one condition, the button, and somebody has pressed it. I'm writing this down. Let's go through the rest of the list in order, and at the end we count the conditions.`,
	],
	subjects: [
		{
			name: 'the offline tickets',
			state:
				'The scanner keeps two days of departures on the device now, and it syncs as soon as it sees a network.',
			detail:
				'We tried it on the Oban boat, an hour without any signal, and nobody in the crew noticed.',
			question: 'What happens when two scanners see the same ticket at the same time?',
			answer:
				'The first one wins, and the second one shows the name and the time, so that the crew can have a look. In most cases it is somebody who went back to the car.',
			risk: 'If a kiosk sells the same seat while we are offline, we only find out at the gate.',
			choice: 'We keep a small reserve of seats that only the kiosks may sell.',
			next: 'write down the rules and try them on the Tuesday boat',
		},
		{
			name: 'the car lanes',
			state:
				'Drivers see their lane on the phone now, about twenty minutes before boarding. Before, somebody walked along the queue with a clipboard.',
			detail:
				'The lane comes from the deck plan, so when the mate moves a lorry, the phones behind it change as well.',
			question: 'How do people notice that their lane has changed when they are driving?',
			answer:
				"They don't, and they shouldn't. The sign above the lane shows the last three letters of the number plate, and the phone only repeats it.",
			risk: 'If the mate changes the plan in the last five minutes, twenty drivers get a message at once and half of them start to turn around.',
			choice:
				'Ten minutes before departure the plan is frozen, and after that people follow the crew and not the phone.',
			next: 'add the freeze and tell the mates about it',
		},
		{
			name: 'the refunds when a boat is cancelled',
			state:
				'When a sailing is cancelled, the app offers the next boat, a voucher, or the money back, and it is one tap for each.',
			detail:
				'In the storm two weeks ago sixty percent took the next boat, and the phones at the counter stayed quiet, which never happened before.',
			question: 'Does the money really go back on the same day?',
			answer:
				'The request does. What the bank does with it is up to the bank, so the text says three to five days, and nobody has complained about that.',
			risk: 'A family with two bookings can end up with one part on the next boat and the other part with a voucher.',
			choice:
				'We treat everything that was paid with the same card as one group, and ask only once.',
			next: 'group the bookings and write the question for it',
		},
		{
			name: 'messages about delays',
			state:
				'We send a message when a boat is more than fifteen minutes late, and another one when it has caught up.',
			detail:
				'People answered to them, as if it was a person. Most of them just say thank you, and one asked whether the café was open.',
			question: 'Who decides that a boat is late? The captain, the harbour, or us?',
			answer:
				'The transponder does. If the boat has not left its berth four minutes after departure, we start to count, and the harbour can overrule it.',
			risk: 'When three boats are late on the same morning, somebody who is booked on all of them gets nine messages.',
			choice: 'At most one message for each person in half an hour, with everything in it.',
			next: 'put the limit in, and leave out the ones that cancel each other',
		},
		{
			name: 'the screen reader',
			state:
				'Jonas from the association for the blind went through the whole check-in with us, and he got to the boarding pass without help.',
			detail:
				'He found two things. The seat map reads out every seat, all four hundred of them, and the countdown interrupts itself every second.',
			question: 'What would he like to hear in place of the seat map?',
			answer:
				'A question. Window or aisle, quiet or close to the café, and then a suggestion that one can accept.',
			risk: 'If we hide the map for screen readers only, the two versions will drift apart, and one of them will be wrong by spring.',
			choice:
				'Let everybody have the question first, and make the map the second step for those who want it.',
			next: 'draw the question, and invite Jonas again when it works',
		},
		{
			name: 'the order of the routes',
			state:
				'The plan is to open the short crossings first, then the night boats, and the car-only routes last.',
			detail:
				'Short crossings have many passengers and little that can go wrong, while a mistake on a night boat means somebody without a cabin.',
			question: 'Is there any route where the operator would rather wait?',
			answer:
				'Kiel. They are changing their ramps in the same week, and they asked us not to change two things at once, which is fair.',
			risk: 'If we leave one route out, people who travel in both directions will have an app for one way and paper for the other.',
			choice:
				'Kiel gets the app together with everybody else, but the gates there keep taking paper until the ramps are done.',
			next: 'call Kiel and ask whether they can live with that',
		},
		{
			name: 'the script for the support team',
			state:
				'Hồng has written two pages, one for "I can\'t find my booking" and one for "the gate won\'t let me through".',
			detail:
				'Everything else goes to a person right away. She has looked at the last two hundred calls, and those two are four fifths of them.',
			question: 'Can the support people see what the passenger sees on the phone?',
			answer:
				'They see the same steps with the time next to each, but not the screen itself, and no payment data at all.',
			risk: "In the first days everybody will call about everything, and two pages won't be enough.",
			choice:
				'For the first weekend one of us sits with the support team, in the same room, not in a chat.',
			next: 'make a list of who sits there on which day',
		},
		{
			name: 'the dashboard for the first week',
			state:
				'There is one page with five numbers, and the two that matter are at the top, people turned away and people who gave up.',
			detail:
				'We threw out everything that was only interesting. The old page had forty graphs, and nobody could say which of them was bad news.',
			question: 'At what number would we actually stop?',
			answer:
				'If more than one in a hundred is turned away on any route for half an hour, then we press the button for that route.',
			risk: 'On a boat with thirty passengers, one person with a broken phone is already three percent.',
			choice:
				'We count people and not percent on the small boats, and three in a row is the limit.',
			next: 'change the page and show it to the crews as well',
		},
		{
			name: 'the boarding pass on old phones',
			state:
				'The code on the pass is larger now, and the app turns the brightness up while it is shown.',
			detail:
				'We borrowed a drawer full of old phones from the lost property office. Out of nineteen, seventeen were read at the first try.',
			question: 'And the two that failed?',
			answer:
				"One has a screen that looks like a spider's web, and the other one belongs to a museum. For both of them the crew can type six letters.",
			risk: 'When people take a picture of the pass and send it to somebody else, it has the wrong brightness and the wrong size.',
			choice: 'We offer a proper way to share a pass, so that nobody has to take a picture of it.',
			next: 'add the share button, it is a day of work',
		},
		{
			name: 'what we tell the press',
			state:
				'Siobhán has a text of four paragraphs, and the second one is about the crews and not about the app, which I like.',
			detail:
				"The local radio in Oban wants to come along on the first day, with a microphone, on the six o'clock boat.",
			question: 'What do we say when they ask whether anybody loses their job?',
			answer:
				'The truth, that nobody does. The people who checked tickets are the ones who help with the cars now, and that was their idea.',
			risk: 'If the first day goes wrong, it goes wrong on the radio.',
			choice: 'We invite them for the third day and offer them a better seat.',
			next: 'ask Siobhán to write to them today',
		},
	],
	frames: meetingFrames,
	asides: meetingAsides,
	closings: [
		`a: Good, that was the last one. Let me count the conditions. The button, pressed once on a quiet boat. The freeze of the lanes. And one of us sits with the support team on the first weekend.
		b: That's three. I can live with three.
		c: Me too.
		a: Then the answer is yes, we open it next week. Thank you both, this is the nicest launch meeting I have been in.
		c: Wait until Saturday.
		b: Bye!`,
	],
};
