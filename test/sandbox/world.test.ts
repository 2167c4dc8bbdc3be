import {expect, test} from 'vitest';
import {type SpokenTurn, speak, speakOnFile} from '../../source/sandbox/speech/speech.ts';
import {createWorld, type World} from '../../source/sandbox/world/world.ts';
import {fileOf} from './plain-client.ts';
import {today} from './shared-sandbox.ts';

const world = createWorld({seed: 1, today});

function listen(to: World, tag: Parameters<World['find']>[0]): SpokenTurn[] {
	return [...speak(to.find(tag), to.seed)];
}

function textOf(turns: readonly SpokenTurn[]): string {
	return turns.flatMap(({words}) => words.map(({text}) => text)).join(' ');
}

test('the same seed makes the same world, another one another', () => {
	const again = createWorld({seed: 1, today});
	expect(again.meetings).toEqual(world.meetings);
	expect(listen(again, 'passcode')).toEqual(listen(world, 'passcode'));
	const other = createWorld({seed: 2, today});
	expect(other.meetings[0]?.uuid).not.toBe(world.meetings[0]?.uuid);
});

test('a meeting keeps its UUID as the days go by', () => {
	const later = createWorld({seed: 1, today: new Date(today.getTime() + 9 * 86_400_000)});
	const weekly = world.meetings.findLast(({topic}) => topic === 'Product weekly');
	expect(later.meetings.find(({uuid}) => uuid === weekly?.uuid)?.start).toEqual(weekly?.start);
});

test.each(['2026-01-01T00:01:00Z', '2026-02-28T23:59:00Z', '2026-07-05T12:00:00Z'])(
	'a year ends with %s, and the first user has something new and pleasant',
	day => {
		const now = new Date(day);
		const year = createWorld({seed: 1, today: now});
		expect(year.meetings.length).toBeGreaterThan(300);
		const ages = year.meetings.map(({start}) => (now.getTime() - start.getTime()) / 86_400_000);
		expect(Math.min(...ages)).toBeGreaterThan(0);
		expect(Math.max(...ages)).toBeGreaterThan(355);
		expect(Math.max(...ages)).toBeLessThan(367);
		const [first] = year.users;
		const newest = year.meetings.findLast(({host}) => host === first);
		expect(newest).toBe(year.find('first-choice'));
		expect(now.getTime() - (newest?.start.getTime() ?? 0)).toBeLessThan(2 * 86_400_000);
	},
);

test('every identifier is there once', () => {
	const files = world.meetings.flatMap(meeting => [...meeting.files, ...meeting.participantFiles]);
	for (const values of [
		world.meetings.map(({uuid}) => uuid),
		files.map(({id}) => id),
		files.map(({downloadKey}) => downloadKey),
	]) {
		expect(new Set(values).size).toBe(values.length);
	}
});

test('every conversation is whole: nothing is left to fill in, nobody talks too long', () => {
	const seen = new Set<string>();
	for (const meeting of world.meetings.toReversed()) {
		if (seen.has(meeting.scenario) || meeting.tags.has('silent')) {
			continue;
		}
		seen.add(meeting.scenario);
		const turns = [...speak(meeting, world.seed)];
		expect(textOf(turns)).not.toMatch(/[{}[\]|]|undefined|\.\./);
		expect(new Set(turns.map(({speaker}) => speaker)).size).toBe(meeting.participants.length);
		const end = turns.at(-1)?.endMs ?? 0;
		expect(end).toBeLessThanOrEqual(meeting.durationSeconds * 1000);
		expect(end).toBeGreaterThan(meeting.durationSeconds * 1000 - 90_000);
	}
	expect(seen.size).toBe(13);
});

test('ten hours hold about ninety thousand words and are said in no time', () => {
	const start = performance.now();
	const words = listen(world, 'ten-hours').flatMap(turn => turn.words);
	expect(words.length).toBeGreaterThan(80_000);
	expect(performance.now() - start).toBeLessThan(3000);
});

test('the parts of a recording follow each other', () => {
	const meeting = world.find('several-segments');
	const audio = meeting.files.filter(({fileType}) => fileType === 'M4A');
	const parts = audio.map(file => [...speakOnFile(meeting, file, world.seed)]);
	expect(parts).toHaveLength(3);
	for (const [index, part] of parts.entries()) {
		const {durationSeconds = 0} = audio[index]?.segment ?? {};
		expect(part[0]?.startMs).toBeLessThan(10_000);
		expect(part.at(-1)?.endMs).toBeLessThanOrEqual(durationSeconds * 1000);
	}
	const whole = textOf([...speak(meeting, world.seed)]);
	expect(whole).toMatch(textOf(parts[1] ?? []).slice(0, 200));
});

test("only one voice is on a participant's file", () => {
	const meeting = world.find('participant-audio');
	const [file] = meeting.participantFiles;
	expect(file).toBeDefined();
	if (file !== undefined) {
		const speakers = new Set([...speakOnFile(meeting, file, world.seed)].map(turn => turn.speaker));
		expect([...speakers]).toEqual([file.participant]);
	}
});

test('hostile words are there, of every kind', () => {
	const text = textOf(listen(world, 'hostile-words'));
	for (const part of ['\u001b[31m', '\u0007', '\u009b', '\u202e', '\u0000', '\ud83d', '\n']) {
		expect(text).toContain(part);
	}
});

test('the sizes are believable', () => {
	const meeting = world.find('ten-hours');
	expect(fileOf(meeting, 'M4A').sizeBytes / 1e6).toBeCloseTo(576, 0);
	expect(fileOf(meeting, 'MP4').sizeBytes).toBeGreaterThan(2e9);
});
