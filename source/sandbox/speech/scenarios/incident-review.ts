import {meetingAsides, meetingFrames} from '../frames/meeting.ts';
import type {Scenario} from '../scenario.ts';

export const incidentReview: Scenario = {
	key: 'incident-review',
	language: 'en',
	roles: 'turns',
	order: 'any',
	related: ['planning', 'check-in-launch', 'design-review', 'budget'],
	openings: [
		`a: Hello, everybody. The usual rules, we talk about what happened and not about who did it, and everything we decide gets a name and a date. {b}, you have the timeline.
		b: Yes. I'll go through it, and please interrupt me when I skip something.
		a: Before that, how is everyone? I know that some of you had a short night.
		b: I slept until nine, so I'm fine. The coffee machine isn't.`,
		`a: Okay, let's look back at the week. We had [two|three] pages at night, and one that should have been a page and wasn't.
		b: I'd like to start with the one that wasn't.
		a: Good idea.`,
	],
	subjects: [
		{
			name: 'the certificate at the kiosks',
			state:
				'At four in the morning the certificate ran out, and thirty-eight kiosks showed a blue screen until ten past seven.',
			detail:
				'The renewal had worked. It was on the server since {day}, but the kiosks only read it when they start, and they start twice a year.',
			question: 'How did we find out?',
			answer:
				'A passenger sent a photo to the tourist office, and they called us. Our own monitoring looks at the server, and the server was fine.',
			risk: 'The gates have the same certificate and the same habit, and they were just lucky to have been restarted in May.',
			choice:
				'Everything at the quay restarts itself once a week, at night, one device after the other.',
			next: 'write a check that looks at the kiosk and not at the server',
		},
		{
			name: 'the double bookings on the long weekend',
			state: 'On Saturday between nine and half past ten we sold a hundred and twelve seats twice.',
			detail:
				'The queue had grown, a worker was restarted, and it took the same jobs again. Each of them looked at the seats before the other one had written anything.',
			question: 'Why did the lock not hold?',
			answer:
				'It did, for thirty seconds. The job took forty, because the database was busy with the other copy of the same job.',
			risk: 'Nobody paid twice, but twenty people stood in front of a seat with somebody in it, and they will tell that story for years.',
			choice:
				'A seat gets a constraint in the database, so that the second one fails, whatever the worker believes.',
			next: 'add the constraint and write to the twenty people by hand',
		},
		{
			name: 'the clock at the gates',
			state:
				'Two gates in the west were eleven minutes fast, and they closed while people were still in the queue.',
			detail:
				'They get the time from the router there, and the router gets it from nowhere since the provider has changed.',
			question: 'Would anybody have noticed without the complaint?',
			answer: 'No. Eleven minutes is too much for a passenger and too little for a graph.',
			risk: 'The tickets are signed with the time, so a gate that is far enough off will refuse everybody.',
			choice:
				'Each scan sends the time of the gate along, and we shout when it is more than thirty seconds off.',
			next: 'add that field, it is one line, and look at what comes in for a week',
		},
		{
			name: 'the alert that nobody saw',
			state:
				'It fired at one minute past two, correctly, into a channel that has been archived since the spring.',
			detail:
				'Of sixty alerts, fourteen went there. Half of them are about machines that do not exist any more.',
			question: 'Who owns those alerts?',
			answer:
				'A team that is called "platform two". I asked around, and nobody has ever been in it.',
			risk: 'If we send all of them to the people on call, they will learn to ignore them within a week.',
			choice: 'Every alert gets an owner by the end of the month, or it is deleted.',
			next: 'make the list and be rude about it',
		},
		{
			name: 'the move to the second database',
			state:
				'The switch itself took nineteen seconds, which is what we promised, but the reports went on writing to the old one for an hour.',
			detail:
				'They have the address in a file of their own. It was put there for a demonstration, four years ago.',
			question: 'Is anything lost?',
			answer:
				"Nothing that we can't calculate again. It took the evening, and I have seen better evenings.",
			risk: 'There may be more of those files, and the only way to find them is to switch again.',
			choice: 'Then we switch again, on purpose, on a quiet {day}, with everybody watching.',
			next: 'find a date and tell the operators beforehand',
		},
		{
			name: 'the paper lists',
			state:
				'When the network went down in the storm, the crew wrote the passenger list by hand, and that worked for all three boats.',
			detail:
				'It took twenty minutes for each boat. The forms are from before the merger, so they have the wrong name on them.',
			question: 'Is a list by hand good enough for the coast guard?',
			answer:
				'It is, if it has the number of people and who needs help. They asked for exactly those two, and nothing else.',
			risk: "There are nine forms left on each boat, and that's all.",
			choice:
				'We print new ones, two pages in place of five, and they are counted with the life jackets.',
			next: 'draw the form together with one of the mates',
		},
		{
			name: 'the words on the status page',
			state: 'It said "degraded performance" while nobody could buy a ticket, for two hours.',
			detail:
				'One of the operators printed it out and hung it up in their office. I have seen a picture, there is a frame around it.',
			question: "Why didn't we just write what was going on?",
			answer: 'Because the page only offers four sentences, and all the others were worse.',
			risk: 'If everybody may write whatever they like at four in the morning, it will say whatever one writes at four in the morning.',
			choice: 'We prepare ten honest sentences, with a gap for the place and the time.',
			next: 'write the ten sentences and read them to somebody who is not from here',
		},
	],
	frames: meetingFrames,
	asides: meetingAsides,
	closings: [
		`a: That's the end of the timeline. Did we forget anybody?
		b: I'd like to thank the crew in {town}. They carried printouts through the rain for three hours, and nobody asked them to.
		a: Yes. I'll write to them. Thank you all, and please, sleep.
		b: Bye.`,
		`a: Good. Every point has a name and a date. We look at them again in two weeks.
		b: Thanks for making this a friendly hour.
		a: Thank you. Bye, everyone.`,
	],
};
