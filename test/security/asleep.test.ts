import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, onTestFinished, test, vi} from 'vitest';
import type {RequestPattern} from '../../source/sandbox/sandbox.ts';
import {createPerson, type Person, type Place} from '../e2e/set-up.ts';
import {createIsolatedEnvironment} from '../support/isolated-environment.ts';
import {keys} from '../support/keys.ts';
import {preloaded} from '../support/preloaded.ts';
import {type OpenTerminal, openTerminal} from '../support/terminal.ts';

const hourMs = 3_600_000;

let person: Person;
let clock: string;
let aheadMs = 0;

beforeAll(async () => {
	person = await createPerson({
		// For half an hour: longer than one sleep, and not than two.
		processingMs: hourMs * 1.5,
		recordingReadyMs: hourMs / 4,
		consent: 'given',
	});
	clock = path.join(person.environment.home, 'clock');
	writeFileSync(clock, '0');
});

afterAll(() => person.close());

const variables = () => ({
	...person.sandbox.environment,
	...preloaded('preload-clock.ts'),
	CLOCK_AHEAD: clock,
	RECSCRIBE_TEST_TIMINGS: '{"graceMs": 300}',
});

async function openAt(place: Place): Promise<OpenTerminal> {
	const terminal = await person.openAt(place, {variables: variables()});
	onTestFinished(() => terminal.close());
	return terminal;
}

/**
 * The lid is closed, and opened an hour later: meanwhile the program does nothing and no time passes for
 * what it waits for, but the clock on the wall goes on, and so do the services, which hang up.
 */
function sleepAnHour(terminal: OpenTerminal): void {
	terminal.kill('SIGSTOP');
	person.sandbox.disconnect();
	person.sandbox.advance(hourMs);
	aheadMs += hourMs;
	writeFileSync(clock, String(aheadMs));
	terminal.kill('SIGCONT');
}

/** Takes the next such request and never answers it; resolves when it has come. */
function holdUp(pattern: RequestPattern): () => Promise<void> {
	const held = person.sandbox.inject(pattern, {type: 'silence', when: 'after'});
	return () => vi.waitFor(() => expect(held.count).toBe(1), {timeout: 20_000, interval: 10});
}

// No process can be stopped and let go on on Windows.
describe.skipIf(process.platform === 'win32')('a laptop that sleeps for an hour', () => {
	test('while a recording is waited for: Zoom is asked at once', async () => {
		const terminal = await openAt('meetings');
		terminal.write('p');
		await terminal.waitFor('which meeting?');
		terminal.write(`${person.sandbox.world.find('processing').uuid}${keys.enter}`);
		await terminal.waitFor(/ › files/);
		terminal.write('w');
		await terminal.waitFor('Zoom is still at it');
		sleepAnHour(terminal);
		await terminal.waitFor(/Enter transcribe this file/);
	});

	test('while meetings are listed: it signs in anew, and the list comes', async () => {
		const terminal = await openAt('dates');
		const signIns = () =>
			person.sandbox.requests.filter(({path}) => path === '/oauth/token').length;
		const before = signIns();
		const isHeld = holdUp({service: 'zoom', method: 'GET', path: /recordings/});
		terminal.write(keys.enter);
		await isHeld();
		sleepAnHour(terminal);
		await terminal.waitFor(/^ \d+ meetings, newest first$/m);
		expect(signIns()).toBe(before + 1);
	});

	test('while audio travels, is handed over and worked on: it is paid for once', async () => {
		const {sandbox} = person;
		const terminal = await openAt('meetings');
		sandbox.inject({service: 'zoom-media'}, {type: 'slow', bytesPerSecond: 100_000});
		const isHeld = holdUp({service: 'assemblyai', method: 'POST', path: '/v2/transcript'});
		terminal.write(keys.enter);
		await terminal.waitFor(/B of \d+ MB/);
		sleepAnHour(terminal);
		await isHeld();
		sleepAnHour(terminal);
		// So long it has taken, by the clock on the wall; what is left is no less than nothing.
		await terminal.waitFor(/ transcribing (?:(?:<1|\d+) min left )? *2:00:\d\d$/m);
		sleepAnHour(terminal);
		await terminal.waitFor(/Speaker A {2}0:0/);
		expect(sandbox.submissions).toHaveLength(1);
		terminal.write('q');
		await terminal.waitFor(/^ \d+ meetings, newest first$/m);
		terminal.write('J');
		await terminal.waitFor(/1 of 1 done[\s\S]* done 3:00:\d\d$/m);
	});

	test('while a transcript is read: it is there as it was', async () => {
		const terminal = await openAt('meetings');
		terminal.write(`v`);
		await terminal.waitFor(/ · 0%/);
		await terminal.press(keys.pageDown);
		// What is said beneath the text comes and goes by itself.
		const read = (screen: string) => screen.split('\n').slice(2, 12).join('\n');
		const before = read(await terminal.waitFor(/ · [1-9]%/));
		sleepAnHour(terminal);
		await terminal.press(keys.pageDown);
		await terminal.waitFor(screen => read(screen) !== before);
		await terminal.press(keys.pageUp);
		await terminal.waitFor(screen => read(screen) === before);
	});

	test('while the browser signs one in: it may come back after', async () => {
		const {environment: services} = person.sandbox;
		const environment = createIsolatedEnvironment();
		onTestFinished(() => environment.remove());
		await using terminal = openTerminal([], {
			environment,
			rows: 60,
			variables: {
				...variables(),
				ZOOM_ACCOUNT_ID: undefined,
				ZOOM_CLIENT_ID: undefined,
				ZOOM_CLIENT_SECRET: undefined,
				BROWSER: 'none',
			},
		});
		await terminal.waitFor(/❯ +○ +Zoom/);
		terminal.write(keys.enter);
		await terminal.waitFor('❯ As myself');
		terminal.write(keys.enter);
		await terminal.waitFor(/Public Client ID:( \(\w+\))?$/);
		terminal.write(`${services.ZOOM_PUBLIC_CLIENT_ID}${keys.enter}`);
		await terminal.waitFor('Waiting for the browser');
		const [address = ''] =
			/http:\/\/127\.0\.0\.1:\d+\/oauth\/authorize\?[\w%&=.-]+/.exec(terminal.raw()) ?? [];
		sleepAnHour(terminal);
		const page = await fetch(address);
		expect(await page.text()).toContain('You can close this page');
		await terminal.waitFor(/● +Zoom .*saved/);
	});
});
