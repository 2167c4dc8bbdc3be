import {AudioIntake, type ReceivedAudio} from './received-audio.ts';

export type FetchedAudio =
	| {readonly type: 'audio'; readonly audio: ReceivedAudio}
	| {readonly type: 'error'; readonly error: string};

const mostRedirects = 5;
const largestBytes = 5_000_000_000;

/** Downloads what a client has given a link to: without any credential, and only from this computer. */
export async function fetchAudio(audioUrl: string, signal: AbortSignal): Promise<FetchedAudio> {
	const unable = `Download error, unable to download ${audioUrl}. Please make sure the file exists and is accessible from the internet.`;
	try {
		const response = await follow(new URL(audioUrl), signal);
		if (response === undefined) {
			return {type: 'error', error: unable};
		}
		if (!response.ok) {
			await response.body?.cancel();
			return {
				type: 'error',
				error: `Download error to ${audioUrl}, ${response.status} Client Error: ${response.statusText} for url: ${response.url}`,
			};
		}
		return await takeIn(response, unable);
	} catch {
		signal.throwIfAborted();
		return {type: 'error', error: unable};
	}
}

async function follow(start: URL, signal: AbortSignal): Promise<Response | undefined> {
	let url = start;
	for (let hop = 0; hop <= mostRedirects; hop++) {
		if (!isLoopback(url)) {
			return undefined;
		}
		const response = await fetch(url, {redirect: 'manual', signal});
		const location = response.headers.get('location');
		if (response.status < 300 || response.status > 399 || location === null) {
			return response;
		}
		await response.body?.cancel();
		url = new URL(location, url);
	}
	return undefined;
}

function isLoopback({protocol, hostname}: URL): boolean {
	return /^https?:$/.test(protocol) && /^(?:127(?:\.\d+){3}|localhost|\[::1\])$/.test(hostname);
}

async function takeIn(response: Response, unable: string): Promise<FetchedAudio> {
	const intake = new AudioIntake();
	for await (const chunk of response.body ?? []) {
		intake.take(chunk);
		if (intake.sizeBytes > largestBytes) {
			return {type: 'error', error: unable};
		}
	}
	return {type: 'audio', audio: intake.finish()};
}
