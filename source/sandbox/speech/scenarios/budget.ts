import {boardFrames} from '../frames/board.ts';
import {meetingAsides} from '../frames/meeting.ts';
import type {Scenario} from '../scenario.ts';

export const budget: Scenario = {
	key: 'budget',
	language: 'en',
	roles: 'turns',
	order: 'any',
	related: ['board', 'planning', 'design-review'],
	openings: [
		`a: Good morning. I have sent the sheet around, and I hope that you have all looked at the last tab and not only at the first.
		b: I looked at the colours. There is a lot of orange.
		a: Orange is fine, orange is only "we should talk". Red is the second point. Let's begin.`,
		`a: Hello. Numbers first and opinions afterwards, if that's all right with everybody.
		b: I have very few numbers and many opinions.
		a: I know. Let's start.`,
	],
	subjects: [
		{
			name: 'the hosting bill',
			state:
				'We pay forty-one thousand a month now, and a year ago it was twenty-nine. The traffic has grown by a tenth in the same time.',
			detail:
				'The largest part of the increase is logs. We write about as much as a small newspaper, every hour, and nobody reads it.',
			question: 'What would we lose if we kept them for a week and not for a year?',
			answer:
				'The audit needs the payments and the logins, and that is less than a hundredth. Everything else has never been opened after the third day.',
			risk: 'If we cut too deep, we will miss them exactly once, and that will be in August.',
			choice: 'Payments and logins for a year, everything else for two weeks.',
			next: 'set that up and show the new bill in the next round',
		},
		{
			name: 'the card fees',
			state:
				'The fees went up to one point nine percent when the last contract ended, and nobody noticed for two months.',
			detail:
				'That is about seven thousand a month. A second provider has offered one point four, for three years.',
			question: 'Three years is long. Can we leave earlier?',
			answer:
				'After one year, with a fee that is about as high as what we would have saved in that year.',
			risk: 'Changing the provider means that every saved card has to be moved, and some of them will be lost on the way.',
			choice: 'We show the offer to the one that we have, and ask them nicely.',
			next: 'make that call, with the offer on the table',
		},
		{
			name: 'the scanners for the crews',
			state: 'We lease two hundred and twenty of them, and eighty are in a cupboard in the winter.',
			detail:
				'A new one costs six hundred, and a phone in a rubber case, which does the same, costs a third of that.',
			question: 'Would the crews accept the phones?',
			answer:
				'Half of them use their own already, when the scanner is wet. What they would miss is the handle.',
			risk: 'A phone that falls into the harbour is a phone with passenger lists on it.',
			choice: 'We try forty phones with handles on two routes, for the winter.',
			next: 'order them, and find out what a handle costs',
		},
		{
			name: 'the contract with Vigo',
			state:
				'It ends in March, and they would like to pay for each passenger and not for each month.',
			detail:
				'For them that means nearly nothing in winter. For us it is the same over the year, if the summer is good.',
			question: 'And if the summer is bad?',
			answer: 'Then we have a bad summer together, which they say is the point of it.',
			risk: 'If the others hear about it, we will have the same conversation eleven times.',
			choice:
				'We offer a low monthly part and a small part per passenger, and it may never be more than today.',
			next: 'calculate it for the last three summers',
		},
		{
			name: 'travel',
			state:
				'We have used nine tenths of the budget, and there are still two harbours to be opened this year.',
			detail:
				'Most of it is not flights but hotels in August, when every bed near a ferry costs three times as much.',
			question: 'Does somebody have to be there for an opening, the whole week?',
			answer:
				"The first two days, yes. After that they call us anyway, because they don't want to disturb the person in the room.",
			risk: 'If we are not there, small things are not reported, and they come back as large ones.',
			choice: 'Two people for two days, and after that one call every evening for a week.',
			next: 'plan both openings like that and see what remains',
		},
		{
			name: 'the exchange rate',
			state:
				'A third of our income is not in euros, and since the spring that third has lost six percent.',
			detail: 'We could fix the rate for a year. The bank takes about half a percent for that.',
			question: "Isn't that a bet?",
			answer:
				"It is the opposite of one. We make a bet now, every month, we just don't write it down.",
			risk: 'If the rate comes back, everybody will ask why we have fixed it at the worst moment.',
			choice: 'We fix half of it. Then we are only half wrong, whatever happens.',
			next: 'ask the bank for the terms in writing',
		},
	],
	frames: boardFrames,
	asides: meetingAsides,
	closings: [
		`a: That's all the orange, and the red. I'll send the sheet again tonight, with what we have decided.
		b: In green, please.
		a: In green. Thank you, goodbye.`,
	],
};
