import type {DateRange, User} from '../zoom/recordings.ts';

/** Where one is. Each screen carries what it needs to be drawn, and nothing else. */
export type Screen =
	| {readonly name: 'users'}
	| {readonly name: 'dates'; readonly user: User}
	| {readonly name: 'meetings'; readonly user: User; readonly range: DateRange}
	| {
			readonly name: 'transcribing';
			/** The job whose transcript opens by itself as soon as it is there. */
			readonly follow: string | undefined;
	  }
	| {readonly name: 'transcript'; readonly transcriptId: string}
	| {readonly name: 'export'; readonly transcriptId: string};

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
