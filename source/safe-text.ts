declare const safe: unique symbol;

/** Text that may be shown: it holds no control, escape, direction-changing or invisible character. */
export type SafeText = string & {readonly [safe]: true};

// CSI, OSC, DCS, APC, PM and SOS sequences, 7-bit and 8-bit (ECMA-48), removed whole so that their
// parameters do not stay behind as litter. Whatever is malformed loses its introducer below.
const escapeSequences =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
	/(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B[PX\]^_]|[\u0090\u0098\u009D-\u009F])[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)?|\u001B[ -/]*[0-~]/g;

// C0, DEL and C1 controls; line and paragraph separators, bidirectional overrides, embeddings and
// isolates; lone surrogates and what Unicode says is no character; and whatever is to be ignored when
// it is drawn (soft hyphen, zero-width space, fillers, tags): nobody sees that it is there. Of these,
// joiners, emoji presentation and Mongolian variants stay: scripts and emoji need them.
const unsafeCharacters =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
	/[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFFF9-\uFFFB\p{Surrogate}\p{Noncharacter_Code_Point}]|(?!\u180B|\u180C|\u180D|\u180F|\u200C|\u200D|\uFE0E|\uFE0F)\p{Default_Ignorable_Code_Point}/gu;

// More marks on one letter than any script has climb over the lines above; joiners that join nothing
// are a place to hide something in.
const tooManyMarks = /(\p{Mark}{8})\p{Mark}+/u;
const idleJoiners = /((?:\u200C|\u200D|\uFE0E|\uFE0F){2})(?:\u200C|\u200D|\uFE0E|\uFE0F)+/gu;

// A transcript has a million words of which hardly one needs anything done: what holds none of these
// is clean already. Stricter than need be; the property test holds it against the steps below.
const unusual =
	/[^!-~\u00A1-\u00AC\u00AE-\u02FF\u0370-\u0482\u048A-\u0590\u05D0-\u060F\u061D-\u064A\u0900-\u115E\u1161-\u167F\u2010-\u2027\u2030-\u205E\u3001-\u3163\u3165-\uD7FF ]| {2}|^ | $/;

function isClean(text: string): boolean {
	return !(unusual.test(text) || (text.length > 8 && tooManyMarks.test(text)));
}

/**
 * Makes remote text fit for one line of a terminal, a log or a message: escape sequences and
 * unsafe characters go, every run of white space becomes one space.
 */
export function safeText(remote: string): SafeText {
	if (isClean(remote)) {
		return remote as SafeText;
	}
	return remote
		.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
		.replace(escapeSequences, '')
		.replace(unsafeCharacters, '')
		.replaceAll(new RegExp(tooManyMarks, 'gu'), '$1')
		.replace(idleJoiners, '$1')
		.replace(/\s+/gu, ' ')
		.trim() as SafeText;
}

/** What a name or a title may have at most, in UTF-16 code units: nobody reads more of it. */
const longestLine = 10_000;

/** The same for what is a name, a title or a note: cut where it is longer than anybody reads. */
export function safeLine(remote: string): SafeText {
	return safeText(remote.length > longestLine ? `${remote.slice(0, longestLine)}…` : remote);
}
