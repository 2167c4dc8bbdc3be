import {describe, expect, test} from 'vitest';
import {governmentAddresses} from '../../source/settings/resolve.ts';
import {variableNames} from '../../source/settings/variables.ts';
import {
	morePersonalZoomScopes,
	moreZoomScopes,
	personalZoomScopes,
	zoomScopes,
} from '../../source/setup/zoom-scopes.ts';
import {explainRefusal} from '../../source/zoom/refusals.ts';
import {
	explainCodeRefusal,
	explainRefreshRefusal,
	explainSignInRefusal,
} from '../../source/zoom/sign-in-refusals.ts';
import {readPage, rowsOf} from './page-tables.ts';

const text = readPage('zoom-app.md');
const headers = new Headers();

describe('the page about Zoom’s apps', () => {
	test.each([
		['### Scopes for an account', [...zoomScopes, ...moreZoomScopes]],
		['### Scopes for yourself', [...personalZoomScopes, ...morePersonalZoomScopes]],
	])('%s: names those that are asked for, and what each is worth', (heading, scopes) => {
		const [, ...rows] = rowsOf(text, heading);
		expect(rows).toEqual(
			scopes.map(({name, classic, cost}) => [
				`\`${name}\``,
				classic.map(each => `\`${each}\``).join(', '),
				cost,
			]),
		);
	});

	test('has each of Zoom’s numbers with the words that people see', () => {
		const [, ...rows] = rowsOf(text, '## What Zoom refuses').filter(([first = '']) =>
			/^(?:\d|number)/.test(first),
		);
		expect(rows.map(([number]) => Number(number))).toEqual([
			...[124, 200, 300, 429, 1001, 1010, 2001, 2305, 3001, 3301, 3303, 3309, 3310, 3322],
			...[4700, 4711],
		]);
		for (const [number, said = ''] of rows) {
			const data = {code: Number(number), message: ''};
			expect(explainRefusal({status: 400, headers, data}).message).toContain(said);
		}
	});

	test('has the words of each refused sign-in', () => {
		const said = rowsOf(text, '## What Zoom refuses').map(([first]) => first);
		const messages = [
			...['invalid_client', 'unsupported_grant_type', 'invalid_request', 'app disabled'].map(
				error => explainSignInRefusal({status: 400, headers, data: {error}}),
			),
			...['invalid_client', 'redirect', 'expired', 'invalid_grant'].map(error =>
				explainCodeRefusal({status: 400, headers, data: {error}}),
			),
			explainRefreshRefusal({status: 400, headers, data: {error: 'invalid_grant'}}),
		].map(({message}) => message.replace(/ \([^(]*\)$/, ''));
		for (const message of messages) {
			expect(said).toContain(message);
		}
	});

	test('names variables, hosts and headings that there are', () => {
		const variables = [...text.matchAll(/\bZOOM_[A-Z_]+/g)].map(([name]) => name);
		expect(variableNames).toEqual(expect.arrayContaining(variables));
		expect(text).toContain(governmentAddresses.zoomApi);
		expect(text).toContain(governmentAddresses.zoomOauth);
		const anchors = [...text.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
		const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
			heading.toLowerCase().replaceAll(' ', '-'),
		);
		expect(headings).toEqual(expect.arrayContaining(anchors));
	});
});
