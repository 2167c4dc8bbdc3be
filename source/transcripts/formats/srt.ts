import {cuesOf} from '../cues/cues.ts';
import {formatCueTime} from '../time.ts';
import {commonOptions, type ExportDocument, type ExportOptions, type TextFormat} from './format.ts';

/** SubRip subtitles; the name stands before the words when the speaker changes. */
export const srt: TextFormat = {
	kind: 'text',
	name: 'srt',
	title: 'SRT subtitles',
	fileExtension: 'srt',
	mediaType: 'application/x-subrip',
	choices: ['speakers', 'original'],
	units: [],
	defaults: commonOptions,
	render,
};

function* render(document: ExportDocument, options: ExportOptions): Generator<string, void, void> {
	let number = 1;
	for (const cue of cuesOf(document.transcript, {nameInText: options.speakers})) {
		const separator = number === 1 ? '' : '\n';
		const times = `${formatCueTime(cue.startMs, ',')} --> ${formatCueTime(cue.endMs, ',')}`;
		yield `${separator}${number}\n${times}\n${cue.lines.map(plainLine).join('\n')}\n`;
		number++;
	}
}

// SRT has no escapes, and players take tags and override codes for formatting: what only looks
// like one gets a bracket that looks the same.
function plainLine(line: string): string {
	return line
		.replaceAll('-->', '→')
		.replace(/<(?=[/a-z])/giu, '‹')
		.replace(/\{(?=\\)/gu, '(');
}
