// npm run screenshots: draws docs/images/*.svg from what the built program shows in a real terminal.
// With names (`npm run screenshots -- transcript`), draws only those.
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {preloaded} from '../test/support/preloaded.ts';
import {projectFolder} from '../test/support/program.ts';
import {type OpenTerminal, openTerminal} from '../test/support/terminal.ts';
import {type Shot, type Step, shots} from './shots.ts';
import {readVisibleRows} from './terminal-cells.ts';
import {drawTerminal} from './terminal-svg.ts';

const folder = path.join(projectFolder, 'docs', 'images');

async function take(terminal: OpenTerminal, step: Step): Promise<void> {
	if (step.press !== undefined) {
		await terminal.press(...step.press);
	}

	await terminal.waitFor(step.until, {timeoutMs: 30_000});
}

async function draw(shot: Shot): Promise<string> {
	const {name, title, columns, rows, commandLine, steps} = shot;
	// Whatever this computer has: a picture shows a keychain, and nothing is looked for in the real one.
	const variables = preloaded('preload-keychain.ts');
	await using terminal = openTerminal(commandLine, {columns, rows, variables});
	for (const step of steps) {
		await take(terminal, step);
	}

	const {cursorX, cursorY} = terminal.emulator.buffer.active;
	const svg = drawTerminal({
		title,
		columns,
		rows: readVisibleRows(terminal.emulator),
		cursor: terminal.isCursorVisible() ? {column: cursorX, row: cursorY} : undefined,
	});
	const file = path.join(folder, `${name}.svg`);
	await writeFile(file, svg);
	return path.relative(projectFolder, file);
}

const names = process.argv.slice(2);
const unknown = names.filter(name => !shots.some(shot => shot.name === name));
if (unknown.length > 0) {
	throw new Error(`There is no shot called ${unknown.join(', ')}: see scripts/shots.ts`);
}

await mkdir(folder, {recursive: true});
for (const shot of shots.filter(({name}) => names.length === 0 || names.includes(name))) {
	console.log(await draw(shot));
}
