import path from 'node:path';
import {bundle} from './bundle.ts';
import {jsonSchemas} from './json-schemas.ts';
import {type ReplaceOptions, replaceFolder} from './replace-folder.ts';
import {thirdPartyLicences} from './third-party-licences.ts';

/**
 * Builds `dist/` in the project folder `root` from `source/cli.ts`.
 *
 * @throws esbuild's `BuildFailure` when the source does not build; `dist/` is then as it was.
 */
export async function buildProgram(
	root: string,
	options: ReplaceOptions,
): Promise<{readonly files: number; readonly bytes: number}> {
	const {outputs, bundledPaths} = await bundle({root, entry: 'source/cli.ts'});
	const licences = {
		name: 'THIRD-PARTY-LICENSES.txt',
		contents: Buffer.from(await thirdPartyLicences(root, bundledPaths)),
	};
	const files = [licences, ...jsonSchemas(), ...outputs];
	await replaceFolder(path.join(root, 'dist'), files, options);
	return {
		files: files.length,
		bytes: files.reduce((sum, {contents}) => sum + contents.length, 0),
	};
}
