import {expect, test} from 'vitest';
import {whileReporting} from '../../source/jobs/while-reporting.ts';

async function collect<Report, Value>(generator: AsyncGenerator<Report, Value, void>) {
	const reports: Report[] = [];
	for (;;) {
		const {done, value} = await generator.next();
		if (done === true) {
			return {reports, value};
		}

		reports.push(value);
	}
}

test('yields what is reported, then returns what the work gives', async () => {
	const generator = whileReporting<number, string>(async report => {
		report(1);
		await Promise.resolve();
		return 'done';
	});
	expect(await collect(generator)).toEqual({reports: [1], value: 'done'});
});

test('a report that comes while the last one is looked at is not lost', async () => {
	const go = Promise.withResolvers<void>();
	const generator = whileReporting<number, string>(async report => {
		report(1);
		await go.promise;
		return 'done';
	}, 0);
	let reportLater: ((value: number) => void) | undefined;
	const reporting = whileReporting<number, string>(report => {
		reportLater = report;
		report(1);
		return go.promise.then(() => 'done');
	}, 0);
	expect((await reporting.next()).value).toBe(1);
	reportLater?.(2);
	reportLater?.(3);
	expect((await reporting.next()).value).toBe(3);
	go.resolve();
	expect(await reporting.next()).toEqual({done: true, value: 'done'});
	expect((await generator.next()).value).toBe(1);
});

test('throws what the work throws', async () => {
	const generator = whileReporting<number, string>(async () => {
		throw new Error('broken');
	});
	await expect(collect(generator)).rejects.toThrow('broken');
});
