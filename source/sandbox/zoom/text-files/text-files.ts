import {type SpokenTurn, speak, speakOnFile} from '../../speech/speech.ts';
import type {RecordedMeeting, RecordingFile} from '../../world/meeting.ts';
import {writeChat} from './chat.ts';
import {writeCaptions, writeTranscript} from './subtitles.ts';
import {writeNextSteps, writeSummary} from './summary.ts';
import {writeTimeline} from './timeline.ts';

/** The content of one of the files that Zoom makes besides sound and picture. */
export function writeTextFile(meeting: RecordedMeeting, file: RecordingFile, seed: number): string {
	const turns = [...speakOnFile(meeting, file, seed)];
	switch (file.content) {
		case 'transcript':
			return writeTranscript(turns, meeting.language);
		case 'captions':
			return writeCaptions(turns, meeting.language);
		case 'chat':
			return writeChat(turns);
		case 'timeline':
			return writeTimeline(turns);
		case 'summary':
			return writeSummary(turns, meeting.topic);
		case 'next-steps':
			return writeNextSteps(turns, meeting.topic);
		default:
			return 'Nobody knows yet what this file is for.\n';
	}
}

/** Everything that was said, whatever file it is on. */
export function speakWhole(meeting: RecordedMeeting, seed: number): readonly SpokenTurn[] {
	return [...speak(meeting, seed)];
}
