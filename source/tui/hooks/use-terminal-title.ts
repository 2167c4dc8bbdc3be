import {useStdout} from 'ink';
import {useEffect} from 'react';
import {terminalTitle} from '../../terminal-sequences.ts';

/**
 * Says on the terminal's window or tab where one is, outermost first, and ahead of that how far the jobs
 * are: `1/2 recscribe › Ada Moreau › which days?`. Who starts the screen puts the title back.
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
