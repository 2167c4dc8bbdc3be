import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {renderMessagesPage} from '../../scripts/messages-page.ts';
import {readMessages} from '../../scripts/read-messages.ts';
import {projectFolder} from '../support/program.ts';

test('the page of messages is what the source says; npm run docs writes it', async () => {
	const messages = await readMessages(path.join(projectFolder, 'source'));
	expect(messages.length).toBeGreaterThan(150);
	expect(messages.filter(({message, hint = ''}) => /\w'\w/.test(message + hint))).toEqual([]);
	const page = readFileSync(path.join(projectFolder, 'docs', 'messages.md'), 'utf8');
	expect(page).toBe(renderMessagesPage(messages));
});

test('messages are found however they are made', async () => {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'messages-'));
	writeFileSync(
		path.join(folder, 'one.ts'),
		`const usual: string = 'Try again.';
		throw new UserError('It broke', {hint: usual});
		throw new LibraryError('full', \`No room for \${file}\`, {hint: 'Make room.'});
		throw new UserError(isLink ? 'A link' : 'A folder', {hint: isLink ? 'Not a link.' : 'Not a folder.'});
		const meanings = [{message: \`It has \${count > 1 ? 'some' : 'one'} left\`, hint: given ?? 'Wait.'}];
		throw new UserError('Nothing was done');
		throw new Error('a bug');
		log('a line', {other: 'thing'});`,
	);
	expect(await readMessages(folder)).toEqual(
		[
			['It broke', 'Try again.'],
			['No room for …', 'Make room.'],
			['A link', 'Not a link.'],
			['A folder', 'Not a folder.'],
			['It has some left', 'Wait.'],
			['It has one left', 'Wait.'],
			['Nothing was done', undefined],
		].map(([message, hint]) => ({file: 'one.ts', message, hint})),
	);
});
