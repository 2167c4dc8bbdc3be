import {
	mkdtempSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {type Log, openLog} from '../../source/log/log.ts';
import {tellLog} from '../../source/log-events.ts';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'recscribe-log-'));
});

function open(file: string | undefined): Promise<Log> {
	return openLog({
		file,
		reportFolder: () => path.join(folder, 'crashes'),
		version: '1.2.3',
		command: 'meetings',
	});
}

function ask(address: string): void {
	tellLog({
		type: 'request',
		service: 'Zoom',
		method: 'GET',
		url: new URL(address),
		attempt: 1,
		milliseconds: 12.3,
		status: 200,
		fault: undefined,
	});
}

function readLines(file: string): readonly Record<string, unknown>[] {
	return readFileSync(file, 'utf8')
		.trimEnd()
		.split('\n')
		.map(line => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
	test('tells of requests without what is secret, and is its owner’s alone', async () => {
		const file = path.join(folder, 'log.jsonl');
		const log = await open(file);
		log.hide(['very-secret-key']);
		ask(
			'https://api.zoom.us/v2/users/ada@example.com/recordings?from=2026-11-01&page=very-secret-key',
		);
		ask('https://zoom.us/rec/download/very-secret-key/abc');
		tellLog({type: 'job', jobId: 'one', kind: 'uploading'});
		log.end(3);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		const lines = readLines(file);
		expect(lines).toMatchObject([
			{event: 'start', version: '1.2.3', command: 'meetings'},
			{event: 'request', host: 'api.zoom.us', path: '/v2/users/[email]/recordings', status: 200},
			{event: 'request', host: 'zoom.us', path: '/…', milliseconds: 12},
			{event: 'job', job: 'one', kind: 'uploading'},
			{event: 'end', exitCode: 3},
		]);
		expect(readFileSync(file, 'utf8')).not.toMatch(/secret|2026-11-01/);
	});

	test('goes on where it was', async () => {
		const file = path.join(folder, 'log.jsonl');
		writeFileSync(file, '{"event":"earlier"}\n');
		await open(file);
		expect(readLines(file)[0]).toEqual({event: 'earlier'});
	});

	test('tells of what a person can act on by its kind alone', async () => {
		const file = path.join(folder, 'log.jsonl');
		const log = await open(file);
		const error = new UserError('“Budget review” is not there', {code: 'not-found', hint: 'Look.'});
		expect(log.fail(error)).toBeUndefined();
		expect(readLines(file).at(-1)).toMatchObject({event: 'error', code: 'not-found'});
		expect(readFileSync(file, 'utf8')).not.toContain('Budget');
	});

	test('is not written by way of a link', async () => {
		const target = path.join(folder, 'target');
		writeFileSync(target, '');
		symlinkSync(target, path.join(folder, 'link'));
		await expect(open(path.join(folder, 'link'))).rejects.toThrow('it is a link');
		expect(readFileSync(target, 'utf8')).toBe('');
	});

	test('says at once where it can’t be written', async () => {
		await expect(open(folder)).rejects.toThrow('EISDIR');
		await expect(open(path.join(folder, 'none', 'log'))).rejects.toThrow('ENOENT');
	});

	test('on a full disk does not stop anything', async () => {
		const log = await open('/dev/full');
		ask('https://api.zoom.us/v2/users/me');
		expect(() => log.end(0)).not.toThrow();
	});
});

describe('a bug', () => {
	test('is reported in a file of its own, with what came before', async () => {
		const log = await open(undefined);
		log.hide(['very-secret-key']);
		ask('https://api.zoom.us/v2/users/me');
		const file = log.fail(new TypeError('very-secret-key is not "what was said"'));
		expect(statSync(file ?? '').mode & 0o777).toBe(0o600);
		const text = readFileSync(file ?? '', 'utf8');
		expect(JSON.parse(text)).toMatchObject({
			version: '1.2.3',
			command: 'meetings',
			name: 'TypeError',
			message: '[redacted] is not "…"',
			recent: expect.arrayContaining([expect.objectContaining({path: '/v2/users/me'})]),
		});
		expect(text).not.toContain('very-secret');
	});

	test('leaves no more than ten reports', async () => {
		const log = await open(undefined);
		let last: string | undefined;
		for (let count = 0; count < 12; count++) {
			last = log.fail(new Error(`${count}`)) ?? last;
		}

		const kept = readdirSync(path.join(folder, 'crashes'));
		expect(kept.length).toBeLessThanOrEqual(10);
		expect(kept).toContain(path.basename(last ?? ''));
	});

	test('without a place for a report has none', async () => {
		writeFileSync(path.join(folder, 'crashes'), 'in the way');
		expect((await open(undefined)).fail(new Error('bug'))).toBeUndefined();
	});
});
