import {useStdout} from 'ink';
import {useEffect} from 'react';
import {resumeWrapping, stopWrapping} from '../../terminal-sequences.ts';

/** Keeps rows in their place while the screens are shown: the frame itself ends each of them. */
export function useUnwrappedRows(resumptions: number): void {
	const {stdout} = useStdout();
	// biome-ignore lint/correctness/useExhaustiveDependencies: whoever had the terminal may have changed it
	useEffect(() => {
		stdout.write(stopWrapping);
		return () => {
			stdout.write(resumeWrapping);
		};
	}, [stdout, resumptions]);
}
