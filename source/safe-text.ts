declare const safe: unique symbol;

/** Text that may be shown: it holds no control, escape, direction-changing or invisible character. */
export type SafeText = string & {readonly [safe]: true};

// CSI, OSC, DCS, APC, PM and SOS sequences, 7-bit and 8-bit (ECMA-48), removed whole so that their
// parameters do not stay behind as litter. Whatever is malformed loses its introducer below.
const escapeSequences =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
	/(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B[PX\]^_]|[\u0090\u0098\u009D-\u009F])[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)?|\u001B[ -/]*[0-~]/g;

// C0 (but tab and line feed), DEL and C1 controls, line and paragraph separators, interlinear annotation, lone surrogates,
// noncharacters, and all that Unicode calls default-ignorable, which is what may be there unseen: zero
// widths, bidirectional controls, soft hyphen, Hangul fillers, tags (UAX #44). Of those stay what
// scripts and emoji need: ZWJ, ZWNJ, variation selectors, and the tags of the three flags that have some.
const unsafeCharacters =
	/(\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F})|(?![\t\n])[\p{Control}\u2028\u2029\uFFF9-\uFFFB\p{Surrogate}\p{Noncharacter_Code_Point}]|(?![\p{Join_Control}\p{Variation_Selector}])\p{Default_Ignorable_Code_Point}/gu;

// A character takes one variation selector; bytes are smuggled in rows of them. No
// script stacks more than eight marks; more climb over other rows. Joiners stay also where a text
// begins: it may be a part of another one.
const idleSelectors = /(?<=\p{Variation_Selector})\p{Variation_Selector}+/gu;
const marksTooMany = /([\p{Mark}\p{Join_Control}]{8})[\p{Mark}\p{Join_Control}]+/gu;

// A transcript has a million words of which hardly one needs anything done: what holds nothing but
// these is clean already. Stricter than need be; the property test holds it against the steps below.
const usual =
	'!-~\\u00A1-\\u00AC\\u00AE-\\u034E\\u0350-\\u061B\\u061D-\\u115E\\u1161-\\u167F\\u2010-\\u2027\\u2030-\\u205E\\u2070-\\u2FFF\\u3001-\\u3163\\u3165-\\uD7FF';
const unusual = new RegExp(`[^${usual} ]| {2}|^ | $`);
const unusualInLines = new RegExp(`[^${usual} \\n\\t]`);
const towerOfMarks = /\p{Mark}{9}/u;

/**
 * Makes remote text fit for one line of a terminal, a log or a message: escape sequences and
 * unsafe characters go, every run of white space becomes one space.
 */
export function safeText(remote: string): SafeText {
	if (isClean(remote, unusual)) {
		return remote as SafeText;
	}
	return removeUnsafe(remote.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' '))
		.replace(/\s+/gu, ' ')
		.trim() as SafeText;
}

/** More than any name or topic has, in UTF-16 units: Zoom takes 200 for a topic. */
const longestLine = 500;

/** The same for a name or a topic, which has its end somewhere: what is longer is cut. */
export function safeLine(remote: string): SafeText {
	const text = safeText(remote);
	return text.length <= longestLine
		? text
		: safeText(`${safeText(text.slice(0, longestLine - 1))}…`);
}

/**
 * The last gate before a screen or a terminal, for text of our own making that should hold nothing but safe
 * text: whatever would do more than show goes, white space stays.
 */
export function fitForTerminal(text: string): string {
	return isClean(text, unusualInLines) ? text : removeUnsafe(text);
}

/** The same for JSON, of which nothing may be lost: what would do more than show is escaped. */
export function escapeUnsafe(json: string): string {
	return isClean(json, unusualInLines)
		? json
		: json
				.replace(unsafeCharacters, (unsafe, flag?: string) => flag ?? escapeUnits(unsafe))
				.replace(idleSelectors, escapeUnits)
				.replace(marksTooMany, (marks, few: string) => few + escapeUnits(marks.slice(few.length)));
}

function escapeUnits(character: string): string {
	return character
		.split('')
		.map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.join('');
}

function isClean(text: string, unusualOnes: RegExp): boolean {
	return !unusualOnes.test(text) && (text.length < 9 || !towerOfMarks.test(text));
}

function removeUnsafe(text: string): string {
	return text
		.replace(escapeSequences, '')
		.replace(unsafeCharacters, '$1')
		.replace(idleSelectors, '')
		.replace(marksTooMany, '$1');
}

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Text as it stands in HTML, also within the value of an attribute. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, character => entities[character] ?? '');
}
