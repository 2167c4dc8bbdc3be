// The transcript screen as the program has it, on a made-up transcript of as many hours as asked.
import process from 'node:process';
import {render} from 'ink';
import {useState} from 'react';
import {
	type OpenedTranscript,
	toExportSource,
} from '../../source/kept-transcripts/opened-transcript.ts';
import {safeText} from '../../source/safe-text.ts';
import {KeyQueueContext, useKeyboard} from '../../source/tui/hooks/use-keys.ts';
import {createKeyQueue} from '../../source/tui/key-queue.ts';
import {createListing} from '../../source/tui/listing.ts';
import type {ListedTranscript} from '../../source/tui/listings.ts';
import {TranscriptScreen} from '../../source/tui/screens/transcript-screen.tsx';
import {type Session, SessionContext} from '../../source/tui/session.ts';
import {createFakeServices} from '../../test/tui/fake-services.ts';
import {makeTranscript} from './made-up-transcript.ts';

function never(): never {
	throw new Error('The benchmark has nothing but a transcript');
}

const hours = Number(process.argv[2]);
const transcript = makeTranscript(hours);
const opened: OpenedTranscript = {
	record: {
		// Zoom's own: no names are looked up for it.
		source: 'zoom',
		id: 'made-up',
		meeting: {
			uuid: 'made-up',
			number: '1',
			topic: safeText(`${hours} hours`),
			start: '2026-11-01T09:00:00Z',
			durationMinutes: 60 * hours,
		},
		recordingFileId: '',
		completedAt: 0,
	},
	transcript,
	raw: '',
	parts: [{id: 'made-up', transcript, offsetMs: 0}],
};
const listed: ListedTranscript = {...toExportSource(opened), opened};
const listing = createListing<ListedTranscript, ListedTranscript | undefined>({
	async *open() {
		yield listed;
	},
	initial: listed,
	fold: () => listed,
});
const session: Session = {
	get program() {
		return never();
	},
	services: createFakeServices(),
	listings: {
		users: never,
		meetings: never,
		meeting: never,
		summary: never,
		transcript: () => listing,
		reread: never,
		seen: never,
		close: () => {},
	},
};

function Reader() {
	const [keys] = useState(createKeyQueue);
	useKeyboard(keys);
	return (
		<KeyQueueContext value={keys}>
			<SessionContext value={session}>
				<TranscriptScreen reference={{type: 'library', id: 'made-up'}} />
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
