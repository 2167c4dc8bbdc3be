import {encodePathPart} from '../http/addresses.ts';
import {userAnswer, userPageAnswer} from './answers.ts';
import {readPages} from './pages.ts';
import type {User} from './recordings.ts';
import type {UserPage} from './zoom.ts';
import type {ZoomApi} from './zoom-api.ts';

const statuses = ['active', 'inactive'] as const;

/** Active, then deactivated users: the recordings of a deactivated one are still there. */
export async function* listUsers(
	api: ZoomApi,
	signal: AbortSignal,
): AsyncGenerator<UserPage, void, void> {
	const seen = new Set<string>();
	let totalBefore: number | undefined = 0;
	for (const status of statuses) {
		const request = {
			label: 'medium',
			path: 'users',
			query: {status, page_size: '300'},
		} as const;
		let total: number | undefined;
		for await (const {page} of readPages(api, request, userPageAnswer(status), signal)) {
			total = add(totalBefore, page.total_records);
			yield {users: (page.users ?? []).filter(user => isNew(user, seen)), total};
		}
		totalBefore = total;
	}
}

export function getUser(api: ZoomApi, user: string, signal: AbortSignal): Promise<User> {
	const request = {label: 'light', path: `users/${encodePathPart(user)}`} as const;
	return api.get(request, userAnswer('active'), signal);
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
