/** Takes what nobody else may read out of a text. */
export type Redact = (text: string) => string;

const mark = '[redacted]';

// What looks like a secret, whoever has it: a bearer token, a JSON Web Token, a value in a query, and an
// e-mail address, which is no secret and nobody's business.
const patterns: ReadonlyArray<readonly [RegExp, string]> = [
	[/\b(Bearer|Basic)\s+[\w+/=.~-]+/gi, `$1 ${mark}`],
	[/\beyJ[\w-]+\.[\w-]+\.?[\w-]*/g, mark],
	[/([?&][\w.-]+=)[^&#\s"']*/g, `$1${mark}`],
	[/[\w.+%'-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+/g, '[email]'],
];

/** How a secret may stand in a text: as it is, in an address, in a header, in hexadecimal digits. */
function writings(secret: string): readonly string[] {
	const bytes = Buffer.from(secret);
	return [
		secret,
		encodeURIComponent(secret),
		bytes.toString('base64').replace(/=+$/, ''),
		bytes.toString('base64url'),
		bytes.toString('hex'),
	];
}

/** Too short to be a secret: it would be found in half of all words. */
const shortest = 6;

/**
 * @param secrets Values that are taken out wherever they stand, however they are written.
 */
export function createRedact(secrets: Iterable<string>): Redact {
	const known = [...secrets]
		.filter(secret => secret.length >= shortest)
		.flatMap(writings)
		// The longest first: one may hold another.
		.toSorted((a, b) => b.length - a.length);
	return text => {
		let safe = text;
		for (const secret of known) {
			safe = safe.replaceAll(secret, mark);
		}

		for (const [pattern, replacement] of patterns) {
			safe = safe.replace(pattern, replacement);
		}

		return safe;
	};
}

/** An error's message without what it quotes: that may be what somebody said, or what they call a meeting. */
export function withoutQuotes(message: string): string {
	return message.replace(/(["“‘`'])(?:(?!["”’`']).)*(["”’`'])/gs, '$1…$2');
}
