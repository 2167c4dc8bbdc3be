// npm run screenshots: draws docs/images/*.svg from what the built program shows in a real terminal.
// With names (`npm run screenshots -- transcript`), draws only those.
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {projectFolder} from '../test/support/program.ts';
import {type Shot, shots} from './shots.ts';
import {takeShot} from './take-shot.ts';
import {readVisibleRows} from './terminal-cells.ts';
import {drawTerminal} from './terminal-svg.ts';

const folder = path.join(projectFolder, 'docs', 'images');

async function draw(shot: Shot): Promise<string> {
	const {name, title, columns} = shot;
	await using terminal = await takeShot(shot);
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
