import {showMinutes} from '../measures.ts';
import type {WantedFiles} from '../zoom/file-choice.ts';
import type {Meeting} from '../zoom/recordings.ts';
import type {Readiness} from '../zoom/wait-until-ready.ts';
import type {Zoom} from '../zoom/zoom.ts';
import type {CommandContext} from './command.ts';

/** The meeting as it is once Zoom has finished what is wanted; says on `stderr` that it waits. */
export async function waitForRecording(
	zoom: Zoom,
	meeting: Meeting,
	wanted: WantedFiles,
	{stderr, signal}: Pick<CommandContext, 'stderr' | 'signal'>,
): Promise<Meeting> {
	let lastState: Readiness['state'] | undefined;
	for await (const seen of zoom.waitUntilReady(meeting, signal, wanted)) {
		if (seen.state === 'ready') {
			stderr.write(`Zoom has finished “${meeting.topic}”.\n`);
			return seen.meeting;
		}

		if (seen.state !== lastState) {
			stderr.write(`${describe(seen, meeting)}\n`);
			lastState = seen.state;
		}
	}

	return meeting;
}

function describe(seen: Exclude<Readiness, {state: 'ready'}>, {topic}: Meeting): string {
	const again = `it is looked at again in ${showMinutes(Math.max(1, seen.nextLookMs / 60_000))}`;
	return seen.state === 'processing'
		? `Zoom is still processing “${topic}”; ${again}, until it is there.`
		: `${seen.problem.message}; ${again}.`;
}
