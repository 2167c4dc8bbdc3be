import {boardFrames} from '../frames/board.ts';
import {meetingAsides} from '../frames/meeting.ts';
import type {Scenario} from '../scenario.ts';

export const board: Scenario = {
	key: 'board',
	language: 'en',
	roles: 'turns',
	order: 'any',
	related: ['budget', 'planning', 'design-review', 'incident-review', 'check-in-launch'],
	openings: [
		`a: Good afternoon, and welcome. We are complete, so we can decide things. The minutes of the last meeting have been sent around. Are there any remarks?
		b: One, on page three. It says that I was "delighted". I was "content".
		a: We'll change it to content. Any others? Then the minutes are approved. We have a long agenda, and I'd like to keep the last half hour for the plan.
		b: And for the cake.
		a: The cake is item nine.`,
		`a: Thank you all for coming. I know that for some of you it is early, and for some of you it's a long day. We record this for the minutes only, and the recording is deleted afterwards. Is everybody fine with that?
		b: Fine with me.
		a: Good. Then let's begin with the first item.`,
	],
	subjects: [
		{
			name: 'bookings in the last quarter',
			state:
				'We had one point two million, which is nine percent more than a year ago, and two percent less than the plan.',
			detail:
				'The difference is almost entirely August, and in August it rained for three weeks on the whole coast.',
			question: 'If it was the rain, should the competition not have the same dent?',
			answer:
				'They do, as far as we can see from the harbours that use both. Theirs is a little deeper.',
			risk: "If we explain everything with the weather, we will miss the year in which it isn't the weather.",
			choice:
				'From now on the report shows the numbers with and without the weather, side by side.',
			next: 'agree with the data team how that is calculated',
		},
		{
			name: 'the small operators',
			state:
				'Of the fifty smallest customers, seven have left within a year, and together they are less than one percent of the income.',
			detail:
				'We called all of them. Five said that it is too complicated for two boats, and two have sold their boats.',
			question: 'Is one percent worth the effort?',
			answer: 'Not for the money. But every large operator was a small one when we met them.',
			risk: 'A simpler product for the small ones is a second product, and we have never been good at having two.',
			choice: "We don't build a second product, we hide half of the first one.",
			next: 'bring a picture of the hidden half to the next meeting',
		},
		{
			name: 'the offer for Docklight',
			state:
				'They plan the work in dry docks, eight people in Lübeck, profitable since last year, and the founders would like to stay.',
			detail:
				"We have looked at the books for two weeks now. There is nothing in them that shouldn't be there, and not much else.",
			question: "What do we get that we couldn't build?",
			answer:
				"Eleven shipyards that trust them. That took them nine years, and we wouldn't be faster.",
			risk: 'Two of the eight people know everything, and one of them is sixty-three.',
			choice:
				'We make an offer that is paid over four years, and a part of it only if both of them stay for two.',
			next: 'have the draft ready with the lawyers',
		},
		{
			name: 'the findings of the audit',
			state: 'There are four. None of them is serious, and one is the same as last year.',
			detail:
				'The one from last year is that too many people can change a price. It was nineteen, it is fourteen, and it should be five.',
			question: 'Why is that so hard?',
			answer:
				'Because at five in the morning, when a boat breaks down, somebody has to be able to do it, and that somebody is whoever is awake.',
			risk: 'A third year with the same sentence in it will be read by the banks.',
			choice:
				'Five people can change prices, and everybody else can for one boat and one day, with a message to the five.',
			next: 'have it in place before the auditors come back',
		},
		{
			name: 'the hiring plan',
			state:
				'We planned twelve new colleagues, we have seven, and three of those began in the last month.',
			detail:
				'It takes us sixty days from the first letter to the answer. The good ones are gone after twenty.',
			question: 'Where do the forty days go?',
			answer:
				"Half of it is waiting for a date on which five people have time. We invite five because we don't trust three.",
			risk: 'If we hurry, we will hire somebody we regret, and that costs more than an empty chair.',
			choice:
				'Three people, two conversations, and an answer within a week, for all the open places.',
			next: 'tell the teams, and measure it',
		},
		{
			name: 'the insurance',
			state:
				'The premium for liability goes up by a third, and they have taken out everything that has to do with delays.',
			detail:
				'We have used it once in eleven years, for the anchor, and everybody remembers the anchor.',
			question: 'What would a day without the system cost us, if we had to pay for it?',
			answer: 'In winter about as much as the premium. In August about six times that.',
			risk: 'Without the clause, two of our contracts require us to tell the customer, and they may ask for a lower price.',
			choice:
				'We take the offer without delays, and put the difference aside, in an account of its own.',
			next: 'explain that to the two customers before they read it',
		},
		{
			name: 'the report on emissions',
			state:
				'From next year our customers have to report the emissions of each crossing, and they expect that we calculate it.',
			detail:
				'We have the speed, the weight and the weather of every trip. Hardly anybody else has all three.',
			question: 'Do we want to be the ones who say who is dirty?',
			answer: "We say how much. Whether that's much, others will say.",
			risk: "If our number is wrong, it stands in somebody's report, signed.",
			choice: 'We publish how it is calculated, and let a university check it.',
			next: 'write to Professor Adler about it',
		},
		{
			name: 'the plan for three years',
			state:
				'There are two versions. One is more of the same, in more harbours, and the other one is freight.',
			detail:
				'Freight is four times as large, and it is sold by telephone, by people who know each other since school.',
			question: 'Which of the two would you choose if it were your own money?',
			answer:
				'It is my own money, partly. More harbours for two years, and in that time one freight customer, to learn.',
			risk: 'One customer is a hobby, and hobbies are the first thing to go when it gets tight.',
			choice:
				'One freight customer, with a team of four that does nothing else, and we look at it in a year.',
			next: 'name the four people, and the customer',
		},
	],
	frames: boardFrames,
	asides: [
		...meetingAsides,
		`a: I suggest a short break. Ten minutes?
		b: Fifteen, the cake has arrived.
		a: Fifteen.
		b: Okay, we are back. Is the recording still running?
		a: It is. It now has fifteen minutes of chairs on it.`,
		`a: For the minutes, that was decided with all votes.
		b: Mine as well.
		a: Noted.`,
	],
	closings: [
		`a: We have reached the end of the agenda. Is there any other business?
		b: Only a word of thanks to the people who have prepared all of this.
		a: Gladly. The next meeting is in eight weeks, in {town} if the boats go. I close the meeting. Thank you.
		b: Thank you, goodbye.`,
	],
};
