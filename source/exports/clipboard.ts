import {spawn} from 'node:child_process';
import process from 'node:process';
import {childEnvironment} from '../child-environment.ts';

/** A program that puts what it reads on the system's clipboard. */
export type ClipboardProgram = readonly [command: string, ...argv: readonly string[]];

/** Those that may be there, the likeliest first. */
export function clipboardPrograms(
	platform: NodeJS.Platform,
	environment: Readonly<Record<string, string | undefined>>,
): readonly ClipboardProgram[] {
	switch (platform) {
		case 'darwin':
			return [['pbcopy']];
		case 'win32':
			return [['clip']];
		default:
			return [
				...(environment['WAYLAND_DISPLAY'] === undefined ? [] : [['wl-copy'] as const]),
				...(environment['DISPLAY'] === undefined
					? []
					: [
							['xclip', '-selection', 'clipboard'] as const,
							['xsel', '--clipboard', '--input'] as const,
						]),
				// Windows, from its Linux.
				...(environment['WSL_DISTRO_NAME'] === undefined ? [] : [['clip.exe'] as const]),
			];
	}
}

/** Puts text on the system's clipboard; false where no program for it is there. */
export async function copyToSystem(
	text: string,
	programs: readonly ClipboardProgram[] = clipboardPrograms(process.platform, process.env),
): Promise<boolean> {
	for (const program of programs) {
		if (await runWith(text, program)) {
			return true;
		}
	}

	return false;
}

/** The text goes by standard input: argument lists can be seen by everybody. */
function runWith(text: string, [command, ...argv]: ClipboardProgram): Promise<boolean> {
	const {promise, resolve} = Promise.withResolvers<boolean>();
	// xclip stays behind to serve the clipboard: only its own end is waited for, not that of its pipes.
	const child = spawn(command, argv, {
		stdio: ['pipe', 'ignore', 'ignore'],
		env: childEnvironment(),
	});
	child.on('error', () => resolve(false));
	child.on('exit', code => resolve(code === 0));
	child.stdin.on('error', () => resolve(false));
	child.stdin.end(text);
	return promise;
}
