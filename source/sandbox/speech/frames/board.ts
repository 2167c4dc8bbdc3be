import type {Frames} from '../scenario.ts';

/** How people talk who have to decide about money. */
export const boardFrames: Frames = {
	raise: [
		`a: The next item is {name}. {b}, would you introduce it?
		b: Gladly. {state} {detail}
		a: Thank you. Are there any questions?`,
		`a: Then we come to {name}. You have all received the paper.
		b: In short, then. {state}
		a: And for those of us who haven't got beyond the first page?
		b: {detail}`,
		`b: May I take {name} next? It belongs to the last point.
		a: Please.
		b: {state} {detail}`,
		`c: Before I forget it, there was also {name}.
		a: Yes, that's on the list. {b}?
		b: {state} {detail}
		c: I see. It's about what I had expected.`,
		`a: {name}, please.
		b: I'll be brief. {state}
		c: You said that last time, and then we had dinner cold.
		b: {detail} That's all.`,
	],
	probe: [
		`a: {question}
		b: {answer}
		a: [Thank you, that's clear.|I can follow that.|Good. That should be in the minutes.]`,
		`c: If I may. {question}
		b: [That's the right question.|We have discussed exactly that.|I was hoping you would ask.] {answer}
		c: Thank you.`,
		`a: Let me ask what a shareholder would ask. {question}
		b: {answer}`,
		`c: {question}
		a: I would like to know that as well.
		b: {answer}
		c: Then I have no further questions.`,
		`a: I have read the numbers twice. {question}
		b: {answer} The details are in the annex, page {number}.
		a: I'll have a look at it.`,
	],
	worry: [
		`a: What is the risk?
		b: {risk}
		a: It's good to have that said openly.`,
		`b: I don't want to hide the other side. {risk}
		a: Could we live with that?
		b: For a year, yes. Not for three.`,
		`c: I'm not entirely comfortable. {risk}
		b: I can't promise that it won't happen.
		c: I wouldn't believe you if you did.`,
		`c: May I be difficult for a moment? {risk}
		a: That's what you are here for.`,
		`b: One thing keeps me busy. {risk}
		c: We had a similar case at my last company. It was unpleasant, but it was over after {span}.`,
	],
	decide: [
		`a: What do you propose?
		b: {choice}
		a: Is anybody against it? Then that is decided. {b}, you will {next}?
		b: I will.`,
		`b: My recommendation is this. {choice}
		c: I second that.
		a: Then we do it like that. Please {next}.
		b: You'll have it {soon}.`,
		`c: May I suggest something? {choice}
		a: I like it. {b}?
		b: I can work with that. I'll {next}.`,
		`a: I would like to come to a decision. {choice}
		b: I support that, and I'll {next}.
		a: Good. For the minutes, agreed.`,
	],
};
