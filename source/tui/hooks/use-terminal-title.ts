import {useStdout} from 'ink';
import {useEffect, useLayoutEffect} from 'react';
import {keepTitle, restoreTitle, terminalTitle} from '../../terminal-sequences.ts';

/**
 * Says on the terminal's window or tab where one is, outermost first, and ahead of that how far the jobs
 * are: `1/2 recscribe › Ada Moreau › which days?`.
 */
export function useTerminalTitle({
	breadcrumb,
	jobsDone,
	resumptions,
}: {
	readonly breadcrumb: readonly string[];
	readonly jobsDone: string | undefined;
	readonly resumptions: number;
}): void {
	const {stdout} = useStdout();
	const place = ['recscribe', ...breadcrumb].join(' › ');
	const title = jobsDone === undefined ? place : `${jobsDone} ${place}`;
	// biome-ignore lint/correctness/useExhaustiveDependencies: whoever had the terminal may have changed it
	useEffect(() => {
		stdout.write(terminalTitle(title));
	}, [stdout, title, resumptions]);
}

/** Puts the title that was there back when the screen ends, however that is: for the outermost component. */
export function useKeptTitle(): void {
	const {stdout} = useStdout();
	// Ahead of every effect that sets one.
	useLayoutEffect(() => {
		stdout.write(keepTitle);
		return () => {
			stdout.write(restoreTitle);
		};
	}, [stdout]);
}
