import {keys} from '../test/support/keys.ts';
import type {Expected} from '../test/support/text-watch.ts';

/** Keys to press, if any, and what the screen shows once they have had their effect. */
export type Step = {
	readonly press?: readonly string[];
	readonly until: Expected;
};

export type Shot = {
	/** Of the file, without `.svg`. */
	readonly name: string;
	/** In the window's title bar. */
	readonly title: string;
	readonly columns: number;
	readonly rows: number;
	readonly commandLine: readonly string[];
	readonly steps: readonly Step[];
};

const sandbox = {
	title: 'recscribe --sandbox',
	columns: 100,
	rows: 30,
	commandLine: ['--sandbox'],
} as const;

// Enter alone leads from the first screen to a transcript.
const toMeetings: readonly Step[] = [
	{until: /people/},
	{press: [keys.enter], until: 'Last 30 days'},
	{press: [keys.enter], until: /newest first\b/},
];
const toTranscript: readonly Step[] = [...toMeetings, {press: [keys.enter], until: /Speaker A/}];

/** The pictures of the documentation: what to show, and how to get there. */
export const shots: readonly Shot[] = [
	{
		...sandbox,
		name: 'setup',
		title: 'recscribe',
		rows: 24,
		commandLine: [],
		steps: [{until: 'or the keychain'}],
	},
	{
		...sandbox,
		name: 'meetings',
		steps: [...toMeetings, {press: [keys.down], until: /─\n {2}.*\n❯/}],
	},
	{
		...sandbox,
		name: 'transcribing',
		rows: 24,
		steps: [
			...toMeetings,
			{press: [keys.space, keys.space, keys.space], until: '3 marked'},
			{press: [keys.enter], until: /(?:━.* MB of .*\n.*){3}/},
		],
	},
	{
		...sandbox,
		name: 'transcript',
		steps: [...toTranscript, {press: ['t', '2', '5', '%', keys.enter], until: /· 2\d%/}],
	},
	{
		...sandbox,
		name: 'find',
		steps: [
			...toTranscript,
			{until: /accept names/},
			{press: ['x'], until: /^(?!.*accept names)/s},
			{press: ['/', 'r', 'e', 'f', 'u', 'n', 'd'], until: /1 of \d+/},
			{press: [keys.enter], until: /1 of \d+ \/refund/},
		],
	},
	{
		...sandbox,
		name: 'outline',
		columns: 120,
		steps: [
			...toMeetings,
			{press: ['o'], until: 'before the run'},
			{press: [...Array<string>(7).fill('j'), keys.enter], until: 'what is to be done'},
			{press: ['g', keys.enter], until: /accept names/},
			{press: ['x'], until: /^(?!.*accept names)/s},
			{press: ['i', 'j', 'j', keys.enter], until: /Speaker A +6:\d\d/},
		],
	},
	{
		...sandbox,
		name: 'options',
		rows: 24,
		steps: [...toMeetings, {press: ['a', 'o'], until: 'before the run'}],
	},
	{
		...sandbox,
		name: 'export',
		steps: [
			...toTranscript,
			{press: ['.'], until: /❯ Plain text/},
			{press: [keys.down], until: /❯ Markdown[\s\S]*\.md\b/},
		],
	},
];
