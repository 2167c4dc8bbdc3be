import type {RecordedMeeting, RecordingFile, Sandbox} from '../../source/sandbox/sandbox.ts';

/** What these tests look at, whatever the shape: the sandbox is asked with plain `fetch`. */
// biome-ignore lint/suspicious/noExplicitAny: the bodies are what is being tested
export type Body = any;

export type Answer = {readonly status: number; readonly headers: Headers; readonly body: Body};

/** A Zoom API request with a fresh token, unless another one is given. `path` begins after `/v2`. */
export async function askZoom(sandbox: Sandbox, path: string, token?: string): Promise<Answer> {
	const bearer = token ?? (await getToken(sandbox));
	return read(
		await fetch(`${sandbox.environment.ZOOM_API_URL}${path}`, {
			headers: {authorization: `Bearer ${bearer}`},
		}),
	);
}

export async function getToken(sandbox: Sandbox): Promise<string> {
	const {body} = await requestToken(sandbox, {});
	return body.access_token;
}

/** Asks for a token of the Server-to-Server app; `changes` replaces parts of a good request. */
export async function requestToken(
	{environment}: Sandbox,
	changes: {
		readonly clientSecret?: string;
		readonly accountId?: string;
		readonly grantType?: string;
		readonly inQuery?: boolean;
	},
): Promise<Answer> {
	const secret = changes.clientSecret ?? environment.ZOOM_CLIENT_SECRET;
	const parameters = new URLSearchParams({
		grant_type: changes.grantType ?? 'account_credentials',
		account_id: changes.accountId ?? environment.ZOOM_ACCOUNT_ID,
	});
	const url = new URL(`${environment.ZOOM_OAUTH_URL}/oauth/token`);
	if (changes.inQuery === true) {
		url.search = parameters.toString();
	}
	return read(
		await fetch(url, {
			method: 'POST',
			headers: {authorization: `Basic ${btoa(`${environment.ZOOM_CLIENT_ID}:${secret}`)}`},
			...(changes.inQuery === true ? {} : {body: parameters}),
		}),
	);
}

/** The address on Zoom's site that a file is downloaded from. */
export function downloadUrl({environment}: Sandbox, {downloadKey}: RecordingFile): string {
	return `${environment.ZOOM_OAUTH_URL}/rec/download/${downloadKey}`;
}

/** The signed address behind the redirect. */
export async function signedUrl(sandbox: Sandbox, file: RecordingFile): Promise<string> {
	const response = await fetch(downloadUrl(sandbox, file), {
		headers: {authorization: `Bearer ${await getToken(sandbox)}`},
		redirect: 'manual',
	});
	return response.headers.get('location') ?? '';
}

/** A request to AssemblyAI; a `body` that is an object goes as JSON. */
export async function askAssemblyAI(
	{environment}: Sandbox,
	path: string,
	options: {
		readonly method?: string;
		readonly key?: string;
		readonly json?: unknown;
		readonly body?: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
	} = {},
): Promise<Answer> {
	const base = path.startsWith('http') ? '' : environment.ASSEMBLYAI_BASE_URL;
	const init: RequestInit & {duplex: 'half'} = {
		method: options.method ?? (options.json === undefined && !options.body ? 'GET' : 'POST'),
		headers: {
			authorization: options.key ?? environment.ASSEMBLYAI_API_KEY,
			...(options.json === undefined ? {} : {'content-type': 'application/json'}),
		},
		body: options.json === undefined ? (options.body ?? null) : JSON.stringify(options.json),
		duplex: 'half',
	};
	return read(await fetch(`${base}${path}`, init));
}

export async function submit(
	to: Sandbox,
	parameters: Readonly<Record<string, unknown>>,
): Promise<Answer> {
	return askAssemblyAI(to, '/v2/transcript', {json: parameters});
}

/** Sound that nobody has recorded: a second of WAV. */
export function wav(seconds = 1): Uint8Array<ArrayBuffer> {
	const bytes = Buffer.alloc(44 + 32_000 * seconds);
	bytes.write('RIFF', 0, 'latin1');
	bytes.write('WAVEfmt ', 8, 'latin1');
	bytes.writeUInt32LE(32_000, 28);
	return new Uint8Array(bytes);
}

export async function upload(to: Sandbox, body = wav()): Promise<string> {
	return (await askAssemblyAI(to, '/v2/upload', {body})).body.upload_url;
}

/** Sends a recording file through this computer, as the program does; gives the upload's address. */
export async function relay(sandbox: Sandbox, file: RecordingFile): Promise<string> {
	const download = await fetch(await signedUrl(sandbox, file));
	if (download.body === null) {
		throw new Error('The file has no body.');
	}
	const {body} = await askAssemblyAI(sandbox, '/v2/upload', {body: download.body});
	return body.upload_url;
}

/** Submits and asks until there is an end to it. */
export async function transcribe(
	sandbox: Sandbox,
	parameters: Readonly<Record<string, unknown>>,
): Promise<Body> {
	const {body, status} = await askAssemblyAI(sandbox, '/v2/transcript', {json: parameters});
	if (status !== 200) {
		throw new Error(body.error);
	}
	for (;;) {
		const answer = await askAssemblyAI(sandbox, `/v2/transcript/${body.id}`);
		if (answer.body.status === 'completed' || answer.body.status === 'error') {
			return answer.body;
		}
	}
}

export function fileOf(meeting: RecordedMeeting, fileType: string): RecordingFile {
	const found = meeting.files.find(file => file.fileType === fileType);
	if (found === undefined) {
		throw new Error(`${meeting.topic} has no ${fileType} file.`);
	}
	return found;
}

async function read(response: Response): Promise<Answer> {
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
	return {
		status: response.status,
		headers: response.headers,
		body: isJson ? JSON.parse(text) : text,
	};
}
