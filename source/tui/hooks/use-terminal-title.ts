import {useStdout} from 'ink';
import {useEffect} from 'react';
import {terminalTitle} from '../../terminal-sequences.ts';

/**
 * Says on the terminal's window or tab where one is, outermost first, and ahead of that how far the jobs
 * are: `1/2 recscribe › Ada Moreau › which days?`. Who starts the screen puts the title back.
 */
export function useTerminalTitle(
	breadcrumb: readonly string[],
	jobsDone: string | undefined,
): void {
	const {stdout} = useStdout();
	const place = ['recscribe', ...breadcrumb].join(' › ');
	const title = jobsDone === undefined ? place : `${jobsDone} ${place}`;
	useEffect(() => {
		stdout.write(terminalTitle(title));
	}, [stdout, title]);
}
