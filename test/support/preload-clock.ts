// Loaded before the program: the clock on the wall is ahead by the milliseconds in the file CLOCK_AHEAD, which
// may be written anew at any time. What measures how time passes goes on as before.
import {readFileSync} from 'node:fs';
import process from 'node:process';

const file = process.env['CLOCK_AHEAD'] ?? '';
const RealDate = Date;

function now(): number {
	return RealDate.now() + Number(readFileSync(file, 'utf8'));
}

globalThis.Date = new Proxy(RealDate, {
	construct: (target, given: ConstructorParameters<typeof Date>, newTarget) =>
		Reflect.construct(target, Array.from(given).length === 0 ? [now()] : given, newTarget),
	get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});
