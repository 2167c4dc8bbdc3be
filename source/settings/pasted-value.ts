const invisible = /[\s\u200B-\u200D\u2060\uFEFF]/gu;
const quotesAround = /^(["'`])(.*)\1$|^“(.*)”$|^‘(.*)’$/u;
const printableAscii = /^[\u0021-\u007E]*$/;

/**
 * A key, secret, id or address as it was meant: without the blanks, line breaks and invisible
 * characters that came along when it was copied, nor quotes around it. None of them has a blank inside.
 */
export function cleanPastedValue(pasted: string): string {
	const text = pasted.replace(invisible, '');
	const quoted = quotesAround.exec(text);
	return quoted === null ? text : (quoted[2] ?? quoted[3] ?? quoted[4] ?? '');
}

/** Whether a cleaned value can be sent at all: every id, key and secret is plain ASCII. */
export function isSendable(value: string): boolean {
	return printableAscii.test(value);
}
