import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {correctTurn} from '../../source/kept-transcripts/correct-transcript.ts';
import {keepZoomTranscript} from '../../source/kept-transcripts/keep-zoom-transcript.ts';
import {openTranscript} from '../../source/kept-transcripts/open-transcript.ts';
import {toExportSource} from '../../source/kept-transcripts/opened-transcript.ts';
import {type Library, openLibrary} from '../../source/library/library.ts';
import {migrations} from '../../source/library/schema.ts';
import {safeText} from '../../source/safe-text.ts';
import {meetingDetail} from '../tui/things.ts';

const meeting = meetingDetail('Budget review');
const vtt = (text: string) =>
	`WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\nAda Moreau: ${text}\n\n2\n00:00:04.000 --> 00:00:06.000\nGrace Okafor: Agreed.\n`;

let library: Library;

beforeEach(() => {
	library = openLibrary(mkdtempSync(path.join(tmpdir(), 'recscribe-library-')));
});

afterEach(() => library.close());

async function keep(text: string): Promise<string> {
	const id = await keepZoomTranscript(library, meeting, [{vtt: vtt(text), offsetMs: 0}]);
	return id ?? '';
}

test('is read, searched and exported like any other, and is Zoom’s', async () => {
	const id = await keep('The budget is settled.');
	const opened = await openTranscript(library, id);
	expect(opened.record).toMatchObject({source: 'zoom', audioSeconds: 6});
	expect(opened.transcript.turns.map(({speaker, text}) => [speaker, text])).toEqual([
		['Ada Moreau', 'The budget is settled.'],
		['Grace Okafor', 'Agreed.'],
	]);
	expect(library.search({text: 'budget speaker:ada'})).toMatchObject([{transcriptId: id, turn: 0}]);
	const {raw, document} = toExportSource(opened);
	expect(raw).toBe(vtt('The budget is settled.'));
	expect(document).toMatchObject({
		transcriptId: undefined,
		meeting: {participants: ['Ada Moreau', 'Grace Okafor']},
	});
});

test('does not stand for a transcription of the meeting', async () => {
	await keep('The budget is settled.');
	expect(library.listTranscripts()).toHaveLength(1);
	expect(library.findTranscriptOfMeeting(meeting.uuid)).toBeUndefined();
	const fileId = library.listTranscripts()[0]?.recordingFileId ?? '';
	expect(library.findTranscriptOfFile(meeting.uuid, fileId)).toBeUndefined();
	expect(library.listLeftovers()).toEqual([]);
});

test('that is opened again is the same one, as Zoom has it now', async () => {
	const id = await keep('The budget is settled.');
	expect(await keep('The budget is settled.')).toBe(id);
	expect(await keep('The forecast is settled.')).toBe(id);
	expect(library.listTranscripts()).toHaveLength(1);
	expect(library.search({text: 'budget'})).toEqual([]);
	expect(library.search({text: 'forecast'})).toHaveLength(1);
});

test('that was corrected stays as it was corrected, and names stay', async () => {
	const id = await keep('The budged is settled.');
	correctTurn(library, await openTranscript(library, id), 0, safeText('The budget is settled.'));
	library.nameSpeaker(id, 'Ada Moreau', 'Ada M.');
	await keep('Something else.');
	const {transcript} = await openTranscript(library, id);
	expect(transcript.turns[0]?.text).toBe('The budget is settled.');
	expect(transcript.speakerNames.get(safeText('Ada Moreau'))).toBe('Ada M.');
	expect(library.search({text: 'budget speaker:"ada m"'})).toHaveLength(1);
});

test('that has no file is not kept', async () => {
	expect(await keepZoomTranscript(library, meeting, [])).toBeUndefined();
	expect(library.listTranscripts()).toEqual([]);
});

test('goes into a library of before there were any, whose transcripts are AssemblyAI’s', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'recscribe-library-'));
	const old = new DatabaseSync(path.join(folder, 'library.db'));
	for (const statements of migrations.slice(0, 3)) {
		old.exec(statements);
	}

	old
		.prepare(
			`INSERT INTO transcripts (id, identity, meeting, recording_file_id, request, response, completed_at)
			VALUES ('one', 'identity', ?, 'file', ?, x'', 0)`,
		)
		.run(
			JSON.stringify({uuid: 'u', number: '1', topic: 't', start: '', durationMinutes: 1}),
			JSON.stringify({audio: 'stream', speechModels: [], speakerLabels: true}),
		);
	old.exec('PRAGMA user_version = 3');
	old.close();
	library.close();
	library = openLibrary(folder);
	expect(library.findTranscript('one')).toMatchObject({source: 'assemblyai'});
});
