import type {User} from '../zoom/recordings.ts';
import type {Zoom} from '../zoom/zoom.ts';
import type {CommandContext} from './command.ts';
import type {UserJson} from './json-shapes.ts';
import {openList, type Printing} from './printing.ts';
import {toTable} from './table.ts';

/** Lists everybody whose recordings can be asked for: active, then deactivated. */
export async function listUsers(
	{program, stdout, signal}: CommandContext,
	printing: Printing,
): Promise<void> {
	const services = program.openServices();
	try {
		const list = openList(stdout, printing, {type: 'user', toEntry: toJson, toText});
		list.end(await collectUsers(services.zoom, signal, list.add));
	} finally {
		services.close();
	}
}

/**
 * Active, then deactivated. Throws what Zoom's client throws.
 *
 * @param onFound Is told of some as soon as Zoom has.
 */
export async function collectUsers(
	zoom: Zoom,
	signal: AbortSignal,
	onFound?: (users: readonly User[]) => void,
): Promise<readonly User[]> {
	const users: User[] = [];
	for await (const page of zoom.listUsers(signal)) {
		users.push(...page.users);
		onFound?.(page.users);
	}

	return users;
}

function toText(users: readonly User[]): string {
	return toTable(
		users.map(({name, email, status}) => [
			name,
			email,
			...(status === 'active' ? [] : ['deactivated']),
		]),
	);
}

function toJson({id, email, name, status, department}: User): UserJson {
	return {id, email, name, status, department: department ?? null};
}
