// Loaded before the program: what it writes below DISK_FAULT_FOLDER fails with the code DISK_FAULT, as on a
// disk that is full (ENOSPC: files can be made, and nothing put into them) or not to be written to.
import fs from 'node:fs';
import {syncBuiltinESMExports} from 'node:module';
import path from 'node:path';
import process from 'node:process';

const code = process.env['DISK_FAULT'] ?? '';
const folder = process.env['DISK_FAULT_FOLDER'] ?? '';
const isFull = code === 'ENOSPC';
const full = new Set<number>();

function fail(call: string): never {
	throw Object.assign(new Error(`${code}: ${call}`), {code, syscall: call});
}

const isBelow = (place: fs.PathLike) =>
	!path.relative(folder, path.resolve(String(place))).startsWith('..');

const {mkdirSync, openSync, writeSync} = fs;
Object.assign(fs, {
	mkdirSync(...parameters: Parameters<typeof mkdirSync>) {
		return isBelow(parameters[0]) && !isFull && !fs.existsSync(parameters[0])
			? fail('mkdir')
			: mkdirSync(...parameters);
	},
	openSync(...parameters: Parameters<typeof openSync>) {
		const [file, flags = 'r'] = parameters;
		const isHit = isBelow(file) && flags !== 'r' && flags !== fs.constants.O_RDONLY;
		if (isHit && !isFull) {
			fail('open');
		}

		const descriptor = openSync(...parameters);
		if (isHit) {
			full.add(descriptor);
		}

		return descriptor;
	},
	writeSync(descriptor: number, ...rest: [never]) {
		return full.has(descriptor) ? fail('write') : writeSync(descriptor, ...rest);
	},
});
syncBuiltinESMExports();
