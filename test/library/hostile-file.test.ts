import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {type Library, type NewJob, openLibrary} from '../../source/library/library.ts';
import {safeText} from '../../source/safe-text.ts';
import {poisonLibrary, poisonMark} from '../support/poison.ts';

const newJob: NewJob = {
	meeting: {
		uuid: '/abc//==',
		number: '81234567890',
		topic: safeText('Budget review'),
		start: '2026-11-24T09:00:00.000Z',
		durationMinutes: 48,
		hostEmail: safeText('ada@example.com'),
		participantFile: safeText('Audio only - Ada'),
		shareUrl: 'https://zoom.us/rec/share/1',
	},
	recordingFileId: 'file',
	request: {audio: 'stream', speechModels: ['universal-2'], speakerLabels: true, language: 'en'},
};

/** One transcript with everything that a person can add to it, one job that failed, and a paused line. */
async function fill({engine, ...library}: Library): Promise<void> {
	const error = {code: 'network', message: safeText('It broke'), hint: safeText('Try again.')};
	const first = await engine.enqueue(newJob, {again: false});
	const second = await engine.enqueue({...newJob, recordingFileId: 'other'}, {again: false});
	const ids = [first, second].map(enqueued =>
		enqueued.status === 'transcribed' ? '' : enqueued.job.id,
	);
	await engine.claim('worker', 'early');
	await engine.claim('worker', 'early');
	await engine.complete('worker', ids[0] ?? '', {
		id: 'transcript',
		rawJson: '{}',
		turns: [{speaker: 'A', startMs: 0, text: 'The budget is settled.'}],
		model: 'universal-2',
		language: 'en',
		audioSeconds: 60,
		processingMs: 5000,
		costUsd: 0.1,
	});
	library.nameSpeaker('transcript', 'A', 'Ada');
	library.correctTurn('transcript', {
		turn: 0,
		heard: safeText('The budget is settled.'),
		text: safeText('The budget is not settled.'),
	});
	await engine.remark('worker', ids[1] ?? '', 'A remark');
	await engine.advance('worker', ids[1] ?? '', {audioUrl: 'https://cdn.example/1'});
	await engine.fail('worker', ids[1] ?? '', error, {isRemoteOver: true});
	await engine.pause(error);
}

/** Every string in a value, with the way to it; what was asked for is for no screen. */
function stringsIn(value: unknown, way = ''): readonly (readonly [way: string, text: string])[] {
	if (value instanceof Map) {
		return stringsIn([...value], way);
	}
	if (typeof value === 'object' && value !== null) {
		return Object.entries(value)
			.filter(([name]) => name !== 'request')
			.flatMap(([name, inner]) => stringsIn(inner, `${way}.${name}`));
	}
	return typeof value === 'string' ? [[way, value]] : [];
}

test('what another program has written into the library’s file is clean when it is read', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'recscribe-library-'));
	onTestFinished(() => rmSync(folder, {recursive: true}));
	const own = openLibrary(folder);
	await fill(own);
	own.close();
	// As often as there are tricks: each text gets another one each time.
	for (let count = 0; count < 5; count++) {
		poisonLibrary(folder);
	}

	const library = openLibrary(folder);
	const {engine} = library;
	const read = {
		jobs: await engine.list(),
		unfinished: await engine.unfinished(),
		pause: await engine.pauseReason(),
		transcripts: library.listTranscripts(),
		names: library.readSpeakerNames('transcript'),
		speakers: library.listSpeakers(),
		corrections: library.readCorrections('transcript'),
		found: library.search({text: 'budget'}),
		part: library.search({text: 'udge'}),
	};
	library.close();
	const strings = stringsIn(read);
	expect(strings.filter(([, text]) => text.includes(poisonMark)).length).toBeGreaterThan(25);
	expect(strings.filter(([, text]) => safeText(text) !== text.trim())).toEqual([]);
});
