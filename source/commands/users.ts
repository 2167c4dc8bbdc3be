import type {User} from '../zoom/recordings.ts';
import type {Zoom} from '../zoom/zoom.ts';
import {type CommandContext, printJson} from './command.ts';
import type {UserJson} from './json-shapes.ts';
import {toTable} from './table.ts';

export type UsersOptions = {readonly json: boolean};

/** Lists everybody whose recordings can be asked for: active, then deactivated. */
export async function listUsers(
	{program, stdout, signal}: CommandContext,
	{json}: UsersOptions,
): Promise<void> {
	const services = program.openServices();
	try {
		const users = await collectUsers(services.zoom, signal);
		if (json) {
			printJson(
				stdout,
				users.map(
					({id, email, name, status, department}): UserJson => ({
						id,
						email,
						name,
						status,
						department: department ?? null,
					}),
				),
			);
		} else {
			stdout.write(
				toTable(
					users.map(({name, email, status}) => [
						name,
						email,
						...(status === 'active' ? [] : ['deactivated']),
					]),
				),
			);
		}
	} finally {
		services.close();
	}
}

/** Active, then deactivated. Throws what Zoom's client throws. */
export async function collectUsers(zoom: Zoom, signal: AbortSignal): Promise<readonly User[]> {
	const users: User[] = [];
	for await (const page of zoom.listUsers(signal)) {
		users.push(...page.users);
	}

	return users;
}
