import type {Language} from '../world/meeting.ts';

/** Something that people talk about: sentences that fit into every frame. */
export type Subject = {
	/** As one says it within a sentence: "the offline tickets". */
	readonly name: string;
	/** How it stands: a whole sentence, or two. */
	readonly state: string;
	readonly detail: string;
	readonly question: string;
	readonly answer: string;
	readonly risk: string;
	/** What somebody proposes: a whole sentence. */
	readonly choice: string;
	/** What somebody will do: "write down the rules", after "I'll" or "could you". */
	readonly next: string;
};

/** How a subject goes by: it comes up, is asked about, worries somebody, and is settled. */
export const stages = ['raise', 'probe', 'worry', 'decide'] as const;
export type Stage = (typeof stages)[number];

export type Frames = Readonly<Record<Stage, readonly string[]>>;

/**
 * What is said at one kind of meeting.
 *
 * Every dialogue is lines of the form `a: text`, where the letter says who talks (`a` leads the
 * meeting). `{b}` is somebody's name, `{state}` a field of the subject, `{day}` and the like one of a few words,
 * `[one|another]` a choice.
 */
export type Scenario = {
	readonly key: string;
	readonly language: Language;
	/** Whether everybody keeps the same role, as in an interview, or takes turns. */
	readonly roles: 'fixed' | 'turns';
	/** Whether its subjects come in the order written here, or in a new one each time. */
	readonly order: 'written' | 'any';
	/** Other meetings whose subjects come up here too when it goes on for long. */
	readonly related: readonly string[];
	readonly openings: readonly string[];
	readonly subjects: readonly Subject[];
	readonly frames: Frames;
	/** What comes up in between. */
	readonly asides: readonly string[];
	readonly closings: readonly string[];
};
