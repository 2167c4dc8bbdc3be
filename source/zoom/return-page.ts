import {escapeHtml} from '../safe-text.ts';

export type ReturnPage = 'done' | 'refused' | 'foreign' | 'not-found';

const texts: Readonly<Record<ReturnPage, readonly [heading: string, text: string]>> = {
	done: [
		'Done',
		'Recscribe has what it needs. You can close this page and go back to the terminal.',
	],
	refused: ['Recscribe was not let in', 'Go back to the terminal to try again.'],
	foreign: [
		'This belongs to another sign-in',
		'Recscribe is waiting for the page that it opened last. Go back to the terminal, and open the address that it shows.',
	],
	'not-found': ['Nothing is here', 'Recscribe only waits here for Zoom’s sign-in.'],
};

/** The page that the browser ends on: complete in itself, it loads nothing. */
export function renderReturnPage(name: ReturnPage, details = ''): string {
	const [heading, text] = texts[name];
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Recscribe · ${heading}</title>
<style>
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { margin: 20vh auto 0; max-width: 32rem; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; }
</style>
</head>
<body>
<main>
<h1>${heading}</h1>
${details === '' ? '' : `<p>${escapeHtml(details)}</p>\n`}<p>${text}</p>
</main>
</body>
</html>
`;
}
