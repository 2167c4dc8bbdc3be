import {expect, test} from 'vitest';
import {startSandbox} from '../../source/sandbox/sandbox.ts';
import {askZoom, downloadUrl, fileOf, signedUrl, transcribe} from './plain-client.ts';
import {sharedSandbox, today} from './shared-sandbox.ts';

const sandbox = sharedSandbox();

function shortest() {
	const meeting = sandbox.current.world.find('no-timezone');
	return {meeting, audio: fileOf(meeting, 'M4A')};
}

test('fetches a signed address itself, without any credential', async () => {
	const {meeting, audio} = shortest();
	const transcript = await transcribe(sandbox.current, {
		audio_url: await signedUrl(sandbox.current, audio),
	});
	expect(transcript).toMatchObject({status: 'completed', audio_duration: meeting.durationSeconds});
	expect(sandbox.current.submissions.at(-1)?.recordingFileId).toBe(audio.id);
	const fetched = sandbox.current.requests.filter(({service}) => service === 'zoom-media');
	expect(fetched).toHaveLength(1);
	expect(fetched[0]).toMatchObject({method: 'GET', hasAuthorization: false, status: 200});
});

test('follows a link with a token of the meeting to where it leads', async () => {
	const {meeting, audio} = shortest();
	const key = encodeURIComponent(encodeURIComponent(meeting.uuid));
	const {body} = await askZoom(
		sandbox.current,
		`/meetings/${key}/recordings?include_fields=download_access_token&ttl=60`,
	);
	const url = new URL(downloadUrl(sandbox.current, audio));
	url.searchParams.set('access_token', body.download_access_token);
	const transcript = await transcribe(sandbox.current, {audio_url: url.href});
	expect(transcript).toMatchObject({status: 'completed', audio_url: url.href});
});

test('a link that gives a web page is no audio', async () => {
	const audio_url = downloadUrl(sandbox.current, shortest().audio);
	expect(await transcribe(sandbox.current, {audio_url})).toMatchObject({
		status: 'error',
		error:
			'File does not appear to contain audio. File type is text/html (HTML document, ASCII text).',
	});
});

test('a link that is refused', async () => {
	const audio_url = (await signedUrl(sandbox.current, shortest().audio)).replace(
		'Expires=1',
		'Expires=0',
	);
	expect((await transcribe(sandbox.current, {audio_url})).error).toBe(
		`Download error to ${audio_url}, 403 Client Error: Forbidden for url: ${audio_url}`,
	);
});

test.each(['http://127.0.0.1:9/a.m4a', 'http://192.0.2.1/a.m4a', 'https://example.com/a.m4a'])(
	'never goes anywhere but this computer: %s',
	async audio_url => {
		expect((await transcribe(sandbox.current, {audio_url})).error).toBe(
			`Download error, unable to download ${audio_url}. Please make sure the file exists and is accessible from the internet.`,
		);
	},
);

test('a download that breaks off is a failure, not half a transcript', async () => {
	await using own = await startSandbox({now: today, processingMs: 0});
	const audio_url = await signedUrl(own, fileOf(own.world.find('no-timezone'), 'M4A'));
	own.inject({service: 'zoom-media'}, {type: 'cut', afterBytes: 100_000, end: 'clean'});
	expect((await transcribe(own, {audio_url})).error).toMatch(/application\/octet-stream/);
	own.inject({service: 'zoom-media'}, {type: 'cut', afterBytes: 100_000, end: 'reset'});
	expect((await transcribe(own, {audio_url})).error).toMatch(/^Download error, unable/);
});
