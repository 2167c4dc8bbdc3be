import {expect, test} from 'vitest';
import {explainTranscriptError} from '../../source/assemblyai/transcript-errors.ts';
import {safeText} from '../../source/safe-text.ts';

test.each([
	['File does not appear to contain audio. File type is text/html (HTML document).', /web page/],
	[
		'Download error, unable to download https://x. Please make sure the file exists',
		/--audio stream/,
	],
	['Transcoding failed. File does not appear to contain audio. File type is data', /damaged/],
	['Audio duration is too short.', /160 ms/],
	[
		"detected language 'bg', confidence 0.29, is below the requested confidence threshold",
		/language/,
	],
	['Server error, developers have been alerted', /try again/],
	['Something that nobody has seen before', /Try again/],
])('%s', (words, hint) => {
	const error = explainTranscriptError(safeText(words));
	expect(error).toMatchObject({name: 'AssemblyAIError', code: 'failed'});
	expect(error.message).toContain(words);
	expect(error.hint).toMatch(hint);
	expect(error.hint).toContain('not charged');
});
