import type {Scenario} from '../scenario.ts';

export const customerCall: Scenario = {
	key: 'customer-call',
	language: 'en',
	roles: 'fixed',
	order: 'any',
	related: [],
	openings: [
		`a: Hello {b}, good to see you. How is the weather up there?
		b: Hello {a}. Sideways, thank you. But all the boats are out, so I can't complain.
		a: That's good to hear. I have your list from last time, and I'd say we go through it, and then you tell me what is not on it.
		b: That works for me. I have about half an hour.`,
		`b: Hi, can you hear me? I'm in the car, but I'm parked.
		a: We can hear you well. Is it a good moment?
		b: As good as any. Fire away.`,
	],
	subjects: [
		{
			name: 'the summer timetable',
			state:
				'We have sent you the file, but last time it took you two weeks to read it, and in the end the Sunday boats were on Mondays.',
			detail:
				"My colleague makes it in a spreadsheet with merged cells. It is a work of art, but I understand that it isn't a format.",
			question: 'Can she check it herself, before we sell a single ticket?',
			answer:
				'Yes. There is a preview now, she drops the file in, and it shows the calendar with everything that looks odd in yellow.',
			risk: 'If she is on holiday in that week, nobody here can read the spreadsheet either.',
			choice:
				'We go through it together once, and somebody from your side takes a recording of it.',
			next: 'send her the link to the preview today',
		},
		{
			name: 'group bookings',
			state:
				'The schools book ninety places in March, and in June they come with seventy-six children and four teachers.',
			detail:
				'Last summer we kept about two thousand seats for children who never came, and we sent people home from the quay.',
			question: 'Could the app remind them to correct the number?',
			answer:
				'It can. Three weeks before and three days before, and if nobody answers, it calls you and not them.',
			risk: "Teachers don't read mails in June. Nobody reads mails in June.",
			choice:
				'We send a text message to the phone of the teacher, with two buttons, more or fewer.',
			next: 'switch that on for your schools, and tell you how many answer',
		},
		{
			name: 'the freight invoices',
			state:
				'The lorry companies get one invoice for each crossing, and one of them has nine hundred crossings in a month.',
			detail:
				'He printed them all out once, and put them on my desk. I had to stand up to see him.',
			question: 'Can it be one invoice for a month, with a list?',
			answer:
				'It can be from the first of next month. The list has the number plates, and he can sort it himself.',
			risk: "Some of them like the single ones, because that's how they bill their own customers.",
			choice: "Every company chooses for itself, and those who don't choose stay as they are.",
			next: 'make the switch visible in their account',
		},
		{
			name: 'the rating of the app',
			state:
				'We are at three point two stars, and nearly all the bad ones are about the same thing, that it logs people out.',
			detail:
				"People stand at the gate in the rain and have to type a password. I'd give one star for that too.",
			question: 'Why does it do that at all?',
			answer:
				"It shouldn't. The login lasts for ninety days, but one kind of phone clears it with every update, and we have a fix for that in the next version.",
			risk: 'The stars stay, even when it is fixed. Nobody goes back and changes them.',
			choice:
				'With the next version we ask those who have just boarded without trouble, once and politely.',
			next: 'send you the numbers two weeks after that',
		},
		{
			name: 'the morning of the outage',
			state:
				'My people sold tickets from a roll of paper for two hours, like their grandfathers, and they were quite proud of it in the end.',
			detail:
				"But I had the mayor on the phone, and the mayor doesn't like it when the boat to the island is on the radio.",
			question: 'What do I tell him, in one sentence?',
			answer:
				"That a certificate had run out, that it was our mistake and nobody else's, and that all the kiosks are now checked every night.",
			risk: 'If it happens a second time, I will not be able to explain it, whatever the sentence is.',
			choice:
				'You get a credit for that day without having to ask for it, and the full report, with our mistakes in it.',
			next: 'send both of them by {day}',
		},
		{
			name: 'the training for the new crew',
			state:
				'We have fourteen new people from April, and half of them have never used anything but a phone.',
			detail:
				"Last year we gave them the manual. It is a hundred and ten pages, and it's mostly used to keep the door open.",
			question: 'Do you have something shorter?',
			answer:
				'Six films of two minutes, and a practice boat. On the practice boat they can do everything wrong, and it tells them so.',
			risk: 'They start on different days, and the last one starts on the busiest weekend.',
			choice: 'One of us comes for two days in April, and the rest do it with the films.',
			next: 'find a date with {c} and book the boat',
		},
		{
			name: 'dogs',
			state:
				'It sounds like a small thing, but every week somebody books a cabin and turns up with a dog, and there are only six cabins for dogs.',
			detail:
				'The question is on the fourth page of the booking, below the travel insurance. Nobody gets that far.',
			question: 'Can you ask it at the beginning?',
			answer:
				'We can ask it together with the car. "Who comes along?", and then people, cars, bicycles, and animals.',
			risk: 'Then they will all say yes, to be on the safe side, and the cabins are full of dogs that stay at home.',
			choice: 'It costs five euros. That sorts it out, everywhere else at least.',
			next: 'put it on the first page and leave the price to you',
		},
	],
	frames: {
		raise: [
			`a: The next thing that I have here is {name}. Tell me how that looks from your side.
			b: {state}
			a: I see.
			b: {detail}`,
			`b: What's really on my mind is {name}.
			a: Go ahead.
			b: {state} {detail}
			a: [Thank you for telling me|I understand|Okay, that's not good enough].`,
			`a: Then you had a note about {name}.
			b: I did, yes. {state} {detail}`,
			`a: Shall we talk about {name}?
			b: Please. {state}
			c: We've seen that in the tickets, too.
			b: {detail}`,
		],
		probe: [
			`b: {question}
			a: {answer}
			b: [That would help|Good, I didn't know that|Well, that's something].`,
			`b: So here's my question. {question}
			c: I can answer that one. {answer}
			b: [Thank you|All right|Okay]. And that works for the small boats as well?
			c: It does. It's the same for all of them.`,
			`a: What would you need from us?
			b: An answer, mostly. {question}
			a: {answer}`,
		],
		worry: [
			`b: I'll be honest with you. {risk}
			a: That's fair. I'd rather hear it from you than read it in the newspaper.`,
			`a: Is there anything in that that worries you?
			b: {risk}
			a: I'll take that back to the team as it is.`,
			`b: There's one thing. {risk}
			c: We had the same at another place, in {town}. It took about {span}, and then it was all right.
			b: I hope you're right.`,
		],
		decide: [
			`a: Here's what I would suggest. {choice}
			b: [I can sell that to my people|That sounds reasonable|Let's try it].
			a: Good. Then I'll {next}.`,
			`b: So what happens now?
			a: {choice} And I'll {next}.
			b: I'll hold you to that.
			a: You always do.`,
			`a: {choice}
			b: And who does that?
			c: I will. I'll {next}, and you'll hear from me {soon}.
			b: Thank you, {c}.`,
		],
	},
	asides: [
		`b: Sorry, that was the horn of the nine o'clock boat.
		a: I thought it was your phone.
		b: I wish it was.`,
		`b: Hold on, somebody's at the window. No, it's fine, it's only a gull.`,
		`a: How is the new boat, by the way?
		b: She's beautiful, and she is too long for two of our quays, but she's beautiful.`,
	],
	closings: [
		`a: I think we have everything. I'll send you the list tonight, with dates.
		b: I appreciate that. It's good to talk to somebody who writes things down.
		a: Thank you for your time, {b}. Talk to you next month.
		b: Cheers. Bye.`,
	],
};
