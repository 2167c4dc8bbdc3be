import {type Command, Option} from 'commander';
import type {RequestChanges} from '../jobs/request-options.ts';
import type {AudioRoute} from '../settings/settings.ts';

/** What to ask of AssemblyAI in this run. */
export type RequestFlags = {
	readonly language?: string;
	readonly speakers?: string;
	readonly keyterms?: readonly string[];
	readonly knownSpeakers?: readonly string[];
	readonly part?: string;
	readonly redactPii?: string | true;
	readonly models?: string;
	readonly audio?: AudioRoute;
	readonly outline?: boolean;
	readonly deleteRemote?: boolean;
	readonly option?: readonly string[];
};

export function addRequestOptions(command: Command): Command {
	return command
		.option('--language <code>', 'such as de or en_us; "detect" to let AssemblyAI find out')
		.option('--speakers <number>', 'how many people speak: 3, 2-4, 2- or -4')
		.option('--keyterms <list>', 'names and words that are hard to hear: "Northquay, Ada"', collect)
		.option(
			'--known-speakers <list>',
			'who may be speaking, to be offered as names: "Ada Moreau, Grace Okafor"; costs extra',
			collect,
		)
		.option('--part <from-to>', 'only this part of the recording: 5:00-1:02:30, 5m- or -50m')
		.option('--redact-pii [list]', 'take personal data out of the text; all kinds, or those named')
		.option(
			'--models <list>',
			'AssemblyAI’s models in order of priority; "auto" for its own choice',
		)
		.addOption(
			new Option(
				'--audio <way>',
				'how the audio gets to AssemblyAI: through this computer, or by a link',
			).choices(['stream', 'direct']),
		)
		.option('--outline', 'sections with headlines, and what is to be done; costs extra')
		.option('--no-outline', 'none, also where you usually ask for one')
		.option('--delete-remote', 'delete AssemblyAI’s copy as soon as the transcript is here')
		.option('--no-delete-remote', 'leave AssemblyAI’s copy, also where you usually delete it')
		.option('--option <name=value>', 'any other parameter of AssemblyAI’s', collect);
}

/** Only what was given. Throws `UserError` `usage` for what is not understood. */
export async function readRequest(flags: RequestFlags): Promise<RequestChanges> {
	const options = await import('../jobs/request-options.ts');
	const {
		language,
		speakers,
		keyterms,
		knownSpeakers,
		part,
		redactPii,
		models,
		audio,
		outline,
		deleteRemote,
	} = flags;
	return {
		...(language !== undefined && options.language.parse(language)),
		...(speakers !== undefined && options.speakers.parse(speakers)),
		...(keyterms !== undefined && options.keyterms.parse(keyterms.join(','))),
		...(knownSpeakers !== undefined && options.knownSpeakers.parse(knownSpeakers.join(','))),
		...(part !== undefined && options.part.parse(part)),
		...(redactPii !== undefined && options.redactPii.parse(redactPii === true ? 'all' : redactPii)),
		...(models !== undefined && options.models.parse(models)),
		...(audio !== undefined && {audio}),
		...(outline !== undefined && {outline: outline ? true : undefined}),
		...(deleteRemote !== undefined && {deleteRemote: deleteRemote ? true : undefined}),
		...(flags.option !== undefined && options.parseExtra(flags.option)),
	};
}

/** For an option that may be given several times. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
	return [...before, value];
}
