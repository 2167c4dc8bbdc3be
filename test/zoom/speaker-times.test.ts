import {describe, expect, test} from 'vitest';
import {safeText} from '../../source/safe-text.ts';
import {proposeNames} from '../../source/transcripts/name-proposals.ts';
import type {MeetingDetail} from '../../source/zoom/recordings.ts';
import {parseZoomTranscript} from '../../source/zoom/zoom-transcript.ts';
import {meetingOf, zoomAt} from './made-up-meeting.ts';
import {openSandbox, type Sandboxed} from './sandboxed.ts';

const {signal} = new AbortController();

async function getMeeting(
	{zoom, sandbox}: Sandboxed,
	tag: Parameters<Sandboxed['sandbox']['world']['find']>[0],
) {
	const recorded = sandbox.world.find(tag);
	return {recorded, meeting: await zoom.getMeeting(recorded.uuid, signal)};
}

function withoutTranscript(meeting: MeetingDetail): MeetingDetail {
	return {...meeting, files: meeting.files.filter(({fileType}) => fileType !== 'TRANSCRIPT')};
}

describe('who is heard when', () => {
	test.each([
		['transcript', (meeting: MeetingDetail) => meeting],
		['timeline', withoutTranscript],
	])('is read from Zoom’s %s', async (_, change) => {
		await using opened = await openSandbox();
		const {recorded, meeting} = await getMeeting(opened, 'first-choice');
		const spans = await opened.zoom.readSpeakerTimes(change(meeting), signal);
		const names = recorded.participants.map(({displayName}) => displayName);
		expect([...new Set(spans.map(({name}) => name))].toSorted()).toEqual(names.toSorted());
		expect(spans.length).toBeGreaterThan(20);
	});

	test('names the voices of a transcript that has letters', async () => {
		await using opened = await openSandbox();
		const {meeting} = await getMeeting(opened, 'first-choice');
		const own = parseZoomTranscript(await opened.zoom.readTranscriptFiles(meeting, signal));
		const names = [...new Set(own?.turns.map(({speaker}) => speaker))];
		const anonymous = {
			source: 'assemblyai' as const,
			turns: (own?.turns ?? []).map(turn => ({
				...turn,
				speaker: safeText('ABCDEF'.charAt(names.indexOf(turn.speaker))),
			})),
			durationMs: own?.durationMs ?? 0,
			language: undefined,
			model: undefined,
			speakerNames: new Map(),
		};
		const spans = await opened.zoom.readSpeakerTimes(withoutTranscript(meeting), signal);
		expect(proposeNames(anonymous, spans).map(({label, name}) => [label, name])).toEqual(
			names.map((name, index) => ['ABCDEF'.charAt(index), name]),
		);
	});

	test('goes on in the next segment, or begins with it', async () => {
		await using opened = await openSandbox();
		const {recorded, meeting} = await getMeeting(opened, 'several-segments');
		const whole = await opened.zoom.readSpeakerTimes(withoutTranscript(meeting), signal);
		const last = recorded.segments.at(-1);
		const offsetMs = (last?.start.getTime() ?? 0) - recorded.start.getTime();
		expect(whole.map(({startMs}) => startMs)).toEqual(
			whole.map(({startMs}) => startMs).toSorted((a, b) => a - b),
		);
		const since = meeting.files.find(
			({fileType, start}) => fileType === 'M4A' && start?.getTime() === last?.start.getTime(),
		);
		const later = await opened.zoom.readSpeakerTimes(withoutTranscript(meeting), signal, {since});
		expect(later).toEqual(
			whole
				.filter(({endMs}) => endMs > offsetMs)
				.map(({name, startMs, endMs}) => ({
					name,
					startMs: startMs - offsetMs,
					endMs: endMs - offsetMs,
				})),
		);
		expect(later.length).toBeGreaterThan(3);
	});

	test('is not known where Zoom kept neither', async () => {
		const zoom = zoomAt('https://zoom.invalid');
		expect(await zoom.readSpeakerTimes(meetingOf({}), signal)).toEqual([]);
	});
});
