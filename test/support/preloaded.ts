import path from 'node:path';
import {pathToFileURL} from 'node:url';

/** The variables for a program that is to find this computer otherwise, by a file of this folder. */
export function preloaded(
	file: 'preload-clock.ts' | 'preload-disk-fault.ts' | 'preload-keychain.ts' | 'preload-no-home.ts',
): {readonly NODE_OPTIONS: string} {
	const {href} = pathToFileURL(path.join(import.meta.dirname, file));
	return {NODE_OPTIONS: `--import=${href}`};
}
