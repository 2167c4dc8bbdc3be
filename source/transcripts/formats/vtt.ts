import {type Cue, cuesOf} from '../cues/cues.ts';
import {speakerName} from '../speaker-names.ts';
import {formatCueTime} from '../time.ts';
import type {Transcript} from '../transcript.ts';
import {documentFacts, documentTitle, factText} from './document-facts.ts';
import {commonOptions, type ExportDocument, type ExportOptions, type TextFormat} from './format.ts';

/** WebVTT subtitles, each cue with its speaker as a voice. */
export const vtt: TextFormat = {
	kind: 'text',
	name: 'vtt',
	title: 'WebVTT subtitles',
	fileExtension: 'vtt',
	mediaType: 'text/vtt; charset=utf-8',
	choices: ['speakers', 'header', 'original'],
	units: [],
	defaults: {...commonOptions, header: false},
	render,
};

function* render(document: ExportDocument, options: ExportOptions): Generator<string, void, void> {
	yield 'WEBVTT\n';
	if (options.header) {
		yield `\nNOTE\n${escapeVtt(documentTitle(document))}\n`;
		for (const fact of documentFacts(document)) {
			yield `${fact.label}: ${escapeVtt(factText(fact))}\n`;
		}
	}
	for (const cue of cuesOf(document.transcript, {nameInText: false})) {
		const times = `${formatCueTime(cue.startMs, '.')} --> ${formatCueTime(cue.endMs, '.')}`;
		const voice = options.speakers ? voiceTag(document.transcript, cue) : '';
		yield `\n${times}\n${voice}${cue.lines.map(escapeVtt).join('\n')}\n`;
	}
}

function voiceTag(transcript: Transcript, {speaker}: Cue): string {
	return speaker === undefined ? '' : `<v ${escapeVtt(speakerName(transcript, speaker))}>`;
}

function escapeVtt(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
