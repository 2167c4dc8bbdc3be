import type {Message} from './read-messages.ts';

type Section = {
	readonly title: string;
	readonly about: string;
	/** How the files begin that its messages are in, below `source/`. */
	readonly places: readonly string[];
};

/** A message belongs to the first section that has its file. */
const sections: readonly Section[] = [
	{
		title: 'Asking Zoom',
		about:
			'Zoom’s number and its own words may stand behind it, in brackets; [Connecting Zoom](zoom-app.md) has the numbers.',
		places: ['zoom/', 'tui/listings', 'setup/check-zoom', 'commands/zoom-transcript'],
	},
	{
		title: 'Asking AssemblyAI',
		about: 'Its own words may stand behind it, in brackets.',
		places: ['assemblyai/', 'understand', 'jobs/', 'library/job', 'services', 'tui/'],
	},
	{
		title: 'On the way to either',
		about: 'It begins with who was asked.',
		places: ['http', 'cli/prepare-network'],
	},
	{
		title: 'Settings and this computer',
		about: '`recscribe doctor` looks at all of it at once.',
		places: ['settings/', 'setup/', 'log/', 'reject-foreign', 'commands/setup', 'commands/forget'],
	},
	{
		title: 'The library and files',
		about: 'Nothing that was paid for is lost by any of these.',
		places: [
			'library/',
			'exports/',
			'transcripts/',
			'open-',
			'find-transcripts',
			'commands/deliver',
		],
	},
	{
		title: 'What a command is asked for',
		about: '`recscribe COMMAND --help` has the whole of it.',
		places: [''],
	},
];

const beginning = `# What Recscribe says when something is wrong

Every error says what happened and why; the line below it says what to do. Here are all of them, with \`…\` where something of
the moment comes in. This page is written out of the source by \`npm run docs\`.
`;

/** The page of all messages: a table for each part of the program, in the order of the alphabet. */
export function renderMessagesPage(messages: readonly Message[]): string {
	const bySection = Map.groupBy(messages, ({file}) =>
		sections.find(({places}) => places.some(place => file.startsWith(place))),
	);
	const tables = sections.map(section => {
		const rows = (bySection.get(section) ?? []).map(
			({message, hint}) => `| ${toCell(message)} | ${toCell(hint ?? '')} |`,
		);
		const inOrder = [...new Set(rows)].toSorted((one, other) =>
			toSortKey(one).localeCompare(toSortKey(other), 'en'),
		);
		return `## ${section.title}\n\n${section.about}\n\n| what happened | what to do |\n|---|---|\n${inOrder.join('\n')}\n`;
	});
	return [beginning, ...tables].join('\n');
}

function toCell(text: string): string {
	return text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
}

/** Its words alone. */
function toSortKey(row: string): string {
	return row.replace(/[^\p{L}\p{N} ]/gu, '').trim();
}
