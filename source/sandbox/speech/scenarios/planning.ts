import {meetingAsides, meetingFrames} from '../frames/meeting.ts';
import type {Scenario} from '../scenario.ts';

export const planning: Scenario = {
	key: 'planning',
	language: 'en',
	roles: 'turns',
	order: 'any',
	related: ['check-in-launch', 'design-review', 'incident-review', 'budget'],
	openings: [
		`a: [Good morning.|Hello, everybody.|Hi.] Let's start, I think we are complete. {b}, could you take notes today?
		b: I did it last time, but sure.
		a: I'll do it next week, I promise. I have a few points, and if there is time left, we can look at the backlog.`,
		`a: Can everybody hear me? I have a new headset, and I don't trust it yet.
		b: You sound like a radio play from the fifties.
		a: I'll take that as a compliment. Okay, shall we? I'd like to be done on time today.`,
		`b: Shall we wait for the others?
		a: No, let's begin, they can read it later. We have a full list, so I'd suggest about five minutes for each point.
		b: Fine.`,
	],
	subjects: [
		{
			name: 'the new tide data',
			state:
				'The hydrographic office has given us access to the ten-minute values, and they agree with our own gauges to within three centimetres.',
			detail: 'Only in Galway they are off by twenty, and we think that our gauge there has moved.',
			question: 'Do we replace our own model, or do we run both of them next to each other?',
			answer:
				'Both, for a month. The planner takes the lower of the two, so that in the worst case a boat waits a little longer than it has to.',
			risk: 'Their service has no promise about availability, and a missing value looks like low water to the planner.',
			choice:
				'If a value is older than an hour, we go back to the tables in the book, as everybody did before.',
			next: 'write the fall-back and switch their feed off for an afternoon to see it work',
		},
		{
			name: 'the price calendar',
			state:
				'It shows the cheapest boat of each day now, for six weeks, and it loads in under a second.',
			detail:
				'In the test people moved their trip by a day in one case out of eight, mostly away from Friday.',
			question: 'Do the operators want that? They earn most on Fridays.',
			answer:
				'They do, because the Friday boats are full anyway, and an empty Thursday boat earns nothing at all.',
			risk: 'The prices are an hour old, and somebody will click on twenty-nine euros and see thirty-four.',
			choice: 'We honour the price that was shown for ten minutes, and see what it costs us.',
			next: 'talk to finance about a limit for that',
		},
		{
			name: 'the crew rosters',
			state:
				'The export into the payroll works for the fixed shifts, and the swaps still have to be typed in by hand.',
			detail:
				'In August there were four hundred swaps, so that is two days of typing for one person.',
			question: 'Why is a swap so hard? It is two names.',
			answer:
				'Because of the rest hours. Two swaps that are fine on their own can together leave somebody with six hours of sleep.',
			risk: 'If we export a roster that breaks the rest hours, the operator is liable, and they will remember where it came from.',
			choice:
				'We export the swaps, but the ones close to the limit are marked, and a person has to confirm them.',
			next: 'get the rules in writing from two operators and compare them',
		},
		{
			name: 'the login for travel agents',
			state:
				'We have thirty-one agencies on the list, and nine of them share a single password among the whole office.',
			detail: 'One of them has it on a note in the shop window, you can read it from the street.',
			question: 'What do they do when somebody leaves?',
			answer:
				'Nothing, and that is the problem. The password has been the same since the old system.',
			risk: 'If we make it harder on one day, they will call us on that day, all of them.',
			choice:
				'We start with a login by mail link, which is easier than what they have, and take the passwords away after that.',
			next: 'write to the three friendliest agencies and ask them to try it',
		},
		{
			name: 'the translations',
			state:
				'We have eleven languages, and in seven of them more than a tenth of the texts are still in English.',
			detail:
				'The longest one is the cancellation text in Greek. It does not fit on the button by about half a metre.',
			question: 'Who checks them? A machine translated "berth" as "birth" last time.',
			answer:
				'One person per language from the crews, for an hour each month, and we pay them for it.',
			risk: 'Texts that come in on the last day of a release go out without anybody having read them.',
			choice: 'Texts are frozen three days before a release, and what comes later waits.',
			next: 'put the freeze into the calendar and make the build complain',
		},
		{
			name: 'the test system for partners',
			state: 'Two partners book against it already, and it is reset every night at three.',
			detail:
				'One of them thought it was the real one and sent a bus with forty people to a boat that does not exist.',
			question: 'How did they get that far?',
			answer:
				'The confirmation looked exactly like the real one, down to the logo. Only the address had the word "test" in it.',
			risk: 'If we make it look too different, they will not notice the mistakes that only show in the real layout.',
			choice:
				'Every page and every mail gets a striped border, and the boats there get the names of fish.',
			next: 'make a list of forty fish',
		},
		{
			name: 'old bookings',
			state:
				'We keep everything since the beginning, and by law we need seven years of invoices and nothing else.',
			detail:
				'A quarter of the database is bookings from before that, including the names of the dogs.',
			question: 'Does anybody look at the old ones?',
			answer:
				'The data team does, for the forecast, but they only need the date, the route and the number of people.',
			risk: 'Once it is deleted, it is deleted, and somebody always finds a reason one week later.',
			choice:
				'We reduce them to the three columns first, wait for a quarter, and then delete the rest.',
			next: 'check with Theodora that this is what the law means',
		},
		{
			name: 'the maps in the app',
			state:
				'The new tiles are half the size, and they show the quays by name, which the old ones never did.',
			detail:
				'Drivers use it to find the right entrance. In Piraeus there are eleven gates, and the wrong one costs half an hour.',
			question: 'Does it work without a network?',
			answer:
				'For the harbour that you are booked from, yes. It is about two megabytes, and it is loaded when you pay.',
			risk: 'Harbours move their gates for building works, and we hear about it from angry drivers.',
			choice: 'We let the people at the quay move the pin themselves.',
			next: 'build the pin, and ask Siobhán to try it in Galway',
		},
	],
	frames: meetingFrames,
	asides: meetingAsides,
	closings: [
		`a: I think that's it for today. Anything else?
		b: Nothing from my side.
		a: Then thank you, and have a good rest of the day.
		b: Thanks, bye.`,
		`a: We have two minutes left, and I'd like to give them back to you.
		b: How generous.
		a: Thanks, everybody. See you next time.
		b: See you!`,
	],
};
