import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {SafeText} from '../../../source/safe-text.ts';
import {anyDocument} from '../corpus.ts';
import {renderText, weekly} from './render.ts';

test('JSON holds everything, in the documented shape', async () => {
	await fc.assert(
		fc.asyncProperty(anyDocument, async document => {
			const {transcript} = document;
			const parsed = JSON.parse(await renderText('json', document));
			expect(parsed).toEqual({
				version: 1,
				exportedAt: document.exportedAt.toISOString(),
				meeting: {
					uuid: document.meeting.uuid,
					id: document.meeting.number,
					topic: document.meeting.topic,
					startTime: document.meeting.start?.toISOString(),
					hostEmail: document.meeting.hostEmail,
					participants: document.meeting.participants,
					shareUrl: document.meeting.shareUrl,
				},
				transcript: {
					id: document.transcriptId,
					source: 'assemblyai',
					model: transcript.model,
					languageCode: transcript.language,
					durationMs: transcript.durationMs,
				},
				outline: null,
				speakers: parsed.speakers,
				utterances: transcript.turns.map(({speaker, startMs, endMs, text: said, words}) => ({
					speaker: speaker ?? null,
					name: nameOf(parsed, speaker),
					start: startMs,
					end: endMs,
					text: said,
					words: words.map(word => ({
						text: word.text,
						start: word.startMs,
						end: word.endMs,
						confidence: word.confidence ?? null,
					})),
				})),
			});
		}),
	);
});

type ParsedSpeakers = {
	readonly speakers: ReadonlyArray<{readonly speaker: string; readonly name: string}>;
};

function nameOf({speakers}: ParsedSpeakers, label: SafeText | undefined): string | null {
	return speakers.find(({speaker}) => speaker === label)?.name ?? null;
}

test('JSON uses given names and the default ones', async () => {
	expect(JSON.parse(await renderText('json', weekly)).speakers).toEqual([
		{speaker: 'A', name: 'Ana Souza'},
		{speaker: 'B', name: 'Speaker B'},
	]);
});
