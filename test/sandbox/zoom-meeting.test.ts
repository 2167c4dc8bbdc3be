import {expect, test} from 'vitest';
import type {RecordedMeeting} from '../../source/sandbox/sandbox.ts';
import {type Answer, askZoom, type Body} from './plain-client.ts';
import {sharedSandbox} from './shared-sandbox.ts';

const sandbox = sharedSandbox();
const withToken = 'include_fields=download_access_token';

function twice(text: string): string {
	return encodeURIComponent(encodeURIComponent(text));
}

async function ask(key: string, query = ''): Promise<Answer> {
	return askZoom(sandbox.current, `/meetings/${key}/recordings?${query}`);
}

test('a UUID with slashes has to be encoded twice', async () => {
	const {uuid} = sandbox.current.world.find('uuid-with-slashes');
	expect(uuid).toMatch(/^\/.+\/\/.+==$/);
	expect((await ask(twice(uuid))).body.uuid).toBe(uuid);
	const refused = {status: 404, body: {code: 3301}};
	expect(await ask(encodeURIComponent(uuid))).toMatchObject(refused);
	expect((await ask(uuid)).status).toBe(404);
});

test('any other UUID may be encoded once or twice', async () => {
	const plain = sandbox.current.world.meetings.find(
		({uuid, tags}) => /[^/]\/[^/]/.test(uuid) && !uuid.includes('//') && !tags.has('no-permission'),
	);
	const uuid = plain?.uuid ?? '';
	expect((await ask(encodeURIComponent(uuid))).body.uuid).toBe(uuid);
	expect((await ask(twice(uuid))).body.uuid).toBe(uuid);
});

test('a number is the newest of those who share it', async () => {
	const weekly = sandbox.current.world.meetings.filter(({topic}) => topic === 'Product weekly');
	expect(weekly.length).toBeGreaterThan(40);
	expect(new Set(weekly.map(({number}) => number)).size).toBe(1);
	expect((await ask(String(weekly[0]?.number))).body.uuid).toBe(weekly.at(-1)?.uuid);
});

test.each(['AAAAAAAAAAAAAAAAAAAAAA%3D%3D', '99999999999', '%25'])('does not know %s', async key => {
	expect(await ask(key)).toMatchObject({
		status: 404,
		body: {code: 3301, message: 'There is no recording for this meeting.'},
	});
});

test('gives a token for the downloads only when asked', async () => {
	const {uuid} = sandbox.current.world.find('first-choice');
	expect((await ask(twice(uuid))).body).not.toHaveProperty('download_access_token');
	expect((await ask(twice(uuid), 'ttl=60')).body).not.toHaveProperty('download_access_token');
	const {body} = await ask(twice(uuid), `${withToken}&ttl=60`);
	const [, payload = ''] = body.download_access_token.split('.');
	const claims: Body = JSON.parse(Buffer.from(payload, 'base64url').toString());
	expect(claims).toMatchObject({mid: uuid, exp: claims.iat + 60});
});

test.each(['-1', '604801', 'long'])('refuses a ttl of %s', async ttl => {
	const {uuid} = sandbox.current.world.find('first-choice');
	expect(await ask(twice(uuid), `${withToken}&ttl=${ttl}`)).toMatchObject({
		status: 400,
		body: {code: 300, errors: [{field: 'ttl'}]},
	});
});

test('an error can come with HTTP 200', async () => {
	const {uuid} = sandbox.current.world.find('no-permission');
	expect(await ask(twice(uuid))).toMatchObject({
		status: 200,
		body: {code: 200, message: 'You do not have the right permissions'},
	});
});

test('adds what the listing leaves out', async () => {
	const {uuid, participants}: RecordedMeeting = sandbox.current.world.find('participant-audio');
	const {participant_audio_files: files} = (await ask(twice(uuid))).body;
	expect(files.map((file: Body) => file.file_name)).toEqual(
		participants.map(({displayName}) => `Audio only - ${displayName}`),
	);
	expect(files[0]).not.toHaveProperty('recording_type');
	const passcode = sandbox.current.world.find('passcode');
	expect((await ask(twice(passcode.uuid))).body.password).toBe(passcode.passcode);
});
