import {Text} from 'ink';
import {type ReactNode, useEffect, useState} from 'react';
import {isAbort, UserError} from '../../errors.ts';
import {formatTime} from '../../transcripts/time.ts';
import type {MeetingDetail} from '../../zoom/recordings.ts';
import {Spinner} from '../components/spinner.tsx';
import type {Binding} from '../keymap.ts';
import {useSession} from '../session.ts';
import {colours} from '../theme.ts';

type Wait =
	| {readonly name: 'idle'}
	| {readonly name: 'waiting'; readonly words: string}
	| {readonly name: 'failed'; readonly error: UserError};

/** Waits for a recording that Zoom is still processing, when told to; `onReady` once it is there. */
export function useWaitUntilReady(
	meeting: MeetingDetail,
	onReady: () => void,
): {readonly binding: Binding; readonly notice: ReactNode} {
	const {zoom} = useSession().services;
	const [wait, setWait] = useState<Wait>({name: 'idle'});
	const isWaiting = wait.name === 'waiting';

	// biome-ignore lint/correctness/useExhaustiveDependencies: one wait for each time it is asked for
	useEffect(() => {
		if (!isWaiting) {
			return;
		}

		const controller = new AbortController();
		async function follow(): Promise<void> {
			for await (const seen of zoom.waitUntilReady(meeting, controller.signal)) {
				if (seen.state === 'ready') {
					onReady();
					return;
				}

				const words = seen.state === 'processing' ? 'Zoom is still at it' : seen.problem.message;
				setWait({name: 'waiting', words: `${words}; next look in ${formatTime(seen.nextLookMs)}`});
			}
		}

		follow().catch((error: unknown) => {
			if (error instanceof UserError) {
				setWait({name: 'failed', error});
			} else if (!(controller.signal.aborted || isAbort(error))) {
				throw error;
			}
		});
		return () => controller.abort();
	}, [isWaiting]);

	return {
		binding: isWaiting
			? {
					keys: ['w'],
					label: 'stop waiting',
					hint: 'stop waiting',
					run: () => setWait({name: 'idle'}),
				}
			: {
					keys: ['w'],
					label: 'wait until Zoom has processed it',
					hint: 'wait for it',
					run: () => setWait({name: 'waiting', words: 'looking'}),
				},
		notice: showWait(wait),
	};
}

function showWait(wait: Wait): ReactNode {
	switch (wait.name) {
		case 'idle':
			return null;
		case 'waiting':
			return (
				<Text wrap="truncate">
					<Spinner /> {wait.words}
				</Text>
			);
		case 'failed':
			return (
				<Text color={colours.bad} wrap="truncate">
					✗ {wait.error.message}
				</Text>
			);
	}
}
