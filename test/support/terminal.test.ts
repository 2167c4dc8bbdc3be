import {existsSync} from 'node:fs';
import process from 'node:process';
import {expect, test, vi} from 'vitest';
import {keys} from './keys.ts';
import {openTerminal, type TerminalOptions} from './terminal.ts';

function openScript(script: string, options: TerminalOptions = {}) {
	return openTerminal(['-e', script], {...options, command: process.execPath});
}

const readKeys = `
	process.stdin.setRawMode(true);
	process.stdin.on('data', data => {
		console.log(JSON.stringify(String(data)));
		if (String(data) === 'q') process.exit(7);
	});
	console.log('ready');
`;

test('shows the screen as a terminal would, wide and joined characters in their cells', async () => {
	await using terminal = openScript(
		`process.stdout.write('\\u001B[2J\\u001B[3;5Hbelow\\u001B[1;1H日本 👩‍👩‍👧|')`,
		{columns: 20, rows: 4},
	);
	await terminal.waitFor('below');
	await terminal.exited;
	expect(terminal.lines()).toEqual(['日本 👩‍👩‍👧|', '', '    below', '']);
	expect(terminal.emulator.buffer.active.cursorX).toBe('日本'.length * 2 + ' '.length + 2 + 1);
});

test('types each key by itself, pastes in brackets and tells the exit code', async () => {
	await using terminal = openScript(readKeys);
	await terminal.waitFor('ready');
	await terminal.press(keys.escape, keys.down, 'x');
	await terminal.waitFor('"x"');
	expect(terminal.lines().slice(1, 4)).toEqual(['"\\u001b"', '"\\u001b[B"', '"x"']);
	terminal.paste('a\rb');
	await terminal.waitFor('"\\u001b[200~a\\rb\\u001b[201~"');
	await terminal.press('q');
	expect(await terminal.exited).toEqual({exitCode: 7, signal: undefined});
});

test('tells the alternate screen, the cursor and the signal that ended the program', async () => {
	await using terminal = openScript(
		`process.stdout.write('before\\u001B[?1049h\\u001B[?25lwithin'); setInterval(() => {}, 1000)`,
	);
	expect(terminal.isCursorVisible()).toBe(true);
	await terminal.waitFor('within');
	expect(terminal.isAlternate()).toBe(true);
	expect(terminal.isCursorVisible()).toBe(false);
	expect(terminal.screen()).not.toContain('before');
	expect(terminal.raw()).toContain('before\u001B[?1049h');
	terminal.kill('SIGTERM');
	expect(await terminal.exited).toEqual({exitCode: 0, signal: 'SIGTERM'});
});

test('answers what a program asks the terminal', async () => {
	await using terminal = openScript(`${readKeys} process.stdout.write('\\u001B[6n')`);
	await terminal.waitFor('"\\u001b[2;1R"');
});

test('resizes the program and the screen', async () => {
	await using terminal = openScript(
		`const say = () => console.log(process.stdout.getWindowSize().join('x'));
		process.stdout.on('resize', say); say(); setInterval(() => {}, 1000)`,
	);
	await terminal.waitFor('80x24');
	terminal.resize(60, 15);
	await terminal.waitFor('60x15');
	expect(terminal.lines()).toHaveLength(15);
});

test('keeps what scrolled away', async () => {
	await using terminal = openScript(
		`for (let row = 1; row <= 30; row++) console.log('row ' + row)`,
	);
	await terminal.exited;
	expect(terminal.screen()).not.toContain('row 1\n');
	expect(terminal.history()).toMatch(/^row 1\nrow 2\n[\s\S]*row 30$/);
});

test('gives the program folders of its own and nothing of the environment around it', async () => {
	vi.stubEnv('ZOOM_CLIENT_SECRET', 'outside');
	vi.stubEnv('ASSEMBLYAI_API_KEY', 'outside');
	vi.stubEnv('INK_SCREEN_READER', 'true');
	const terminal = openScript('console.log(JSON.stringify(process.env, null, 1))', {
		columns: 400,
		rows: 60,
		variables: {ZOOM_API_URL: 'http://127.0.0.1:1', TZ: undefined},
	});
	await terminal.exited;
	const variables: unknown = JSON.parse(terminal.screen());
	expect(variables).toMatchObject({
		HOME: terminal.environment.home,
		RECSCRIBE_CONFIG_DIR: terminal.environment.configFolder,
		RECSCRIBE_DATA_DIR: terminal.environment.dataFolder,
		TERM: 'xterm-256color',
		CI: 'false',
		FORCE_COLOR: '1',
		ZOOM_API_URL: 'http://127.0.0.1:1',
	});
	expect(terminal.screen()).not.toContain('outside');
	expect(terminal.screen()).not.toMatch(/INK_SCREEN_READER|VITEST|"TZ"/);
	await terminal.close();
	expect(existsSync(terminal.environment.home)).toBe(false);
	vi.unstubAllEnvs();
});

test('a wait that is in vain shows the screen, and ends with the program', async () => {
	await using terminal = openScript(`${readKeys}`);
	await terminal.waitFor('ready');
	await expect(terminal.waitFor('never', {timeoutMs: 20})).rejects.toThrow(
		/^20 ms have passed, and there is no "never"\n--- screen ---\nready\n-+$/,
	);
	const waiting = expect(terminal.waitFor(/never/)).rejects.toThrow(
		/^The program ended \(exit code 7\), and there is no \/never\/\n--- screen ---\nready\n"q"/,
	);
	await terminal.press('q');
	await waiting;
});
