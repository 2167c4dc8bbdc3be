import {createHash, randomUUID} from 'node:crypto';
import {appendFileSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import {UserError} from '../errors.ts';
import {requiredText} from '../http/lenient.ts';
import type {Settings, ZoomCredentials} from '../settings/settings.ts';
import type {DateRange, Meeting} from '../zoom/recordings.ts';
import {storedMeeting} from '../zoom/stored-meeting.ts';

/**
 * What a search of everybody's meetings has found, user by user, in a file beside the library: so an
 * interrupted one can go on. There is one at a time, the latest. Each line is JSON; what another search
 * or a broken write has left is passed over.
 */
export type SearchJournal = {
	/** What earlier runs of the same search have found. */
	readonly found: readonly FoundOfUser[];
	/** Adds a user whose meetings are all found. Throws the system's error. */
	readonly keep: (found: FoundOfUser) => void;
	/** The search has come to its end: there is nothing to go on with. */
	readonly end: () => void;
};

export type FoundOfUser = {readonly userId: string; readonly meetings: readonly Meeting[]};

const beginning = z.object({
	search: requiredText,
	/** Tells one Zoom account from another. */
	account: requiredText,
	from: requiredText,
	to: requiredText,
});
type Beginning = Readonly<Record<keyof z.infer<typeof beginning>, string>>;

const line = z.object({
	search: requiredText,
	userId: requiredText,
	meetings: z.array(storedMeeting).readonly(),
});

/** A new search; nothing is written, and no earlier one forgotten, before the first user is done. */
export function beginSearch(settings: Settings, {from, to}: DateRange): SearchJournal {
	const search = {search: randomUUID(), account: nameAccount(settings), from, to};
	let isBegun = false;
	return openJournal(settings, search, [], () => {
		if (!isBegun) {
			writeFileSync(fileOf(settings), `${JSON.stringify(search)}\n`, {mode: 0o600});
			isBegun = true;
		}
	});
}

/** The search that was interrupted last. Throws `UserError` when there is none of this account. */
export function resumeSearch(settings: Settings): {
	readonly range: DateRange;
	readonly journal: SearchJournal;
} {
	const [first, ...others] = readLines(fileOf(settings));
	const begun = beginning.safeParse(first);
	if (!begun.success) {
		throw new UserError('No search of everybody’s meetings was interrupted', {
			code: 'not-found',
			hint: 'Begin one: recscribe meetings --all-users',
		});
	}

	const {search, account, from, to} = begun.data;
	if (account !== nameAccount(settings)) {
		throw new UserError('The search that was interrupted is of another Zoom account', {
			code: 'not-found',
			hint: 'Begin a new one: recscribe meetings --all-users',
		});
	}

	const found = others.flatMap(other => {
		const parsed = line.safeParse(other);
		return parsed.success && parsed.data.search === search ? [parsed.data] : [];
	});
	return {
		range: {from, to},
		journal: openJournal(settings, begun.data, found, () => undefined),
	};
}

function openJournal(
	settings: Settings,
	{search}: Beginning,
	found: readonly FoundOfUser[],
	begin: () => void,
): SearchJournal {
	const file = fileOf(settings);
	return {
		found,
		keep({userId, meetings}) {
			begin();
			appendFileSync(file, `${JSON.stringify({search, userId, meetings})}\n`);
		},
		end() {
			// Another Recscribe may have begun one meanwhile.
			const begun = beginning.safeParse(readLines(file)[0]);
			if (begun.success && begun.data.search === search) {
				rmSync(file, {force: true});
			}
		},
	};
}

function fileOf({folders}: Settings): string {
	return path.join(folders.data, 'search-of-everyone.jsonl');
}

/** The values of a file's lines, as far as they are JSON; none where there is no file. */
function readLines(file: string): readonly unknown[] {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
			return [];
		}

		throw error;
	}

	return text.split('\n').map((each): unknown => {
		try {
			return JSON.parse(each);
		} catch {
			return undefined;
		}
	});
}

function nameAccount({zoom: {apiUrl, credentials}}: Settings): string {
	const parts = [apiUrl, credentials?.type, credentials && idOf(credentials)];
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

function idOf(credentials: ZoomCredentials): string {
	switch (credentials.type) {
		case 'server-to-server':
			return credentials.accountId;
		case 'legacy-jwt':
			return credentials.apiKey;
		case 'user':
			return credentials.clientId;
	}
}
