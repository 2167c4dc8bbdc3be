import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {meansFile, openTranscriptFile} from '../../source/transcript-files/open-transcript-file.ts';

const srt = '1\n00:00:01,000 --> 00:00:02,000\nAda: Grüße, 山田\n';

const folder = mkdtempSync(path.join(os.tmpdir(), 'files-'));
const place = (name: string) => path.join(folder, name);

function write(name: string, content: string | Uint8Array): string {
	writeFileSync(place(name), content);
	return place(name);
}

function utf16BigEndian(text: string): Uint8Array {
	return Buffer.from(text, 'utf16le').swap16();
}

describe('a file is read', () => {
	test.each([
		['UTF-8', srt],
		['UTF-8 with its mark', `\uFEFF${srt}`],
		['UTF-16 of small ends', Buffer.from(`\uFEFF${srt}`, 'utf16le')],
		['UTF-16 of big ends', utf16BigEndian(`\uFEFF${srt}`)],
	])('in %s', async (_, content) => {
		const {document, raw} = await openTranscriptFile(write('talk.srt', content));
		expect(document.transcript.turns).toMatchObject([{speaker: 'Ada', text: 'Grüße, 山田'}]);
		expect(raw).toBe(srt);
	});

	test('under its own name, made safe, whatever that ends with', async () => {
		const hostile = write('talk\u001B]0;owned\u0007 \u202Eone.two.txt', srt);
		const {name, document} = await openTranscriptFile(hostile);
		expect(name).toBe('talk one.two.txt');
		expect(document.meeting.topic).toBe('talk one.two');
		expect(document).toMatchObject({transcriptId: undefined, meeting: {start: undefined}});
	});

	test('through a link', async () => {
		write('real.srt', srt);
		symlinkSync(place('real.srt'), place('link.srt'));
		expect((await openTranscriptFile(place('link.srt'))).name).toBe('link.srt');
	});
});

describe('what can’t be read is refused, and nothing is waited for', () => {
	test.each<readonly [string, () => string, string]>([
		['what is not there', () => place('none.vtt'), 'can’t be read: there is no such file'],
		['what is below a file', () => `${write('a.srt', srt)}/b.srt`, 'a part of its path is not a'],
		['a folder', () => folder, 'is a folder'],
		['a device', () => '/dev/zero', 'is a pipe or a device'],
		['sound', () => write('talk.m4a', '\0\0\0\u0020ftypM4A \0'), 'holds sound or video'],
		['a Word document', () => write('talk.docx', 'PK\u0003\u0004...'), 'holds a ZIP archive'],
		['PDF', () => write('talk.pdf', '%PDF-1.7'), 'holds a PDF document'],
		['Latin-1', () => write('talk.srt', Buffer.from(srt, 'latin1')), 'is not text in UTF-8 or'],
		[
			'half of a UTF-16 unit',
			() => write('talk.srt', new Uint8Array([0xff, 0xfe, 0x31])),
			'UTF-16',
		],
	])('%s', async (_, make, message) => {
		await expect(openTranscriptFile(make())).rejects.toMatchObject({
			name: 'UserError',
			message: expect.stringContaining(message),
			hint: expect.stringMatching(/\.$/),
		});
	});

	test.runIf(process.platform !== 'win32')('a pipe that nobody writes to', async () => {
		expect(spawnSync('mkfifo', [place('pipe')]).status).toBe(0);
		await expect(openTranscriptFile(place('pipe'))).rejects.toThrow('is a pipe or a device');
	});

	test('what is too large, without reading it', async () => {
		truncateSync(write('large.srt', srt), 2 ** 40);
		await expect(openTranscriptFile(place('large.srt'))).rejects.toThrow(/is larger than 3\d/);
	});

	test.runIf(process.geteuid?.() !== 0)('what others keep to themselves', async () => {
		chmodSync(write('closed.srt', srt), 0);
		await expect(openTranscriptFile(place('closed.srt'))).rejects.toThrow('no permission');
	});
});

test('a reference means a file where there is one, or where it can mean nothing else', async () => {
	write('6f2a', srt);
	mkdirSync(place('7b'));
	const means = async (...references: readonly string[]) =>
		Promise.all(references.map(reference => meansFile(reference)));
	expect(await means(place('6f2a'), place('7b'), 'no.vtt', './none', '/dev/null')).toEqual(
		Array.from({length: 5}, () => true),
	);
	expect(
		await means('6f2a', 'XvxmrPMQzjWQUk2DqGKoXg==', '/ajXp112QmuoKj48548w==', 'test', ''),
	).toEqual(Array.from({length: 5}, () => false));
});
