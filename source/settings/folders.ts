import path from 'node:path';
import envPaths from 'env-paths';
import {UserError} from '../errors.ts';
import {homeFolder} from '../home-folder.ts';

/** Names and values as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Names another place for one of them. */
export type FolderVariable = 'RECSCRIBE_CONFIG_DIR' | 'RECSCRIBE_DATA_DIR';

export type Folders = {
	/** Settings and credentials. */
	readonly config: string;
	/** The library: transcripts and jobs. */
	readonly data: string;
};

/**
 * Where settings and the library live: `RECSCRIBE_CONFIG_DIR` and `RECSCRIBE_DATA_DIR`, else the
 * platform's own folders. The sandbox has a pair of its own, wherever the real ones are. Throws a
 * `UserError` `not-set-up` where one of them is to be in a home folder that nobody knows.
 */
export function folders(
	environment: Environment,
	{isSandbox = false}: {readonly isSandbox?: boolean} = {},
): Folders {
	const platform = envPaths('recscribe', {suffix: ''});
	const place = (variable: FolderVariable, usual: string): string =>
		path.resolve(
			environment[variable]?.trim() || inHome(usual, variable),
			isSandbox ? 'sandbox' : '',
		);
	return {
		config: place('RECSCRIBE_CONFIG_DIR', platform.config),
		data: place('RECSCRIBE_DATA_DIR', platform.data),
	};
}

function inHome(folder: string, variable: FolderVariable): string {
	if (homeFolder() === undefined) {
		throw new UserError('Neither the environment nor the system says which your home folder is', {
			code: 'not-set-up',
			hint: `Set HOME to it, or ${variable} to a folder of your own.`,
		});
	}

	return folder;
}
