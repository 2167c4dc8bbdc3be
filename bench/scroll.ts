import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {bundle} from '../scripts/bundle.ts';
import {replaceFolder} from '../scripts/replace-folder.ts';
import {projectFolder} from '../test/support/program.ts';
import {type OpenTerminal, openTerminal} from '../test/support/terminal.ts';
import {timeFromKeyToFrame} from './frames.ts';
import {type Figure, interleave} from './measure.ts';

const keyPresses = 200;
const size = {columns: 100, rows: 30};

// Longer than the 33 ms in which Ink draws at most once: no frame waits for the one before.
const millisecondsBetweenKeys = 50;

async function buildInto(folder: string, entry: string): Promise<string> {
	const {outputs} = await bundle({root: projectFolder, entry});
	const name = path.basename(entry, '.tsx');
	await replaceFolder(path.join(folder, name), outputs, {keepUnwantedForMs: 0});
	return path.join(folder, name, `${name}.js`);
}

/** Milliseconds from a key to its frame, when nothing has happened for a moment. */
async function timeToFrame(terminal: OpenTerminal, key: string): Promise<number> {
	await delay(millisecondsBetweenKeys);
	return timeFromKeyToFrame(terminal, key);
}

function open(program: string, ...commandLine: readonly string[]): OpenTerminal {
	return openTerminal([program, ...commandLine], {...size, command: process.execPath});
}

async function measure(folder: string) {
	const [transcript, plainRows] = [
		await buildInto(folder, 'bench/programs/transcript.tsx'),
		await buildInto(folder, 'bench/peers/plain-rows.tsx'),
	];
	await using plain = open(plainRows);
	await using oneHour = open(transcript, '1');
	await using tenHours = open(transcript, '10');
	await using hundredHours = open(transcript, '100');
	await plain.waitFor(/^0 /);
	for (const opened of [oneHour, tenHours, hundredHours]) {
		await opened.waitFor(/\d:00:00 · 0%/, {timeoutMs: 60_000});
	}

	return await interleave(keyPresses, {
		plain: () => timeToFrame(plain, 'j'),
		oneHour: () => timeToFrame(oneHour, 'j'),
		tenHours: () => timeToFrame(tenHours, 'j'),
		hundredHours: () => timeToFrame(hundredHours, 'j'),
	});
}

/** Whether reading stays as light in a long transcript as in a short one. */
export async function measureScrolling(): Promise<readonly Figure[]> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'recscribe-scroll-'));
	try {
		const times = await measure(folder);
		const plain = {name: 'a bare Ink screen of plain rows', value: times.plain};
		const short = {name: 'the same in 1 hour', value: times.oneHour};
		const unit = 'ms';
		return [
			{
				what: 'a line further, 1 hour',
				value: times.oneHour,
				peer: plain,
				unit,
				aim: {atMost: 1.5},
			},
			{
				what: 'a line further, 10 hours',
				value: times.tenHours,
				peer: plain,
				unit,
				aim: {atMost: 1.5},
			},
			{
				what: 'a line further, 100 hours',
				value: times.hundredHours,
				peer: plain,
				unit,
				aim: {atMost: 1.5},
			},
			{
				what: 'a line further, 100 hours',
				value: times.hundredHours,
				peer: short,
				unit,
				aim: {atMost: 1.1},
			},
		];
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
}
