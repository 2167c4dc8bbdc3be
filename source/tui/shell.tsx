import {useApp} from 'ink';
import {type ReactNode, useState} from 'react';
import {FrameContext} from './components/frame.tsx';
import type {ListState} from './components/list-state.ts';
import {KeyQueueContext, useKeyboard} from './hooks/use-keys.ts';
import {ListMemory} from './hooks/use-list.ts';
import {useSuspension} from './hooks/use-suspension.ts';
import {useKeptTitle} from './hooks/use-terminal-title.ts';
import {createKeyQueue} from './key-queue.ts';
import type {Binding} from './keymap.ts';
import {interrupted} from './outcome.ts';

const nowhere = () => [];

/** What everything in the full screen stands in: the terminal, its keys, and the way out of it. */
export function Shell({children}: {readonly children: ReactNode}) {
	const {exit} = useApp();
	const [queue] = useState(createKeyQueue);
	const [memory] = useState(() => new Map<string, ListState>());
	useKeptTitle();
	useKeyboard(queue);
	const {bindings: suspension, resumptions} = useSuspension(queue);
	const globalBindings: readonly Binding[] = [
		{keys: ['ctrl+c'], label: 'quit at once', run: () => exit(interrupted)},
		...suspension,
	];
	return (
		<KeyQueueContext value={queue}>
			<FrameContext value={{badges: [], globalBindings, resumptions, places: nowhere}}>
				<ListMemory value={memory}>{children}</ListMemory>
			</FrameContext>
		</KeyQueueContext>
	);
}
