import type {Frames} from '../scenario.ts';

/** How colleagues go through a list of points. */
export const meetingFrames: Frames = {
	raise: [
		`a: [Okay|Right|Good], next on my list is {name}. {b}, [where are we|how does it look|what's the state of it]?
		b: {state} {detail}
		a: [Thanks, that's clear|Okay, I didn't know that last part|Good to know].`,
		`a: {b}, you wanted to talk about {name}.
		b: Yes, thanks. {state}
		a: [And what have you seen so far|Anything surprising in there|What did we learn from it]?
		b: {detail}`,
		`b: Can I bring up {name}? I think it fits here.
		a: [Sure, go ahead|Please do|Yes, we have the time].
		b: {state} {detail}`,
		`a: Then there's {name}. I only know what is in the document, so start from the beginning.
		b: The short version, then. {state}
		a: And the long version?
		b: {detail} The rest is in the document, really.`,
		`a: Let's move on to {name}. {c}, you have been closest to it this week, haven't you?
		c: {b} more than me, but I can start. {state}
		b: One thing to add. {detail}
		c: Yes, I'd forgotten about that.`,
		`a: How long do we want to spend on {name}?
		b: Ten minutes, if nobody gets excited.
		c: No promises.
		b: {state} {detail}`,
		`c: While we're at it, what about {name}? I lost track after the holidays.
		b: You didn't miss much until last week. {state} {detail}
		c: [Ah, okay|I see|Good, thanks].`,
	],
	probe: [
		`a: [One question|Let me ask the obvious question|Something I don't understand yet]. {question}
		b: {answer}
		a: And have we seen that work, or is that the plan?
		b: [We tried it twice, once on the test rig and once in {town}.|It's the plan for most of it. In {town} they have done it by hand for {span}.|We tried it with {number} people, so it's a small sample, but yes.]`,
		`a: {question}
		b: [Good question.|I was hoping somebody would ask.|We went back and forth on that.] {answer}
		a: [Makes sense|Okay, I can explain that to others|Fine, I'm convinced].`,
		`a: Help me understand it. {question}
		b: {answer} If you want to see it, I can show it to you afterwards, it takes five minutes.
		a: I'd like that, yes.`,
		`c: [Quick question|Can I ask something|Sorry to interrupt]. {question}
		b: {answer}
		c: [Okay, that helps|That's what I needed, thanks|Then my note from last week was wrong].`,
		`a: Before we go on. {question}
		c: I can take that one. {answer}
		b: That's also what the people in {town} told us.`,
		`c: {question}
		a: I was about to ask the same.
		b: {answer}
		c: And if that turns out to be wrong?
		b: Then we hear about it within {span}, and we can still turn around.`,
	],
	worry: [
		`b: [One thing worries me, though.|What I'm less happy about is this.|Here's the part I'd like help with.] {risk}
		a: How likely is that?
		b: On a normal day, hardly ever. On a bad one I'd guess {percent} of the time.
		a: That's not nothing.`,
		`a: What could go wrong?
		b: {risk}
		a: [Has it happened before|Did that ever happen|Do we know of a case]?
		b: Something like it, once, in {town}. It took them {span} to notice.`,
		`b: I should say one more thing. {risk}
		a: [Thanks for saying it now and not on Friday.|Better to know it now.|Hm. Okay.] Is it in the list of risks?
		b: It is since this morning.`,
		`c: Can I be the pessimist for a moment?
		a: Somebody has to.
		c: {risk}
		b: [I can't rule it out.|No, that's fair.|I had the same thought in the shower.]`,
		`c: What does {town} say about it?
		b: They like it. But there is a catch. {risk}
		c: I knew there was a catch.`,
		`a: {c}, you look doubtful.
		c: A little. {risk}
		b: Agreed, and I'd rather solve that first than explain it later.`,
	],
	decide: [
		`a: So, what do we do?
		b: {choice}
		a: [Fine by me.|That sounds right.|Okay, let's do that.] Could you {next}?
		b: Yes, [you'll have it|that will be done] {soon}.`,
		`b: My proposal is simple. {choice}
		a: I can't think of a reason against it.
		b: Good, then I'll {next}.
		a: And please put it into the notes, so that we don't have this conversation again in {span}.`,
		`a: [I think we're going round in circles.|I'd like to leave with a decision.|Let's close this one.] {choice}
		b: [I can live with that|Works for me|Okay, agreed]. I'll {next}.`,
		`c: My suggestion would be this. {choice}
		a: {b}?
		b: Yes, I'd have said the same. I'll {next}.
		a: Decided, then.`,
		`a: What's the smallest thing that would help?
		c: {choice}
		b: That's not even much work. I can {next}.
		a: [Excellent|Perfect|Good]. {c}, will you have a look at it afterwards?
		c: Sure.`,
		`c: {choice} At least for a start.
		b: I'd have gone further, but as a first step, yes.
		a: Okay. Who does it?
		b: I'll {next}, and {c} can check that I haven't forgotten anything.`,
	],
};

/** What comes up between two points. */
export const meetingAsides: readonly string[] = [
	`a: Sorry, that was my door bell. One second.
	b: No problem.
	a: Okay, I'm back. It was a parcel for the neighbours, as always.`,
	`a: Can you see my screen?
	b: We see your calendar.
	a: That's not what I wanted to share. Now?
	b: Now it's the right one.`,
	`b: Quick time check, we have used about half of our time.
	a: Thanks. Let's be a bit faster with the next ones.`,
	`b: Somebody's microphone is picking up seagulls.
	a: That's me, I have the window open. It's the harbour, what can I do.
	b: Leave it, I like it.`,
	`c: {b}, you're on mute.
	b: Sorry. I just gave a wonderful speech, and nobody heard it.
	c: We'll read it in the transcript.`,
	`a: Does anybody need a break?
	c: I need a coffee, but keep going, I can listen.
	a: Okay.`,
	`c: By the way, the photos from {town} are in the shared folder. The one with the dog on the bridge is worth it.
	a: I'll look at that after the meeting, otherwise I won't hear another word of this.`,
	`a: Let me just write that down before I forget it. Okay. Go on.`,
	`b: I have to leave five minutes before the end, I'm afraid. The school called.
	a: That's fine, we'll do your points first then.`,
];
