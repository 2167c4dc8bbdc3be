import {writeFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {safeText} from '../../source/safe-text.ts';
import {parseEnvFile, readEnvFile} from '../../source/settings/env-file.ts';
import {variableNames} from '../../source/settings/variables.ts';
import {temporaryFolder} from './temporary-folder.ts';

describe('parseEnvFile', () => {
	test('reads the form in which tokens are kept', () => {
		const {variables, ignoredNames} = parseEnvFile(
			[
				'# my keys',
				'',
				'ZOOM_ACCOUNT_ID = account',
				"ZOOM_CLIENT_ID='client'",
				'  export ZOOM_CLIENT_SECRET = "secret"  # the third',
				'ASSEMBLYAI_TOKEN\t=\tkey # a comment',
				'ZOOM_API_KEY =',
				'ZOOM_API_URL=https://gateway.example.com/v2',
				'OTHER = 1',
			].join('\n'),
		);
		expect(variables).toEqual({
			ZOOM_ACCOUNT_ID: 'account',
			ZOOM_CLIENT_ID: 'client',
			ZOOM_CLIENT_SECRET: 'secret',
			ASSEMBLYAI_TOKEN: 'key',
			ZOOM_API_URL: 'https://gateway.example.com/v2',
		});
		expect(ignoredNames).toEqual(['OTHER']);
	});

	test.each([
		['CRLF', 'ZOOM_API_KEY = a\r\nZOOM_API_SECRET = "b"\r\n'],
		['CR', 'ZOOM_API_KEY = a\rZOOM_API_SECRET = b'],
		['a byte-order mark', '\uFEFFZOOM_API_KEY = a\nZOOM_API_SECRET = b\n'],
		['no blanks', 'ZOOM_API_KEY=a\nZOOM_API_SECRET=b'],
		['a name twice: the last counts', 'ZOOM_API_KEY=x\nZOOM_API_KEY=a\nZOOM_API_SECRET=b'],
	])('takes %s', (_, text) => {
		expect(parseEnvFile(text).variables).toEqual({ZOOM_API_KEY: 'a', ZOOM_API_SECRET: 'b'});
	});

	test('keeps “#” in quotes', () => {
		expect(parseEnvFile('ZOOM_API_KEY = "a#b"').variables).toEqual({ZOOM_API_KEY: 'a#b'});
	});

	test.each([
		['ZOOM_API_KEY = hunter2#tail', '“#”'],
		['ZOOM_API_KEY = "hunter2\nZOOM_API_SECRET = "b"', 'quote around ZOOM_API_KEY'],
		["ZOOM_API_KEY = 'hunter2", 'quote around ZOOM_API_KEY'],
	])('does not guess what %j means', (text, reason) => {
		expect(() => parseEnvFile(text)).toThrow(reason);
		expect(() => parseEnvFile(text)).not.toThrow('hunter2');
	});

	test('shows names from the file without control characters', () => {
		for (const name of parseEnvFile('A\u001B[31mB=1\n\u202EC=2').ignoredNames) {
			expect(name).toBe(safeText(name));
			expect(name).not.toContain('\u001B');
		}
	});

	test('reads back whatever is written, in every way of quoting it', () => {
		const value = fc.stringMatching(/^[\w./~+=-]{1,40}$/);
		const form = fc.constantFrom(
			(name: string, text: string) => `${name}=${text}`,
			(name: string, text: string) => `export ${name} = "${text}" # note`,
			(name: string, text: string) => `\t${name}  =  '${text}'\r`,
		);
		const line = fc.tuple(fc.constantFrom(...variableNames), value, form);
		fc.assert(
			fc.property(fc.uniqueArray(line, {selector: ([name]) => name}), lines => {
				const text = lines.map(([name, meant, write]) => write(name, meant)).join('\n');
				const expected = Object.fromEntries(lines.map(([name, meant]) => [name, meant]));
				expect(parseEnvFile(text).variables).toEqual(expected);
			}),
		);
	});

	test('any text gives variables or a UserError', () => {
		fc.assert(
			fc.property(
				fc.string({unit: 'binary-ascii'}),
				fc.constantFrom(...variableNames),
				(text, name) => {
					try {
						parseEnvFile(`${name}=${text}`);
					} catch (error) {
						expect(error).toBeInstanceOf(UserError);
					}
				},
			),
		);
	});
});

describe('readEnvFile', () => {
	test('reads a file', () => {
		const file = path.join(temporaryFolder(), 'tokens.env');
		writeFileSync(file, 'ASSEMBLYAI_API_KEY = key\n');
		expect(readEnvFile(file)).toEqual({
			path: file,
			variables: {ASSEMBLYAI_API_KEY: 'key'},
			ignoredNames: [],
		});
	});

	test('says which file is not there', () => {
		const file = path.join(temporaryFolder(), 'tokens.env');
		expect(() => readEnvFile(file)).toThrow(
			`The file ${file} can’t be read: there is no such file`,
		);
	});

	test('says that a folder is one', () => {
		expect(() => readEnvFile(temporaryFolder())).toThrow('it is a folder');
	});
});
