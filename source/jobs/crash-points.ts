import process from 'node:process';

/** The places between a write and the act after it, and between an act and the write after it. */
export const crashPoints = [
	'enqueued',
	'claimed',
	'fetching-written',
	'meeting-fetched',
	'uploading-written',
	'upload-midway',
	'uploaded',
	'audio-url-written',
	'intent-written',
	'submit-in-flight',
	'submitted',
	'id-written',
	'doubt-waited',
	'doubt-answered',
	'doubt-cleared',
	'doubt-adopted',
	'completed-seen',
	'transcript-kept',
] as const;

export type CrashPoint = (typeof crashPoints)[number];

const variable = 'RECSCRIBE_TEST_CRASH_AT';
const passed = new Map<CrashPoint, number>();

/**
 * Ends this process at once, as a power failure would, when a test asked for it: the variable
 * RECSCRIBE_TEST_CRASH_AT names the place, and after a colon which time it is passed (`uploaded:3`).
 */
export function crashPoint(name: CrashPoint): void {
	const wanted = process.env[variable];
	if (wanted === undefined) {
		return;
	}

	const [place, time = '1'] = wanted.split(':');
	const count = (passed.get(name) ?? 0) + 1;
	passed.set(name, count);
	if (place === name && count === Number(time)) {
		process.kill(process.pid, 'SIGKILL');
	}
}

/** Whether a test wants the process to end there. */
export function isCrashPoint(name: CrashPoint): boolean {
	return process.env[variable]?.split(':')[0] === name;
}
