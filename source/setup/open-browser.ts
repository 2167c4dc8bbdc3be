import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {childEnvironment} from '../child-environment.ts';

/** Opens an address in a browser; resolves with whether there is one to open it in. */
export type OpenBrowser = (address: string) => Promise<boolean>;

/** Opens it in the person's own browser. `BROWSER=none`, and a remote shell without a screen, have none. */
export async function openBrowser(address: string): Promise<boolean> {
	const {BROWSER, SSH_CONNECTION, DISPLAY, WAYLAND_DISPLAY} = process.env;
	const isRemote = SSH_CONNECTION !== undefined && (DISPLAY ?? WAYLAND_DISPLAY) === undefined;
	if (BROWSER === 'none' || isRemote) {
		return false;
	}
	const [command, ...arguments_] = openers[process.platform] ?? ['xdg-open'];
	const child = spawn(command ?? '', [...arguments_, address], {
		stdio: 'ignore',
		detached: true,
		env: childEnvironment(),
	});
	child.unref();
	try {
		await once(child, 'spawn');
		return true;
	} catch {
		// No such program: the address is on the screen.
		return false;
	}
}

const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
	darwin: ['open'],
	win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};
