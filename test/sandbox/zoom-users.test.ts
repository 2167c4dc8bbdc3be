import {expect, test} from 'vitest';
import {startSandbox} from '../../source/sandbox/sandbox.ts';
import {askZoom, type Body} from './plain-client.ts';
import {sharedSandbox, today} from './shared-sandbox.ts';

const sandbox = sharedSandbox();

test('lists active users, page by page', async () => {
	const users: Body[] = [];
	let token = '';
	let pages = 0;
	do {
		const {body} = await askZoom(
			sandbox.current,
			`/users?page_size=5&next_page_token=${encodeURIComponent(token)}`,
		);
		expect(body).toMatchObject({page_size: 5, total_records: 13, page_count: 3});
		users.push(...body.users);
		token = body.next_page_token;
		pages++;
	} while (token !== '');
	expect(pages).toBe(3);
	expect(new Set(users.map(({id}) => id)).size).toBe(13);
	expect(users[0]).toMatchObject({display_name: 'Ada Moreau', status: 'active', type: 2});
});

test('names come in many scripts, and one is missing', async () => {
	const {body} = await askZoom(sandbox.current, '/users?page_size=300');
	const names = body.users.map((user: Body) => user.display_name);
	expect(names).toEqual(
		expect.arrayContaining([
			'Łukasz Wiśniewski',
			'प्रिया शर्मा',
			'Ольга Смирнова',
			'佐藤 美咲',
			'أحمد المنصوري',
			undefined,
		]),
	);
});

test('a deactivated user is in a list of its own and has recordings', async () => {
	const {body} = await askZoom(sandbox.current, '/users?status=inactive');
	expect(body.users).toHaveLength(1);
	const day = sandbox.current.world.find('deactivated-host').start.toISOString().slice(0, 10);
	const recordings = await askZoom(
		sandbox.current,
		`/users/${body.users[0].id}/recordings?from=${day}&to=${day}`,
	);
	expect(recordings.body.meetings).toHaveLength(1);
});

test('a pending user has no id and can not be asked about', async () => {
	const {body} = await askZoom(sandbox.current, '/users?status=pending');
	expect(body.users).toEqual([expect.not.objectContaining({id: expect.anything()})]);
	const {status, body: refusal} = await askZoom(
		sandbox.current,
		`/users/${encodeURIComponent(body.users[0].email)}/recordings`,
	);
	expect([status, refusal.code]).toEqual([404, 1001]);
});

test('one user, by id, by email and as me', async () => {
	const [ada] = sandbox.current.world.users;
	for (const key of [ada?.id, 'Ada.Moreau@Northquay.example', 'me']) {
		const {body} = await askZoom(sandbox.current, `/users/${encodeURIComponent(key ?? '')}`);
		expect(body).toMatchObject({id: ada?.id, email: 'ada.moreau@northquay.example'});
	}
	expect(await askZoom(sandbox.current, '/users/nobody@example.com')).toMatchObject({
		status: 404,
		body: {code: 1001, message: 'User does not exist: nobody@example.com.'},
	});
});

test.each(['page_size=0', 'page_size=301', 'page_size=ten', 'status=gone'])(
	'refuses %s',
	async query => {
		expect(await askZoom(sandbox.current, `/users?${query}`)).toMatchObject({
			status: 400,
			body: {code: 300, errors: [{message: 'Invalid field.'}]},
		});
	},
);

test('an account can be as large as a test needs', async () => {
	await using own = await startSandbox({now: today, extraUsers: 40, largestPage: 20});
	const {body} = await askZoom(own, '/users?page_size=300');
	expect(body).toMatchObject({page_size: 20, total_records: 53, page_count: 3});
	expect(body.users).toHaveLength(20);
	const last = own.world.users.at(-1);
	const recordings = await askZoom(own, `/users/${last?.id}/recordings?from=2026-10-26`);
	expect(recordings.body.total_records).toBeGreaterThan(2);
});
