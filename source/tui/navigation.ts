import type {NewJob} from '../library/library.ts';
import type {DateRange} from '../zoom/recordings.ts';
import type {Whose} from './whose.ts';

/** Which transcript: one of the library, or the one that Zoom itself made of a meeting. */
export type TranscriptReference =
	| {readonly type: 'library'; readonly id: string}
	| {readonly type: 'zoom'; readonly meetingUuid: string};

/** Where something was found in a transcript. */
export type FoundPlace = {
	/** Milliseconds from the start of the recording. */
	readonly timeMs: number;
	/** The words that were found there: looked for in all of it from then on. */
	readonly words: readonly string[];
};

/** What is to be transcribed: at least one. */
export type RunJobs = readonly [NewJob, ...NewJob[]];

/** Where one is. Each screen carries what it needs to be drawn, and nothing else. */
export type Screen =
	| {readonly name: 'users'}
	| {readonly name: 'dates'; readonly whose: Whose}
	| {readonly name: 'meetings'; readonly whose: Whose; readonly range: DateRange}
	/** A meeting by whatever a person has of it. */
	| {readonly name: 'find meeting'; readonly whose: Whose}
	| {readonly name: 'meeting'; readonly uuid: string}
	/** What Zoom's AI made of a meeting. */
	| {readonly name: 'summary'; readonly uuid: string}
	| {
			readonly name: 'transcribing';
			/** The job whose transcript opens by itself as soon as it is there. */
			readonly follow: string | undefined;
	  }
	/** What is set up, who answers, and what is allowed. */
	| {readonly name: 'doctor'}
	/** What to ask for, before it costs anything. */
	| {readonly name: 'run'; readonly jobs: RunJobs}
	| {
			readonly name: 'transcript';
			readonly reference: TranscriptReference;
			/** Where to open it; without it, at its start. */
			readonly at?: FoundPlace;
	  }
	| {readonly name: 'export'; readonly reference: TranscriptReference}
	/** Transcripts of the library, each into a file of its own. */
	| {readonly name: 'export many'; readonly ids: readonly [string, ...string[]]}
	/** Everything that was transcribed. */
	| {readonly name: 'library'}
	/** What was said in it; `text`: what was looked for before one went on from there. */
	| {readonly name: 'library search'; readonly text: string};

export type ScreenName = Screen['name'];

/** The screens one came through; the last one is shown. */
export type Navigation = readonly [Screen, ...Screen[]];

export type NavigationAction =
	/** Goes in; Esc comes back. */
	| {readonly type: 'open'; readonly screen: Screen}
	/** Takes the place of the screen that is shown: Esc goes where that one would have gone. */
	| {readonly type: 'replace'; readonly screen: Screen}
	| {readonly type: 'back'}
	/** Starts over there. */
	| {readonly type: 'start'; readonly screen: Screen};

export function currentScreen(navigation: Navigation): Screen {
	return navigation.at(-1) ?? navigation[0];
}

/** Moves between screens; `back` on the first one stays there. */
export function navigate(navigation: Navigation, action: NavigationAction): Navigation {
	switch (action.type) {
		case 'open': {
			return [...navigation, action.screen];
		}

		case 'replace': {
			const [first, ...rest] = navigation;
			return rest.length === 0 ? [action.screen] : [first, ...rest.slice(0, -1), action.screen];
		}

		case 'back': {
			const [first, ...rest] = navigation;
			return [first, ...rest.slice(0, -1)];
		}

		case 'start': {
			return [action.screen];
		}
	}
}
