// The transcript screen as the program has it, on a made-up transcript of as many hours as asked.
import process from 'node:process';
import {render} from 'ink';
import {useState} from 'react';
import type {OpenedTranscript} from '../../source/opened-transcript.ts';
import {safeText} from '../../source/safe-text.ts';
import {KeyQueueContext, useKeyboard} from '../../source/tui/hooks/use-keys.ts';
import {createKeyQueue} from '../../source/tui/key-queue.ts';
import {createListing} from '../../source/tui/listing.ts';
import {TranscriptScreen} from '../../source/tui/screens/transcript-screen.tsx';
import {type Session, SessionContext} from '../../source/tui/session.ts';
import {makeTranscript} from './made-up-transcript.ts';

function never(): never {
	throw new Error('The benchmark has nothing but a transcript');
}

const hours = Number(process.argv[2]);
const opened: OpenedTranscript = {
	record: {
		id: 'made-up',
		meeting: {
			uuid: 'made-up',
			number: '1',
			topic: safeText(`${hours} hours`),
			start: '2026-11-01T09:00:00Z',
			durationMinutes: hours * 60,
		},
		request: {audio: 'stream', speechModels: [], speakerLabels: true},
		completedAt: 0,
	},
	transcript: makeTranscript(hours),
	rawJson: '',
};
const listing = createListing<OpenedTranscript, OpenedTranscript | undefined>({
	async *open() {
		yield opened;
	},
	initial: opened,
	fold: () => opened,
});
const session: Session = {
	get program() {
		return never();
	},
	get services() {
		return never();
	},
	listings: {users: never, meetings: never, transcript: () => listing, close: () => {}},
};

function Reader() {
	const [keys] = useState(createKeyQueue);
	useKeyboard(keys);
	return (
		<KeyQueueContext value={keys}>
			<SessionContext value={session}>
				<TranscriptScreen transcriptId="made-up" />
			</SessionContext>
		</KeyQueueContext>
	);
}

const instance = render(<Reader />, {
	alternateScreen: true,
	incrementalRendering: true,
	interactive: true,
});
// What a screen throws is not seen otherwise.
await instance.waitUntilExit();
