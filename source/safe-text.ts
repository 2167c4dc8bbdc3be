declare const safe: unique symbol;

/** Text that may be shown: it holds no control, escape, direction-changing or invisible character. */
export type SafeText = string & {readonly [safe]: true};

// CSI, OSC, DCS, APC, PM and SOS sequences, 7-bit and 8-bit (ECMA-48), removed whole so that their
// parameters do not stay behind as litter. Whatever is malformed loses its introducer below.
const escapeSequences =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
	/(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B[PX\]^_]|[\u0090\u0098\u009D-\u009F])[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)?|\u001B[ -/]*[0-~]/g;

// C0, DEL and C1 controls; bidirectional overrides, embeddings and isolates; zero-width space and
// word joiner, invisible operators, byte-order mark, line and paragraph separators, interlinear
// annotation and tag characters; lone surrogates. ZWJ and ZWNJ stay: scripts and emoji need them.
const unsafeCharacters =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
	/[\u0000-\u001F\u007F-\u009F\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}\p{Surrogate}]/gu;

// A transcript has a million words of which hardly one needs anything done: what holds none of these
// is clean already. Stricter than need be; the property test holds it against the steps below.
const unusual =
	/[^!-~\u00A1-\u061B\u061D-\u167F\u2010-\u2027\u2030-\u205E\u3001-\uD7FF ]| {2}|^ | $/;

/**
 * Makes remote text fit for one line of a terminal, a log or a message: escape sequences and
 * unsafe characters go, every run of white space becomes one space.
 */
export function safeText(remote: string): SafeText {
	if (!unusual.test(remote)) {
		return remote as SafeText;
	}
	return remote
		.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
		.replace(escapeSequences, '')
		.replace(unsafeCharacters, '')
		.replace(/\s+/gu, ' ')
		.trim() as SafeText;
}
