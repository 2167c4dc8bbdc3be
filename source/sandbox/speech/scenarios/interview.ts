import type {Scenario} from '../scenario.ts';

export const interview: Scenario = {
	key: 'interview',
	language: 'en',
	roles: 'fixed',
	order: 'written',
	related: [],
	openings: [
		`a: Hello {b}, it's nice to meet you. I'm {a}, I look after the product here.
		c: And I'm {c}, I work on the services behind it. Hi.
		b: Hello, nice to meet you both. Thank you for inviting me.
		a: We have about half an hour. We'd like to hear what you have done, then we look at a problem together, and the last part is for your questions. There's nothing to prepare and nothing to win. Is it all right for you that we record this? It is only for the two of us who can't be here.
		b: Yes, of course.
		a: Then, if you like, tell us how you got here, in a few minutes.
		b: Gladly. I grew up in Setúbal, my father worked at the shipyard there, so I've been around boats before I've been around computers. I studied mathematics in Lisbon and got into programming through a part-time job, at a company that made timetables for buses. I stayed with them for five years. For the last three I've been at a start-up that does routes for bicycle couriers, where I was the second engineer, and now we are eighteen.`,
	],
	subjects: [
		{
			name: 'the timetables for the buses',
			state:
				"When I came, the timetable was calculated once a night, and if it failed, the city had yesterday's buses.",
			detail:
				'I split it by depot, so that one mistake would cost us one depot and not the whole city. It sounds small, but it changed how people slept.',
			question: 'How did you know where to cut?',
			answer:
				'I asked the dispatchers. They had a map on the wall with the depots in different colours, and it turned out that nobody from our team had ever been in that room.',
			risk: 'I underestimated the lines that cross the whole city. There are only three of them, and they took me longer than all the rest.',
			choice: 'Today I would start with those three, because they tell you whether the idea holds.',
			next: 'start with the ugly case',
		},
		{
			name: 'something that went wrong',
			state:
				"I once deleted the addresses of four thousand customers, on a Thursday, with a script that I'd tested on the wrong database.",
			detail:
				'We had a copy from the night before, so it was back within two hours, but for two hours the couriers rode around with paper.',
			question: 'What did you do in the first ten minutes?',
			answer:
				"I said it out loud, to everybody, before I knew how bad it was. Then I stopped the writes, so that it couldn't get worse.",
			risk: 'What bothers me is that it was possible at all. One person, one key, and no second question.',
			choice:
				'After that we had a rule that a script like this runs for the first time with somebody next to you.',
			next: 'sit next to the next person',
		},
		{
			name: 'the way you like to work',
			state:
				'I like to write things down before I build them, a page or so. Not as a contract, more as a way of thinking.',
			detail:
				'And I like to show things early. My worst work was always what I kept to myself until it was beautiful.',
			question: 'What happens when somebody disagrees with the page?',
			answer:
				'Then it was worth writing. I try to find out whether we disagree about the facts or about what matters, because only the first one can be looked up.',
			risk: 'I can be slow at the beginning. People who like to see something on the first day find that hard.',
			choice:
				'What helps is to agree on a day on which there will be something to click on, even if it is wrong.',
			next: 'agree on that day at the start',
		},
		{
			name: "working with people who aren't engineers",
			state:
				"At the couriers I spent every second Friday on a bicycle, delivering, because I couldn't understand what they were complaining about.",
			detail:
				"On the first day I found out that you can't use our app with gloves. It was November, and we had been looking at it in a warm office for a year.",
			question: 'Did you change the app, or did you change the gloves?',
			answer:
				'Both. The buttons got bigger, and the company bought gloves with a thumb that works. The gloves were cheaper.',
			risk: 'It does take time away, and there were weeks in which I should have been at my desk.',
			choice: 'I would do it again, with a fixed day and not whenever I felt like it.',
			next: 'ask for a day at the quay in the first month',
		},
		{
			name: 'the problem of the kiosk',
			state:
				'So I imagine that the kiosk sells a seat, but it has no connection, and so does the app, at the same time, for the same seat.',
			detail:
				'My first thought would be to ask how often that really happens, because the answer decides whether I build anything at all.',
			question:
				"Let's say that it happens four times a day, and every time somebody stands at the gate. What then?",
			answer:
				"Then I'd give every kiosk a few seats of its own, like cash in a till. When it's online, it hands back what it doesn't need.",
			risk: "On a full boat the last seats are spread over five kiosks, and the app says that it is sold out when it isn't.",
			choice:
				'So shortly before departure all of them give back everything, and from then on only one of them sells.',
			next: 'draw what happens in the last ten minutes',
		},
		{
			name: 'tests',
			state:
				"I write tests for what I'm afraid of. I don't enjoy the ones that only repeat the code in other words.",
			detail:
				'The best one that I have written generates timetables at random and checks that no bus is in two places at once. It found eleven mistakes in the first week.',
			question:
				'And when it finds something, how do you get from a random timetable to the mistake?',
			answer:
				'It makes the timetable smaller, as long as it still fails. In the end it was two buses and one bridge.',
			risk: 'Such tests can fail on a Friday evening, in a place that nobody has touched, and people lose their trust in them.',
			choice:
				'Every failure gets a number that one can run again, and then it is not random any more.',
			next: 'show it to you, it is a public project',
		},
		{
			name: 'feedback',
			state:
				"The most useful sentence that anybody has told me was that I explain too much when I'm unsure.",
			detail: "It's true. Now, when I hear myself talking, I stop and ask what the question was.",
			question: 'And how do you tell others something like that?',
			answer:
				"Alone, soon, and about one thing only. And I try to say what I would do in their place, so that it isn't only a complaint.",
			risk: "I'm not good at it in writing. It always sounds colder than I mean it.",
			choice: "So I call people, even if it's a small thing.",
			next: 'call',
		},
		{
			name: 'your questions for us',
			state:
				"I have a few. I read that you're about forty people, and that you have customers in eleven countries.",
			detail:
				"And I've tried your app, on the boat to Tróia. It worked, but it asked me for my password in the middle of the river.",
			question: 'Can I ask what you would fix first, if nobody told you what to do?',
			answer:
				"I'm glad that I'm allowed to ask. And I would look at the first minute, from the moment that somebody opens it until they see their ticket. Everything else can wait a week.",
			risk: "What I can't judge from outside is how much of your time goes to the old harbours, with the old systems.",
			choice: "I'd like to talk to somebody who's on call, if that's possible, before I decide.",
			next: 'write down the rest of my questions and send them',
		},
	],
	frames: {
		raise: [
			`a: I'd like to hear more about {name}.
			b: Sure. {state} {detail}`,
			`c: Can we talk about {name}?
			b: Of course. {state}
			c: [Uh-huh|I see|Okay].
			b: {detail}`,
			`a: Let's come to {name}.
			b: {state} {detail}
			a: [That's a good story|I like that|Thank you].`,
		],
		probe: [
			`c: {question}
			b: {answer}`,
			`a: Let me dig a little. {question}
			b: [That's a good question.|Let me think.|Hm.] {answer}
			a: [Okay|Interesting|I understand].`,
		],
		worry: [
			`c: What was hard about it?
			b: {risk}`,
			`a: And the other side of it?
			b: To be honest, there is one. {risk}
			a: I appreciate that you say so.`,
		],
		decide: [
			`c: And what would you do differently now?
			b: {choice}`,
			`a: So what's the conclusion for you?
			b: {choice}
			a: [Good|Clear|Thanks, that makes sense].`,
		],
	},
	asides: [
		`a: One moment, I'm just writing that down.
		b: No hurry.`,
		`c: Sorry, my connection was gone for a second. Could you repeat the last sentence?
		b: Of course. I said that it was worth it in the end.`,
	],
	closings: [
		`a: Then I think we are at the end. You'll hear from us within a week, whatever the answer is.
		b: Thank you. It was a nice conversation, I didn't expect to talk about gloves.
		c: Neither did we. Have a good day, {b}.
		b: You too, goodbye.`,
	],
};
