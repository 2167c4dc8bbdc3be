import * as z from 'zod';
import {UserError} from '../errors.ts';
import type {TranscriptionRequest} from '../library/records.ts';
import {formatTime, parseTime} from '../transcripts/time.ts';

/** What a run asks for beside a person's defaults; undefined takes a default away. */
export type RequestChanges = Partial<TranscriptionRequest>;

/**
 * An option of a run as a person types it, in a form as on a command line. `parse` throws `UserError`
 * `usage`; what `show` gives is understood by `parse`.
 */
export type RequestOption = {
	readonly parse: (text: string) => RequestChanges;
	/** Empty where nothing is asked for. */
	readonly show: (request: TranscriptionRequest) => string;
};

function wrong(message: string, hint: string): UserError {
	return new UserError(message, {code: 'usage', hint});
}

function isNothing(text: string, ...words: readonly string[]): boolean {
	const typed = text.trim().toLowerCase();
	return typed === '' || words.includes(typed);
}

/** `de`, `en_us`, `pt-BR`; nothing or `detect` lets AssemblyAI find out. */
export const language: RequestOption = {
	parse(text) {
		if (isNothing(text, 'detect')) {
			return {language: undefined};
		}

		const code = text.trim().toLowerCase().replace('-', '_');
		if (!/^[a-z]{2,3}(_[a-z]{2,4})?$/.test(code)) {
			throw wrong(
				`“${text.trim()}” is no code of a language`,
				'Give one such as de, es or en_us, or "detect".',
			);
		}

		return {language: code};
	},
	show: request => request.language ?? '',
};

const mostSpeakers = 100;

/** `3` exactly, `2-4`, `2-` at least, `-4` at most; nothing or `any` leaves it to AssemblyAI. */
export const speakers: RequestOption = {
	parse(text) {
		if (isNothing(text, 'any')) {
			return {speakersMin: undefined, speakersMax: undefined};
		}

		const [, least, dash, most] = /^\s*(\d+)?\s*([-–])?\s*(\d+)?\s*$/.exec(text) ?? [];
		const [speakersMin, speakersMax] = [least, dash === undefined ? least : most].map(digits =>
			digits === undefined ? undefined : Number(digits),
		);
		const isGood =
			(speakersMin ?? speakersMax) !== undefined &&
			(speakersMin ?? 1) >= 1 &&
			(speakersMin ?? 1) <= (speakersMax ?? mostSpeakers) &&
			(speakersMax ?? 1) <= mostSpeakers;
		if (!isGood) {
			throw wrong(
				`“${text.trim()}” is no number of speakers`,
				`Give one such as 3, or from 2-4, from 1 to ${mostSpeakers}.`,
			);
		}

		return {speakersMin, speakersMax};
	},
	show({speakersMin, speakersMax}) {
		return speakersMin === speakersMax
			? `${speakersMin ?? ''}`
			: `${speakersMin ?? ''}-${speakersMax ?? ''}`;
	},
};

const mostKeyterms = 1000;
const mostKeytermWords = 6;

/** Names and words, with commas between them. */
export const keyterms: RequestOption = {
	parse(text) {
		const terms = splitList(text);
		const tooLong = terms.find(term => term.split(/\s+/).length > mostKeytermWords);
		if (tooLong !== undefined) {
			throw wrong(
				`“${tooLong}” has more than ${mostKeytermWords} words`,
				'Put a comma between two keyterms.',
			);
		}

		if (terms.length > mostKeyterms) {
			throw wrong(
				`${terms.length} keyterms are too many`,
				`AssemblyAI takes ${mostKeyterms} at the most.`,
			);
		}

		return {keyterms: terms.length === 0 ? undefined : terms};
	},
	show: request => (request.keyterms ?? []).join(', '),
};

// https://www.assemblyai.com/docs: each of the known values of a speaker identification.
const longestName = 35;

/** Names of those who may be speaking, with commas between them. */
export const knownSpeakers: RequestOption = {
	parse(text) {
		const names = splitList(text);
		const tooLong = names.find(name => name.length > longestName);
		if (tooLong !== undefined) {
			throw wrong(
				`“${tooLong}” is longer than ${longestName} characters`,
				'AssemblyAI takes shorter names only; put a comma between two names.',
			);
		}

		return {knownSpeakers: names.length === 0 ? undefined : names};
	},
	show: request => (request.knownSpeakers ?? []).join(', '),
};

/** Names as AssemblyAI takes them for known speakers: not too long, and none twice. */
export function toKnownSpeakers(names: readonly string[]): readonly string[] {
	return [...new Set(names.map(name => name.slice(0, longestName).trim()))].filter(
		name => name !== '',
	);
}

const longestMs = 240 * 3_600_000;

