import fc from 'fast-check';
import {parseText, tokenizeVTTCue, type VTTCue} from 'media-captions';
import {describe, expect, test} from 'vitest';
import {cuesOf} from '../../../source/transcripts/cues/cues.ts';
import {passagesOf} from '../../../source/transcripts/passages.ts';
import {anyDocument} from '../corpus.ts';
import {renderText, weekly} from './render.ts';

describe('subtitles as another parser reads them', () => {
	test('SRT gives the same cues', async () => {
		await fc.assert(
			fc.asyncProperty(anyDocument, async document => {
				const {cues, errors} = await parseText(await renderText('srt', document), {
					type: 'srt',
					errors: true,
				});
				expect(errors).toEqual([]);
				expect(cues.map(cue => [...timesOf(cue), cue.text])).toEqual(
					[...cuesOf(document.transcript, {nameInText: true})].map(cue => [
						cue.startMs,
						cue.endMs,
						cue.lines
							.join('\n')
							.replaceAll('-->', '→')
							.replaceAll(/<(?=[/a-z])/gi, '‹')
							.replaceAll('{\\', '(\\'),
					]),
				);
			}),
		);
	});

	test('WebVTT gives the same cues with their speakers', async () => {
		await fc.assert(
			fc.asyncProperty(anyDocument, fc.boolean(), async (document, header) => {
				const {cues, errors} = await parseText(await renderText('vtt', document, {header}), {
					type: 'vtt',
					strict: true,
					errors: true,
				});
				expect(errors).toEqual([]);
				const passages = [...passagesOf(document.transcript, 'turn')];
				expect(cues.map(cue => [...timesOf(cue), ...voiceAndText(cue)])).toEqual(
					[...cuesOf(document.transcript, {nameInText: false})].map(cue => [
						cue.startMs,
						cue.endMs,
						passages.find(({turn}) => turn === cue.turn)?.name,
						cue.lines.join('\n'),
					]),
				);
			}),
		);
	});

	test('SRT can do without names', async () => {
		expect(await renderText('srt', weekly, {speakers: false})).toContain(
			'\nBecause of the "review".\n',
		);
	});
});

function timesOf({startTime, endTime}: VTTCue): readonly number[] {
	return [Math.round(startTime * 1000), Math.round(endTime * 1000)];
}

function voiceAndText(cue: VTTCue): readonly [string | undefined, string] {
	const [node] = tokenizeVTTCue(cue);
	const voice = node?.type === 'v' ? node : undefined;
	const [leaf] = voice === undefined ? [node] : voice.children;
	return [voice?.voice, leaf?.type === 'text' ? leaf.data : ''];
}
