import type {Scenario} from '../scenario.ts';

export const oneToOne: Scenario = {
	key: 'one-to-one',
	language: 'en',
	roles: 'fixed',
	order: 'any',
	related: ['design-review'],
	openings: [
		`a: Good morning, or good evening for you. How are you?
		b: Good evening. I'm fine, a bit tired. It's been raining for nine days here.
		a: You can have our sun, we don't use it. Do you have a list, or shall we just talk?
		b: I have a short one.
		a: Then you begin.`,
		`a: Hi {b}. Is this still a good time? I know it's late for you.
		b: It's fine, I have had dinner. Let's start.`,
	],
	subjects: [
		{
			name: 'how much I have on my table',
			state:
				"At the moment it's four projects, and I noticed that I only do the one that somebody has asked about last.",
			detail:
				"The night view has been at ninety percent for three weeks. It doesn't need a designer any more, it needs somebody who says that it's finished.",
			question: 'If you could drop one of them, which one would it be?',
			answer:
				'The icons. Nobody would notice until spring, and I could hand them to Kenji, he would like to do that.',
			risk: "I don't want it to look as if I give away the boring things.",
			choice:
				'Give the icons to Kenji, with a week of your help, and you declare the night view finished, today.',
			next: 'tell the others that it was my idea',
		},
		{
			name: 'the talk in Osaka',
			state:
				"They've asked me whether I'd talk at the conference in Osaka, about drawing maps for people who know the place better than you.",
			detail:
				"It would be twenty minutes, in Japanese, in front of about three hundred people. I said that I'd ask you first.",
			question: 'Would you like to do it?',
			answer: "I think so. I'm afraid of it in the way in which one should be.",
			risk: "I'd have to show things that aren't released yet, otherwise it's a talk about old screenshots.",
			choice: 'You say yes tonight, and we ask Vigo whether you may show their harbour.',
			next: 'write to Camila about the pictures',
		},
		{
			name: 'the reviews',
			state:
				"I'd like to say something about the design reviews. They are friendly, but at the end I often don't know what has been decided.",
			detail:
				'Last time I left with eleven opinions. When I asked afterwards, seven of them were only thoughts.',
			question: 'What would make it better for you?',
			answer:
				'Somebody who says at the end, this is what we do, and this is what we only talked about.',
			risk: "If it's always you who says it, the others will stop thinking.",
			choice: 'We take turns, and whoever had nothing to show that day sums up.',
			next: 'propose it in the next review, and do it the first time',
		},
		{
			name: 'working at night',
			state:
				'Half of my meetings are after seven in the evening, since we have the new customers in the west.',
			detail:
				"I don't mind two evenings. It was four in the last two weeks, and once it was eleven o'clock.",
			question: 'Which of them do you really need to be in?',
			answer:
				'The one with Skerry, because they ask about the map. For the others I could send a recording of my screen.',
			risk: "When I'm not there, things get decided that I have to draw afterwards.",
			choice:
				'Two evenings a week, you choose which ones, and nothing about the map is decided on the others.',
			next: 'move the calendar around, today',
		},
		{
			name: 'what comes after this role',
			state:
				"You asked me last time where I see myself in two years, and I've thought about it on the train.",
			detail:
				"I don't want to lead a large team. I'd like to be the one people ask when a screen is difficult.",
			question: 'Who do you know that has a role like that?',
			answer:
				'A former colleague, at a company that makes trains. She has no team, but nothing is built before she has seen it.',
			risk: "I'm not sure that there's such a place here, and I wouldn't want one that is made up for me.",
			choice:
				'We write down what that person would do, for a real problem, and look whether we miss it.',
			next: 'make a first version of that page',
		},
		{
			name: 'Kenji',
			state:
				"He's doing very well, he's faster than me at everything that moves. But he doesn't ask when he is stuck.",
			detail:
				'He sat on the tide slider for three days. It was a question that Olga could answer in one minute, and did.',
			question: 'Does he know that you see it like that?',
			answer: "I told him that he can always ask. I think that's what everybody says to everybody.",
			risk: 'If I look over his shoulder, he will ask even less.',
			choice: "You ask him a question every day, a real one, until it's normal.",
			next: 'collect a few questions that I really have',
		},
	],
	frames: {
		raise: [
			`b: I'd like to talk about {name}.
			a: Please.
			b: {state} {detail}`,
			`a: What's next on your list?
			b: It's about {name}. {state}
			a: Tell me more.
			b: {detail}`,
		],
		probe: [
			`a: {question}
			b: [Let me think.|Hm.|I've thought about that.] {answer}`,
			`a: I hear that. {question}
			b: {answer}
			a: [That makes sense to me|I can see that|Yes, I thought so].`,
		],
		worry: [
			`b: There's one thing that I'm not sure about. {risk}
			a: I understand. It's good that you say it.`,
			`a: And what holds you back?
			b: {risk}
			a: [Would it help if I said something|Shall I do something about that|Is that for me to solve]?
			b: Maybe, but not yet.`,
		],
		decide: [
			`a: Can I make a suggestion? {choice}
			b: [I like that|Yes, that would help|That sounds easy when you say it].
			a: Good. And I'll {next}, all right?
			b: Thank you.`,
			`b: So what do you think?
			a: {choice}
			b: Okay. Then I'll {next}.`,
		],
	},
	asides: [
		`b: Sorry, the cat wants to say hello.
		a: Hello, cat.`,
		`a: Did you get the parcel, by the way?
		b: Yes! The biscuits didn't survive until the evening.`,
	],
	closings: [
		`a: Is there anything that you didn't say because I talked too much?
		b: No, I think that was everything. Thank you for listening.
		a: Thank you. Go to bed, it's late.
		b: Good night, {a}.`,
	],
};
