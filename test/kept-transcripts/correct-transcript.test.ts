import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {correctTurn, undoCorrection} from '../../source/kept-transcripts/correct-transcript.ts';
import {openTranscript, reread} from '../../source/kept-transcripts/open-transcript.ts';
import {type Library, openLibrary} from '../../source/library/library.ts';
import {safeText} from '../../source/safe-text.ts';
import {asHeard} from '../../source/transcripts/corrections.ts';

function responseOf(utterances: ReadonlyArray<readonly [speaker: string, text: string]>): string {
	return JSON.stringify({
		audio_duration: 60,
		utterances: utterances.map(([speaker, text], index) => ({
			speaker,
			text,
			start: index * 10_000,
			end: index * 10_000 + 4000,
			words: text.split(' ').map((word, place) => ({
				text: word,
				start: index * 10_000 + place * 1000,
				end: index * 10_000 + place * 1000 + 900,
				confidence: 0.9,
			})),
		})),
	});
}

async function keep(library: Library, id: string, fileStart: string, rawJson: string) {
	const {engine} = library;
	const enqueued = await engine.enqueue(
		{
			meeting: {
				uuid: 'meeting',
				number: '81234567890',
				topic: safeText('Workshop'),
				start: '2026-11-24T09:00:00Z',
				durationMinutes: 60,
				fileStart,
			},
			recordingFileId: `file of ${id}`,
			request: {audio: 'stream', speechModels: [], speakerLabels: true},
		},
		{again: false},
	);
	await engine.claim('worker', 'early');
	const turns = JSON.parse(rawJson).utterances.map(
		({speaker, start, text}: {speaker: string; start: number; text: string}) => ({
			speaker,
			startMs: start,
			text,
		}),
	);
	await engine.complete('worker', enqueued.status === 'transcribed' ? '' : enqueued.job.id, {
		id,
		rawJson,
		turns,
		model: undefined,
		language: undefined,
		audioSeconds: 60,
		processingMs: undefined,
		costUsd: undefined,
	});
}

test('a turn of a later segment is corrected where it is from, found there, and taken back', async () => {
	const library = openLibrary(mkdtempSync(path.join(tmpdir(), 'recscribe-correct-')));
	onTestFinished(() => library.close());
	const second = responseOf([
		['A', 'The kubernets cluster'],
		['B', 'Yes'],
	]);
	await keep(library, 'second', '2026-11-24T09:20:00Z', second);
	await keep(library, 'first', '2026-11-24T09:00:00Z', responseOf([['A', 'Good morning']]));

	const opened = await openTranscript(library, 'first');
	expect(opened.transcript.turns.map(({text}) => text)).toEqual([
		'Good morning',
		'The kubernets cluster',
		'Yes',
	]);
	correctTurn(library, opened, 1, safeText('The Kubernetes cluster'));
	expect(library.readCorrections('second')).toMatchObject([{turn: 0}]);
	expect(library.readCorrections('first')).toEqual([]);
	expect(library.search({text: 'kubernetes'})).toMatchObject([{transcriptId: 'second', turn: 0}]);

	for (const again of [reread(library, opened), await openTranscript(library, 'second')]) {
		const [, turn] = again.transcript.turns;
		expect(turn).toMatchObject({speaker: '2A', text: 'The Kubernetes cluster'});
		expect(turn?.words.map(({startMs}) => startMs - (turn?.startMs ?? 0))).toEqual([0, 1000, 2000]);
		expect(asHeard(again.transcript)).toEqual(opened.transcript);
		expect(again.raw).toBe(opened.raw);
	}

	expect(undoCorrection(library, opened)).toBe(1);
	expect(reread(library, opened).transcript).toEqual(opened.transcript);
	expect(undoCorrection(library, opened)).toBeUndefined();
	expect(() => correctTurn(library, opened, 3, safeText('x'))).toThrow(RangeError);
});
