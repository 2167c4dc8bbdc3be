import {type SafeText, safeText} from '../safe-text.ts';
import {AssemblyAIError} from './assemblyai-error.ts';

const hints: readonly (readonly [RegExp, string])[] = [
	[
		/text\/html|HTML document/i,
		'AssemblyAI got a web page instead of the recording: let the audio go through this computer (`--audio stream`).',
	],
	[
		/download error|unable to (?:download|access)/i,
		'AssemblyAI could not fetch the link: let the audio go through this computer (`--audio stream`), or try again for a new link.',
	],
	[
		/does not appear to contain audio|transcoding failed/i,
		'The file may be damaged or incomplete. Try again, or choose another file of the recording.',
	],
	[/too short/i, 'The recording is shorter than AssemblyAI’s least, 160 ms.'],
	[
		/confidence threshold|detected language|no spoken audio|language/i,
		'Name the language instead of letting it be detected.',
	],
	[/server error/i, 'The fault is AssemblyAI’s: try again.'],
];

/** A transcription that ended in an error: AssemblyAI's own words, and what to do about them. */
export function explainTranscriptError(words: SafeText): AssemblyAIError {
	const hint =
		hints.find(([pattern]) => pattern.test(words))?.[1] ?? 'Try again, or choose another file.';
	return new AssemblyAIError(safeText(`AssemblyAI could not transcribe it: ${words}`), {
		code: 'failed',
		hint: `${hint} Failed transcriptions are not charged.`,
	});
}
