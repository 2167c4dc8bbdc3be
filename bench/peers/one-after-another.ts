// How downloader scripts list an account: every user, every window of 30 days, one request after another.
const dayMs = 86_400_000;

export type ZoomAddresses = {
	readonly ZOOM_API_URL: string;
	readonly ZOOM_OAUTH_URL: string;
	readonly ZOOM_ACCOUNT_ID: string;
	readonly ZOOM_CLIENT_ID: string;
	readonly ZOOM_CLIENT_SECRET: string;
};

type Page = {
	readonly next_page_token?: string;
	readonly users?: readonly {readonly id?: string}[];
	readonly meetings?: readonly PlainMeeting[];
};

type PlainMeeting = {readonly uuid: string; readonly start_time: string};

export type PlainClient = {
	/** One request. */
	readonly get: (path: string, query: Readonly<Record<string, string>>) => Promise<Page>;
};

export async function signInPlainly(addresses: ZoomAddresses): Promise<PlainClient> {
	const {ZOOM_CLIENT_ID: id, ZOOM_CLIENT_SECRET: secret} = addresses;
	const response = await fetch(`${addresses.ZOOM_OAUTH_URL}/oauth/token`, {
		method: 'POST',
		headers: {authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`},
		body: new URLSearchParams({
			grant_type: 'account_credentials',
			account_id: addresses.ZOOM_ACCOUNT_ID,
		}),
	});
	const {access_token: token} = (await response.json()) as {readonly access_token: string};
	return {
		async get(path, query) {
			const address = `${addresses.ZOOM_API_URL}/${path}?${new URLSearchParams(query)}`;
			const answer = await fetch(address, {headers: {authorization: `Bearer ${token}`}});
			return (await answer.json()) as Page;
		},
	};
}

/** How many meetings begin from one local day to another. */
export async function countOneAfterAnother(
	client: PlainClient,
	{from, to}: {readonly from: string; readonly to: string},
): Promise<number> {
	const [first, end] = [new Date(`${from}T00:00:00`), new Date(`${to}T24:00:00`)];
	// A local day reaches into two of UTC.
	const windows = toWindows(first.getTime() - dayMs, end.getTime());
	const uuids = new Set<string>();
	for await (const user of listUsers(client)) {
		for (const window of windows) {
			for await (const {uuid, start_time: start} of listMeetings(client, user, window)) {
				if (new Date(start) >= first && new Date(start) < end) {
					uuids.add(uuid);
				}
			}
		}
	}
	return uuids.size;
}

async function* listUsers(client: PlainClient): AsyncGenerator<string, void, void> {
	for (const status of ['active', 'inactive']) {
		for await (const {users = []} of readPages(client, 'users', {status})) {
			yield* users.map(({id = ''}) => id);
		}
	}
}

async function* listMeetings(
	client: PlainClient,
	user: string,
	window: Readonly<Record<string, string>>,
): AsyncGenerator<PlainMeeting, void, void> {
	const path = `users/${encodeURIComponent(user)}/recordings`;
	for await (const {meetings = []} of readPages(client, path, window)) {
		yield* meetings;
	}
}

async function* readPages(
	client: PlainClient,
	path: string,
	query: Readonly<Record<string, string>>,
): AsyncGenerator<Page, void, void> {
	let token = '';
	do {
		const page = await client.get(path, {...query, page_size: '300', next_page_token: token});
		yield page;
		token = page.next_page_token ?? '';
	} while (token !== '');
}

function toWindows(first: number, last: number): ReadonlyArray<{from: string; to: string}> {
	const windows: {from: string; to: string}[] = [];
	for (let end = last; end >= first; end -= 30 * dayMs) {
		windows.push({from: toDay(Math.max(first, end - 29 * dayMs)), to: toDay(end)});
	}
	return windows;
}

function toDay(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}
