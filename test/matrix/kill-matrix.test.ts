import {afterAll, beforeAll, expect, test} from 'vitest';
import {type CrashPoint, crashPoints} from '../../source/jobs/crash-points.ts';
import {openLibrary} from '../../source/library/library.ts';
import {type RecordedMeeting, type Sandbox, startSandbox} from '../../source/sandbox/sandbox.ts';
import {ordinaryMeetings} from '../jobs/working.ts';
import {
	createIsolatedEnvironment,
	type IsolatedEnvironment,
} from '../support/isolated-environment.ts';
import {type RunningCommand, startCommand} from '../support/run-command.ts';

/** When the program is killed: at a place of its own, or so many milliseconds after its first word. */
type Kill = {readonly at: string} | {readonly afterMs: number};

/** The kills that some recordings go through, one run of the program after the other. */
type Ordeal = {readonly name: string; readonly kills: readonly Kill[]};

const recordingsPerOrdeal = 2;
const killsAtAnyTime = 8;
const lanes = 2;
const leastKills = 200;

const timings = {
	graceMs: 300,
	leaseMs: 5000,
	heartbeatMs: 500,
	tickMs: 50,
	backoffMs: 20,
	pollScale: 0.03,
};

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({processingMs: 60, mediaScale: 0.001});
});

afterAll(async () => {
	await sandbox.close();
});

function isAboutDoubt(point: CrashPoint): boolean {
	return point.startsWith('doubt-');
}

/** At every place, for the first recording that passes it and for later ones. */
const atEachPlace: readonly Ordeal[] = crashPoints.map(point => ({
	name: point,
	kills: isAboutDoubt(point)
		? ['submitted', point, 'submit-in-flight', point, 'intent-written', point, `${point}:2`].map(
				at => ({at}),
			)
		: [point, point, `${point}:2`, point, point].map(at => ({at})),
}));

/** At moments that nobody has chosen, spread over the work from its start to its end. */
function atAnyTime(number: number): Ordeal {
	return {
		name: `at any time, ${number}`,
		kills: Array.from({length: killsAtAnyTime}, (_, kill) => ({
			// The golden ratio spreads them evenly.
			afterMs: 250 * (((number * killsAtAnyTime + kill) * 0.618_034) % 1),
		})),
	};
}

const linked: Ordeal = {
	name: 'by a link',
	kills: ['intent-written', 'submit-in-flight', 'submitted', 'doubt-answered', 'id-written'].map(
		at => ({at}),
	),
};

/** Runs the program on those meetings; gives back whether it was killed. Throws when it failed. */
async function run(
	environment: IsolatedEnvironment,
	meetings: readonly RecordedMeeting[],
	kill: Kill | undefined,
	isLinked: boolean,
): Promise<boolean> {
	const route = isLinked ? ['--audio', 'direct'] : [];
	await using running = startCommand(
		['transcribe', ...route, '--', ...meetings.map(({uuid}) => uuid)],
		{
			environment,
			variables: {
				...sandbox.environment,
				RECSCRIBE_TEST_TIMINGS: JSON.stringify(timings),
				RECSCRIBE_TEST_CRASH_AT: kill !== undefined && 'at' in kill ? kill.at : undefined,
			},
		},
	);
	if (kill !== undefined && 'afterMs' in kill) {
		await killLater(running, kill.afterMs);
	}

	const {exitCode, signal, stderr} = await running.exited;
	if (signal === null && exitCode !== 0) {
		throw new Error(`The program failed (${exitCode}): ${stderr}`);
	}

	return signal === 'SIGKILL';
}

async function killLater(running: RunningCommand, milliseconds: number): Promise<void> {
	try {
		await running.waitForStderr(/\S/);
	} catch {
		// It had nothing to do, and nothing to say.
		return;
	}

	setTimeout(() => running.kill('SIGKILL'), milliseconds);
}

type Outcome = {readonly name: string; readonly kills: number; readonly faults: readonly string[]};

/** Kills the program again and again, then lets it come to its end, and looks at what has become of it. */
async function undergo(ordeal: Ordeal, meetings: readonly RecordedMeeting[]): Promise<Outcome> {
	const environment = createIsolatedEnvironment();
	const isLinked = ordeal === linked;
	let kills = 0;
	try {
		for (const kill of ordeal.kills) {
			kills += (await run(environment, meetings, kill, isLinked)) ? 1 : 0;
		}

		await run(environment, meetings, undefined, isLinked);
		return {
			name: ordeal.name,
			kills,
			faults: await findFaults(environment, meetings, isLinked),
		};
	} finally {
		environment.remove();
	}
}

async function findFaults(
	environment: IsolatedEnvironment,
	meetings: readonly RecordedMeeting[],
	isLinked: boolean,
): Promise<readonly string[]> {
	const library = openLibrary(environment.dataFolder);
	const faults: string[] = [...library.notices];
	const {jobs} = await library.engine.unfinished();
	faults.push(...jobs.map(({stage}) => `A job is still ${stage}`));
	for (const meeting of meetings) {
		const kept = library.listTranscripts().filter(record => record.meeting.uuid === meeting.uuid);
		const ids = new Set(meeting.files.map(({id}) => id));
		const keys = meeting.files.map(({downloadKey}) => downloadKey);
		const paid = sandbox.submissions.filter(({recordingFileId, audioUrl}) =>
			isLinked ? keys.some(key => audioUrl.includes(key)) : ids.has(recordingFileId ?? ''),
		);
		if (paid.length !== 1 || kept.length !== 1 || kept[0]?.id !== paid[0]?.id) {
			faults.push(`${meeting.topic}: paid ${paid.length} times, kept ${kept.length} times`);
		}
	}

	library.close();
	return faults;
}

test('however often it is killed, every recording comes to its transcript and is paid for once', async () => {
	const meetings = [...ordinaryMeetings(sandbox, 200)];
	const line = [...atEachPlace, linked];
	const outcomes: Outcome[] = [];
	const countKills = () => outcomes.reduce((sum, {kills}) => sum + kills, 0);
	let begun = 0;

	function next(): Ordeal | undefined {
		return line.shift() ?? (countKills() < leastKills ? atAnyTime(++begun) : undefined);
	}

	async function undergoAll(): Promise<void> {
		for (let ordeal = next(); ordeal !== undefined; ordeal = next()) {
			outcomes.push(await undergo(ordeal, meetings.splice(0, recordingsPerOrdeal)));
		}
	}

	await Promise.all(Array.from({length: lanes}, undergoAll));
	expect(outcomes.filter(({faults}) => faults.length > 0)).toEqual([]);
	// Each place was really met.
	expect(outcomes.filter(({kills}) => kills === 0).map(({name}) => name)).toEqual([]);
	expect(countKills()).toBeGreaterThanOrEqual(leastKills);
	expect(sandbox.submissions).toHaveLength(outcomes.length * recordingsPerOrdeal);
	expect(begun).toBeGreaterThan(5);
}, 900_000);
