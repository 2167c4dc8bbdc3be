import {expect, test} from 'vitest';
import type {ListedTranscript} from '../../source/assemblyai/assemblyai.ts';
import {readStatuses} from '../../source/jobs/read-statuses.ts';

const {signal} = new AbortController();
const hourMs = 3_600_000;
const submittedAt = Date.parse('2026-11-24T10:00:00Z');

function listed(id: string, ageMs = 0): ListedTranscript {
	return {id, status: `${id} now`, created: new Date(submittedAt - ageMs), audioUrl: ''};
}

/** What is found in these pages, and how many of them were looked at. */
async function read(
	ids: readonly string[],
	pages: readonly (readonly ListedTranscript[])[],
	error?: Error,
) {
	let looked = 0;
	const waits = ids.map((id, index) => ({
		id,
		submittedAt: submittedAt + index * hourMs,
		audioSeconds: undefined,
	}));
	const assemblyai = {
		async *listTranscripts() {
			for (const page of pages) {
				looked++;
				yield page;
			}

			if (error !== undefined) {
				throw error;
			}
		},
	};
	const found = await readStatuses(assemblyai, waits, signal);
	return {...found, statuses: Object.fromEntries(found.statuses), looked};
}

test('the statuses of those that are waited for are read, and of no others', async () => {
	expect(
		await read(['a', 'b'], [[listed('x'), listed('b')], [listed('a')], [listed('y')]]),
	).toEqual({statuses: {a: 'a now', b: 'b now'}, error: undefined, looked: 2});
});

test.each([
	['an hour before the earliest, since clocks differ', [[listed('x', hourMs)], [listed('a')]], 2],
	['no further', [[listed('x', hourMs + 1)], [listed('a')]], 1],
	['by the last of a page', [[listed('x', 2 * hourMs), listed('y')], [listed('a')]], 2],
	['not behind an empty page', [[], [listed('a')]], 1],
])('the list is read as far back as %s', async (_, pages, looked) => {
	const found = await read(['a', 'b'], pages);
	expect(found).toMatchObject({looked, error: undefined});
	expect(found.statuses).toEqual(looked === 2 ? {a: 'a now'} : {});
});

test('what was read before a fault counts', async () => {
	const error = new Error('It broke off');
	expect(await read(['a', 'b'], [[listed('a')]], error)).toEqual({
		statuses: {a: 'a now'},
		error,
		looked: 1,
	});
});