/** `5:00-1:02:30`, `5m-`, `-50m`; nothing or `all` is the whole recording. */
export const part: RequestOption = {
	parse(text) {
		if (isNothing(text, 'all')) {
			return {audioStartFromMs: undefined, audioEndAtMs: undefined};
		}

		const [from, to, more] = text.split(/[-–]/).map(time => time.trim());
		const read = (time: string | undefined) =>
			time === undefined || time === '' || time.endsWith('%')
				? undefined
				: parseTime(time, longestMs);
		const [audioStartFromMs, audioEndAtMs] = [read(from), read(to)];
		const isGood =
			more === undefined &&
			to !== undefined &&
			(from === '') === (audioStartFromMs === undefined) &&
			(to === '') === (audioEndAtMs === undefined) &&
			(audioStartFromMs ?? audioEndAtMs) !== undefined &&
			(audioStartFromMs ?? 0) < (audioEndAtMs ?? longestMs);
		if (!isGood) {
			throw wrong(
				`“${text.trim()}” is no part of a recording`,
				'Give it as 5:00-1:02:30, 5m- or -50m.',
			);
		}

		return {audioStartFromMs, audioEndAtMs};
	},
	show({audioStartFromMs, audioEndAtMs}) {
		const show = (time: number | undefined) => (time === undefined ? '' : formatTime(time));
		return audioStartFromMs === undefined && audioEndAtMs === undefined
			? ''
			: `${show(audioStartFromMs)}-${show(audioEndAtMs)}`;
	},
};

/** What `all` takes out of a text: what is about a person, and secrets. */
export const usualPiiPolicies = [
	'person_name',
	'email_address',
	'phone_number',
	'location',
	'date_of_birth',
	'credit_card_number',
	'credit_card_cvv',
	'credit_card_expiration',
	'banking_information',
	'us_social_security_number',
	'drivers_license',
	'passport_number',
	'account_number',
	'password',
] as const;

/** AssemblyAI's names of policies, with commas between them; `all` means the usual ones. */
export const redactPii: RequestOption = {
	parse(text) {
		if (isNothing(text, 'none')) {
			return {redactPii: undefined};
		}

		if (text.trim().toLowerCase() === 'all') {
			return {redactPii: usualPiiPolicies};
		}

		const policies = splitList(text.toLowerCase());
		if (policies.length === 0) {
			return {redactPii: undefined};
		}

		const odd = policies.find(policy => !/^[a-z_]+$/.test(policy));
		if (odd !== undefined) {
			throw wrong(
				`“${odd}” is no name of a PII policy`,
				'Give "all", or names such as person_name, email_address, phone_number.',
			);
		}

		return {redactPii: policies};
	},
	show({redactPii: policies = []}) {
		return policies.join() === usualPiiPolicies.join() ? 'all' : policies.join(', ');
	},
};

/** AssemblyAI's models in order of priority, with commas between them; `auto` leaves it the choice. */
export const models: RequestOption = {
	parse: text => ({speechModels: isNothing(text, 'auto') ? [] : splitList(text)}),
	show: ({speechModels}) => (speechModels.length === 0 ? 'auto' : speechModels.join(', ')),
};

/** What Recscribe itself sets, or could not do without. */
const ownParameters: ReadonlySet<string> = new Set(['audio_url', 'webhook_url']);

/**
 * Any other parameter of AssemblyAI's, `name=value`; values are JSON where they can be read as such.
 * Several have spaces between them. AssemblyAI checks them.
 */
export const extra: RequestOption = {
	parse: text => parseExtra(text.trim() === '' ? [] : text.trim().split(/\s+(?=[a-z]\w*\s*=)/)),
	show: ({extra: parameters = {}}) =>
		Object.entries(parameters)
			.map(([name, value]) => `${name}=${JSON.stringify(value)}`)
			.join(' '),
};

/** The same, one parameter in each text. */
export function parseExtra(options: readonly string[]): RequestChanges {
	return {
		extra: options.length === 0 ? undefined : Object.fromEntries(options.map(readParameter)),
	};
}

const wish = z.json();

function readParameter(option: string): readonly [name: string, value: z.infer<typeof wish>] {
	const [, name, value] = /^\s*([a-z]\w*)\s*=\s*(.*)$/s.exec(option) ?? [];
	if (name === undefined || value === undefined) {
		throw wrong(
			`“${option.trim()}” is no parameter of AssemblyAI’s`,
			'Give it as name=value, for example disfluencies=true.',
		);
	}

	if (ownParameters.has(name)) {
		throw wrong(`${name} can’t be chosen`, 'Recscribe needs it for itself.');
	}

	try {
		return [name, wish.parse(JSON.parse(value))];
	} catch {
		return [name, value];
	}
}

function splitList(text: string): readonly string[] {
	const entries = text.split(/[,\n]/).map(entry => entry.trim());
	return [...new Set(entries.filter(entry => entry !== ''))];
}
