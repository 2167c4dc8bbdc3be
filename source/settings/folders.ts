import path from 'node:path';
import envPaths from 'env-paths';

/** Names and values as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

export type Folders = {
	/** Settings and credentials. */
	readonly config: string;
	/** The library: transcripts and jobs. */
	readonly data: string;
};

/**
 * Where settings and the library live: `RECSCRIBE_CONFIG_DIR` and `RECSCRIBE_DATA_DIR`, else the
 * platform's own folders. The sandbox has a pair of its own, wherever the real ones are.
 */
export function folders(
	environment: Environment,
	{isSandbox = false}: {readonly isSandbox?: boolean} = {},
): Folders {
	const platform = envPaths('recscribe', {suffix: ''});
	const place = (chosen: string | undefined, usual: string): string =>
		path.resolve(chosen?.trim() || usual, isSandbox ? 'sandbox' : '');
	return {
		config: place(environment['RECSCRIBE_CONFIG_DIR'], platform.config),
		data: place(environment['RECSCRIBE_DATA_DIR'], platform.data),
	};
}
