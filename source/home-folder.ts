import {homedir} from 'node:os';

/** The person's own folder; undefined where neither the environment nor the system says which it is. */
export function homeFolder(): string | undefined {
	try {
		return homedir();
	} catch {
		return undefined;
	}
}
