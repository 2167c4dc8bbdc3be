import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {performance} from 'node:perf_hooks';
import {createZoom} from '../source/zoom/create-zoom.ts';
import {createIsolatedEnvironment} from '../test/support/isolated-environment.ts';
import {startCommand} from '../test/support/run-command.ts';
import {peakMemory, type RunningSandbox, startSandboxProcess} from './big-sandbox.ts';
import {type Benchmark, median} from './measure.ts';

/** The longest meeting, ten hours, is a file of 576 MB: so many times that are 2 GB. */
const mediaScale = 3.473;
const sizeMegabytes = 2000.4;
const rounds = 3;

type Relayed = {readonly seconds: number; readonly peakMegabytes: number};

/** Lets the program relay the recording; from the first byte asked for to AssemblyAI's address. */
async function relay(sandbox: RunningSandbox): Promise<Relayed> {
	const environment = createIsolatedEnvironment();
	await using running = startCommand(['transcribe', '--yes', '--', sandbox.tenHours], {
		environment,
		variables: sandbox.environment,
	});
	let peakMegabytes = 0;
	const timer = setInterval(async () => {
		peakMegabytes = Math.max(peakMegabytes, (await peakMemory(running.pid ?? 0)) ?? 0);
	}, 50);
	try {
		await running.waitForStderr('asking Zoom');
		const startedAt = performance.now();
		await running.waitForStderr('handing over', {timeoutMs: 600_000});
		return {seconds: (performance.now() - startedAt) / 1000, peakMegabytes};
	} finally {
		clearInterval(timer);
		running.kill('SIGKILL');
		await running.exited;
		environment.remove();
	}
}

/** What two well-known programs and a pipe take for the same. */
async function relayByCurl({environment, tenHours}: RunningSandbox): Promise<number> {
	const {ZOOM_ACCOUNT_ID: accountId = '', ZOOM_CLIENT_ID: clientId = ''} = environment;
	const zoom = createZoom({
		credentials: {
			type: 'server-to-server',
			accountId,
			clientId,
			clientSecret: environment['ZOOM_CLIENT_SECRET'] ?? '',
		},
		apiUrl: environment['ZOOM_API_URL'] ?? '',
		oauthUrl: environment['ZOOM_OAUTH_URL'] ?? '',
	});
	const {signal} = new AbortController();
	const meeting = await zoom.getMeeting(tenHours, signal);
	const file = meeting.files.find(({fileExtension}) => fileExtension === 'M4A');
	const link = file === undefined ? '' : await zoom.createDirectLink(meeting, file, signal);
	const upload = `${environment['ASSEMBLYAI_BASE_URL']}/v2/upload`;
	const startedAt = performance.now();
	const pipe = `curl -sSfL "$LINK" | curl -sSf -X POST -T - -H "authorization: $KEY" -H 'content-type: application/octet-stream' "$UPLOAD"`;
	const child = spawn('/bin/sh', ['-c', pipe], {
		env: {
			PATH: process.env['PATH'] ?? '',
			LINK: link,
			KEY: environment['ASSEMBLYAI_API_KEY'] ?? '',
			UPLOAD: upload,
		},
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const [exitCode] = await once(child, 'exit');
	if (exitCode !== 0) {
		throw new Error(`curl | curl ended with exit code ${exitCode}`);
	}

	return (performance.now() - startedAt) / 1000;
}

/** Two gigabytes from Zoom to AssemblyAI through this computer: how fast, and in how much memory. */
export const relaying: Benchmark = {
	name: 'relay',
	async run() {
		const big = await startSandboxProcess({mediaScale});
		const small = await startSandboxProcess({mediaScale: 0.01});
		try {
			const [own, curl, little]: [Relayed[], number[], number[]] = [[], [], []];
			for (let round = 0; round < rounds; round++) {
				own.push(await relay(big));
				curl.push(await relayByCurl(big));
				little.push((await relay(small)).peakMegabytes);
			}

			return [
				{
					what: 'relay of 2 GB',
					value: sizeMegabytes / median(own.map(({seconds}) => seconds)),
					peer: {name: 'curl | curl', value: sizeMegabytes / median(curl)},
					unit: 'MB/s',
				},
				{
					what: 'peak memory (RSS) with 2 GB',
					value: median(own.map(({peakMegabytes}) => peakMegabytes)),
					peer: {name: 'the same with 6 MB', value: median(little)},
					unit: 'MB',
					aim: {atMost: 1.5},
				},
			];
		} finally {
			big.close();
			small.close();
		}
	},
};
