import type {Scenario} from '../scenario.ts';

export const lecture: Scenario = {
	key: 'lecture',
	language: 'en',
	roles: 'fixed',
	order: 'written',
	related: [],
	openings: [
		`a: Welcome to the lunch seminar. I see that most of you have brought your lunch, that's how it's meant. I'm happy to welcome {b}, who has studied waiting for thirty years. The talk is recorded for the colleagues in Tokyo. Please ask questions at any time.
		b: Thank you, {a}. I've been introduced in many ways, but "has studied waiting" is the most honest one. I'd like to begin with a picture that you all know. It is ten minutes before departure, there are two hundred cars in front of a ramp, and everybody believes that the other lane is faster. Today I'd like to convince you that they are right, on average, and that there is nothing you can do about it. But there's a lot you can do about how it feels, and a little about how long it takes.`,
	],
	subjects: [
		{
			name: 'why the other lane is faster',
			state:
				"If there are three lanes, and you stand in one of them, the chance that yours is the fastest is one in three. So in two cases out of three you see somebody pass you. It has nothing to do with bad luck, it's just counting.",
			detail:
				"And it gets worse, because you spend more time in slow lanes than in fast ones. If you ask people at a random moment, most of them are in a slow lane, simply because that's where one is for longer. We call this the inspection paradox, and once you have seen it, you find it everywhere, in buses, in hospitals, and in the age of your colleagues.",
			question: 'So would one single queue for all lanes be better?',
			answer:
				'Fairer, yes, and the spread gets smaller. The mean stays the same. But there is a cost, because somebody has to send each car to its lane, and the two seconds that takes are lost for everybody behind it.',
			risk: 'The mistake that people make here is to optimise the mean. Nobody has ever complained about the mean. They complain about the one time that they missed the boat.',
			choice:
				'So the first rule is to look at the worst one in twenty, and to forget about the average.',
			next: 'look at the tail of the distribution',
		},
		{
			name: 'a full ramp',
			state:
				'A ramp that is used for half of the time has nearly no queue. At four fifths there is a small one. At nineteen twentieths the queue is four or five times as long as at four fifths, although there are hardly more cars.',
			detail:
				'The curve is nearly flat, for a long time, and then it goes up like a wall. You can derive it in three lines, but I prefer the experiment. We took a harbour in Norway and let in one more car each minute, for an hour. For fifty minutes nothing happened. In the last ten minutes the queue reached the church.',
			question: 'How far is it to the church?',
			answer: 'One point two kilometres. The priest was very kind about it.',
			risk: "What is dangerous about it is that everything looks fine until shortly before the wall. People say that they have room for growth, and they're right, until a Tuesday in July.",
			choice:
				'The second rule, then, is never to plan a ramp for more than four fifths, whatever the accountant says.',
			next: 'keep a fifth of it free',
		},
		{
			name: 'the schedule with a cushion',
			state:
				'Every timetable contains a lie, and the lie is called a buffer. The crossing takes fifty minutes, and we print an hour. Most passengers arrive early and are happy about it.',
			detail:
				'But a buffer that is known gets used. When the crew knows that there are ten minutes, the loading takes ten minutes longer. We have measured that on four routes, and on all four of them the buffer was gone within a year. Nobody had decided that. It just evaporated.',
			question: 'Can one keep a buffer secret?',
			answer:
				"For about one season. What works better is to put it where it can't be used up, after every third crossing and not inside each of them.",
			risk: 'If you take it away altogether, a delay of four minutes in the morning is forty minutes in the evening, because every boat waits for the one before.',
			choice: 'So the third rule is to have few buffers, but large ones, and to guard them.',
			next: 'put the slack where the delays meet',
		},
		{
			name: 'overbooking',
			state:
				"On every boat there are people who have booked and don't come. It is about four in a hundred on a sunny day, and eleven when it rains.",
			detail:
				"If you sell exactly as many places as there are, you sail with empty ones. If you sell four more, then on most days everybody is happy, and on some days somebody stands on the quay. What you choose depends on what that somebody costs you, and that's not a mathematical question.",
			question: 'How do you put a price on somebody who is left behind?',
			answer:
				'You ask. You offer a voucher, and you raise it until somebody takes it. It turns out that the number is surprisingly low, if you ask before people have queued, and surprisingly high afterwards.',
			risk: "The formula assumes that people stay away independently of each other. Families don't. When a child is ill, five places are empty at once.",
			choice: 'So you count bookings and not people, and then the formula works again.',
			next: 'count in groups',
		},
		{
			name: "waiting that doesn't feel like waiting",
			state:
				'There is a well-known story about a hotel with slow lifts. People complained, and the engineers wanted to build faster ones. Somebody hung up mirrors next to the doors instead, and the complaints stopped.',
			detail:
				'We did a similar thing with a sign. It said how long it would take, and it was honest. The waiting time was exactly the same, but when we asked people later, they thought that it had been a third shorter. And if the sign said twenty minutes and it took fifteen, they told their friends.',
			question: 'And if the sign says fifteen, and it takes twenty?',
			answer:
				'Then it would have been better not to have a sign. A broken promise is the only thing that makes it longer than no information.',
			risk: 'One can abuse this, of course. There are places that always promise too much time, and people learn that within a few weeks.',
			choice: 'The rule here is to promise the time that you keep in nine cases out of ten.',
			next: 'print an honest number, a little on the high side',
		},
		{
			name: 'the tide',
			state:
				"I promised to say something about tides, because they're the oldest timetable that we have. People wrote it down four hundred years before they understood it.",
			detail:
				"The height is a sum of waves, with the moon and the sun in it, and the shape of the bay. Thirty-seven of them are enough for most harbours. In the nineteenth century a machine of brass wheels added them up, one wheel for every wave, and it drew the tide of a year in four hours. It still works. I've turned the handle myself.",
			question: 'What is missing in the sum?',
			answer: 'The weather. A storm from the west can add a metre, and there is no wheel for that.',
			risk: 'So a table that is right on every calm day is most wrong on the days on which you need it most.',
			choice: 'Look at the gauge, and use the table only to know whether the gauge is broken.',
			next: 'trust the measurement before the model',
		},
	],
	frames: {
		raise: [
			`b: Let me come to {name}. {state} {detail}`,
			`b: The next thing that I'd like to talk about is {name}. {state}
			b: {detail}`,
			`a: You wanted to tell us something about {name}.
			b: Indeed. {state} {detail}`,
		],
		probe: [
			`c: May I ask something? {question}
			b: Please. {answer}`,
			`a: There's a question in the chat. {question}
			b: {answer}
			a: Thank you.`,
			`c: {question}
			b: [I like that question.|Very good.|Everybody asks that, and rightly so.] {answer}`,
		],
		worry: [
			`b: Now, a word of caution. {risk}`,
			`c: Where does it break down?
			b: {risk}`,
		],
		decide: [
			`b: What follows from it? {choice} Or, if you want it on a postcard, {next}.`,
			`b: {choice}
			a: I'm writing that down.
			b: Please do, it'll be in the exam.`,
		],
	},
	asides: [
		`b: I can see that somebody has a very good-looking sandwich. I'll hurry.`,
		`a: {b}, could you go back one slide? Somebody missed it.
		b: Of course. This one? Good.`,
	],
	closings: [
		`a: We've reached the end of the hour, and I think nobody noticed.
		b: That's the best thing that you can say to somebody who studies waiting. Thank you all for your attention, and may your lane be the fast one.
		a: Thank you, {b}. The slides are in the usual place. Goodbye, everyone.`,
	],
};
