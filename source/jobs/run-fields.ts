import type {TranscriptionRequest} from '../library/records.ts';
import {
	extra,
	keyterms,
	knownSpeakers,
	language,
	models,
	part,
	type RequestChanges,
	type RequestOption,
	redactPii,
	speakers,
} from './request-options.ts';

export type TextField = {
	readonly kind: 'text';
	readonly title: string;
	readonly option: RequestOption;
	/** What holds while nothing is typed. */
	readonly otherwise: string;
	/** What may be typed. */
	readonly help: string;
};

export type ChoiceField = {
	readonly kind: 'choice';
	readonly title: string;
	/** The one that is chosen, in words. */
	readonly show: (request: TranscriptionRequest) => string;
	/** The next choice, after the last one the first. */
	readonly next: (request: TranscriptionRequest) => RequestChanges;
	readonly help: string;
};

export type RunField = TextField | ChoiceField;

/** What may be asked of a run, in the order of the form. */
export const runFields: readonly RunField[] = [
	{
		kind: 'text',
		title: 'Language',
		option: language,
		otherwise: 'found out by AssemblyAI',
		help: 'A code such as de or en_us; nothing to let AssemblyAI find out.',
	},
	{
		kind: 'text',
		title: 'Speakers',
		option: speakers,
		otherwise: 'as many as are heard',
		help: 'How many people speak: 3, from 2-4, at most -6. A wrong number does harm.',
	},
	{
		kind: 'text',
		title: 'Keyterms',
		option: keyterms,
		otherwise: 'none',
		help: 'Names and words that are hard to hear, with commas between them. Costs extra.',
	},
	{
		kind: 'text',
		title: 'Names',
		option: knownSpeakers,
		otherwise: 'found out from Zoom, where it knows',
		help: 'Who may be speaking: AssemblyAI finds out which voice is whose. Costs extra.',
	},
	{
		kind: 'text',
		title: 'Part',
		option: part,
		otherwise: 'the whole recording',
		help: 'From and to: 5:00-1:02:30, 5m- or -50m.',
	},
	{
		kind: 'text',
		title: 'Leave out',
		option: redactPii,
		otherwise: 'nothing',
		help: 'Personal data to black out: all, or names such as person_name, location. Costs extra.',
	},
	{
		kind: 'choice',
		title: 'Outline',
		show: ({outline}) => (outline === true ? 'sections, and what is to be done' : 'none'),
		next: ({outline}) => ({outline: outline === true ? undefined : true}),
		help: 'Headlines to jump by, made by AssemblyAI. It costs extra; how much is not published.',
	},
	{
		kind: 'text',
		title: 'Models',
		option: models,
		otherwise: 'auto',
		help: 'AssemblyAI’s models, the first one that knows the language is used; or auto.',
	},
	{
		kind: 'choice',
		title: 'Audio goes',
		show: ({audio}) => (audio === 'stream' ? 'through this computer' : 'by a link from Zoom'),
		next: ({audio}) => ({audio: audio === 'stream' ? 'direct' : 'stream'}),
		help: 'A link is quicker, and lets AssemblyAI read this one recording at Zoom.',
	},
	{
		kind: 'choice',
		title: 'Afterwards',
		show: ({deleteRemote}) =>
			deleteRemote === true ? 'delete AssemblyAI’s copy' : 'AssemblyAI keeps it 30 days',
		next: ({deleteRemote}) => ({deleteRemote: deleteRemote === true ? undefined : true}),
		help: 'The transcript is kept in the library here in any case.',
	},
	{
		kind: 'text',
		title: 'Anything else',
		option: extra,
		otherwise: 'nothing',
		help: 'Other parameters of AssemblyAI’s: disfluencies=true temperature=0.2',
	},
];
