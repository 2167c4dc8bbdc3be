import {encodePathPart} from '../http/addresses.ts';
import {userAnswer, userPageAnswer} from './answers.ts';
import {readPages} from './pages.ts';
import type {User} from './recordings.ts';
import type {UserPage} from './zoom.ts';
import type {ZoomApi} from './zoom-api.ts';
import {ZoomError} from './zoom-error.ts';

const statuses = ['active', 'inactive'] as const;

/**
 * Active, then deactivated users: the recordings of a deactivated one are still there. Oneself alone
 * for somebody who is signed in as themselves.
 */
export async function* listUsers(
	api: ZoomApi,
	signal: AbortSignal,
): AsyncGenerator<UserPage, void, void> {
	if (api.isPersonal) {
		yield {users: [await getOneself(api, signal)], total: 1};
		return;
	}
	const lists = statuses.map(status => {
		const query = {status, page_size: '300'};
		const request = {label: 'medium', path: 'users', query} as const;
		return readPages(api, request, userPageAnswer(status), signal);
	});
	// The first page of each says how many there are: so the total is right from the beginning.
	const firstPages = await Promise.all(lists.map(pages => pages.next()));
	const total = firstPages.map(({value}) => value?.page.total_records).reduce(add, 0);
	const seen = new Set<string>();
	for (const [index, pages] of lists.entries()) {
		for (let next = firstPages[index]; next?.done === false; next = await pages.next()) {
			const users = next.value.page.users ?? [];
			yield {users: users.filter(user => isNew(user, seen)), total};
		}
	}
}

/** One user by id, email, or `me`. Throws `ZoomError` `not-allowed` for another one than oneself where there is no other. */
export async function getUser(api: ZoomApi, user: string, signal: AbortSignal): Promise<User> {
	if (!api.isPersonal) {
		return requestUser(api, user, signal);
	}
	const oneself = await requestUser(api, 'me', signal);
	const names: readonly string[] = ['me', oneself.id, oneself.email];
	if (!names.some(name => name.toLowerCase() === user.toLowerCase())) {
		throw new ZoomError(`You are signed in to Zoom as yourself (${oneself.email})`, {
			code: 'not-allowed',
			hint: 'The recordings of others need a Server-to-Server app: `recscribe setup`.',
		});
	}
	return asMe(oneself);
}

async function getOneself(api: ZoomApi, signal: AbortSignal): Promise<User> {
	return asMe(await requestUser(api, 'me', signal));
}

function requestUser(api: ZoomApi, user: string, signal: AbortSignal): Promise<User> {
	const request = {label: 'light', path: `users/${encodePathPart(user)}`} as const;
	return api.get(request, userAnswer('active'), signal);
}

/** Zoom refuses a person's own id where it takes `me`. */
function asMe(user: User): User {
	return {...user, id: 'me'};
}

function isNew(user: User, seen: Set<string>): boolean {
	if (user.status === 'pending' || seen.has(user.id)) {
		return false;
	}
	seen.add(user.id);
	return true;
}

function add(first: number | undefined, second: number | undefined): number | undefined {
	return first === undefined || second === undefined ? undefined : first + second;
}
