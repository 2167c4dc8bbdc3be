import {mkdirSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest';
import type {MeetingTag} from '../../source/sandbox/world/meeting.ts';
import {formats} from '../../source/transcripts/formats/formats.ts';
import {createIsolatedEnvironment, type Variables} from '../support/isolated-environment.ts';
import {keys} from '../support/keys.ts';
import {poisonLibrary, poisonMark} from '../support/poison.ts';
import {poison} from '../support/poisoning-proxy.ts';
import {runCommand} from '../support/run-command.ts';
import {type OpenTerminal, openTerminal} from '../support/terminal.ts';
import type {Expected} from '../support/text-watch.ts';
import {createPerson, type Person} from './set-up.ts';

let person: Person;

beforeAll(async () => {
	person = await createPerson();
});

afterAll(() => person.close());

/** What Ink sends: modes, the cursor's moves, erasing to the end of a line or of the screen, styles. */
const own = new RegExp(
	[
		String.raw`\u001B\[\?(?:7|25|1049|2004|2026)[hl]`,
		String.raw`\u001B\[\d*[ABCDEFGK]`,
		String.raw`\u001B\[\d+;\d+H`,
		String.raw`\u001B\[J`,
		String.raw`\u001B\[\d+(?:;\d+)*m`,
		// The title, kept and given back; and the news of finished transcriptions.
		String.raw`\u001B\[2[23];0t`,
		String.raw`\u001B\]2;[^\u0000-\u001F\u007F-\u009F;]*\u0007`,
		String.raw`\u0007\u001B\]9;[^\u0000-\u001F\u007F-\u009F;]*\u0007`,
	].join('|'),
	'g',
);

/** Whatever else could make a terminal do something, with what stands around it. */
function findForeign(raw: string): readonly string[] {
	return (
		raw
			.replaceAll(own, '')
			// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
			.match(/.{0,20}[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E].{0,20}/g) ??
		[]
	);
}

/** Counts what a terminal does when hostile text gets through. */
function watchEffects({emulator}: OpenTerminal): readonly string[] {
	const effects: string[] = [];
	emulator.onTitleChange(title => effects.push(`title ${title}`));
	emulator.onBell(() => effects.push('bell'));
	return effects;
}

const isOurs = (effect: string) =>
	effect === 'bell' || /^title (?:\d\/\d )?recscribe(?: › \P{C}+)?$/u.test(effect);

async function openMeetingsOfNoah(options: {readonly workingFolder?: string} = {}) {
	const terminal = await person.openAt('users', options);
	onTestFinished(() => terminal.close());
	const effects = watchEffects(terminal);
	terminal.write(`/noah${keys.enter}`);
	await terminal.waitFor('Noah Okafor › which days?');
	terminal.write(keys.enter);
	await terminal.waitFor(/^ \d meetings, newest first$/m);
	return {terminal, effects};
}

test('nothing in a topic or a transcript gets the terminal to do anything', async () => {
	const {terminal, effects} = await openMeetingsOfNoah();
	expect(terminal.screen()).toContain('Log review red gnidaer line two');
	terminal.write(`/log${keys.enter}`);
	await terminal.waitFor(/Log review red .* \d{4}\n[\s\S]* · 0%/);
	await terminal.press(keys.escape);
	await terminal.waitFor('/log');
	await terminal.press(keys.escape);
	await terminal.waitFor(/^ \d meetings, newest first$/m);
	terminal.write(`/terminal emu${keys.enter}`);
	await terminal.waitFor(/Terminal emulator testing › [\s\S]* · 0%/);
	for (let page = 0; page < 5; page++) {
		await terminal.press(keys.pageDown);
	}

	await terminal.press('.');
	for (const {title} of formats) {
		await terminal.waitFor(`❯ ${title}`);
		await terminal.press(keys.down);
	}

	await terminal.press('q', keys.ctrlC);
	await terminal.exited;
	expect(terminal.raw()).toContain('bell');
	expect(findForeign(terminal.raw())).toEqual([]);
	expect(terminal.raw()).not.toContain('\u001B[31mred');
	// The titles say where one is, in one line of clean text, and nothing else happens.
	expect(effects.filter(effect => !isOurs(effect))).toEqual([]);
	expect(effects).toContainEqual(
		expect.stringMatching(/^title recscribe › Log review red gnidaer line two › /),
	);
});

/** What is done on a screen to get to the next one, and by what one knows that one is there. */
type Step = readonly [pressed: string | ((terminal: OpenTerminal) => void), seen: Expected];

const wide: Step = [terminal => terminal.resize(140, 40), / › .*\n─{140}[\s\S]*│[\s\S]*☣/];
const narrow: Step = [terminal => terminal.resize(80, 24), /^.*\n─{80}$/m];

async function take(terminal: OpenTerminal, walk: readonly Step[]): Promise<void> {
	for (const [pressed, seen] of walk) {
		if (typeof pressed === 'string') {
			terminal.write(pressed);
		} else {
			pressed(terminal);
		}

		await terminal.waitFor(seen);
	}
}

const everyScreen = (meeting: (key: MeetingTag) => string): readonly Step[] => [
	['', /☣[\s\S]* 14 people/],
	['?', /Keys on this screen/],
	[keys.escape, / 14 people/],
	['W', /what works\?[\s\S]*AssemblyAI/],
	[keys.escape, / 14 people/],
	['/noah', /\/noah {3}1 /],
	[keys.enter, /☣.* › which days\?/],
	[keys.end + keys.enter, /First and last day/],
	[keys.escape, /❯ Other dates/],
	[keys.home + keys.enter, /meetings, newest first/],
	wide,
	narrow,
	['p', /which meeting\?/],
	[`${meeting('processing')}${keys.enter}`, /☣.* › files/],
	['w', /Zoom is still at it|looking/],
	[keys.escape, /meetings, newest first/],
	['p', /which meeting\?/],
	[`nothing${keys.enter}`, /r try another/],
	[keys.escape, /meetings, newest first/],
	['p', /which meeting\?/],
	[`${meeting('fails-at-assemblyai')}${keys.enter}`, /☣.* › files/],
	[keys.enter, /☣[\s\S]*t try again/],
	[keys.escape, / › files/],
	[keys.escape, /meetings, newest first/],
	['d', /☣.* › files/],
	['i', /Zoom’s summary\n/],
	[keys.escape, / › files/],
	[keys.escape, /meetings, newest first/],
	['v', /☣.* › Zoom’s trans/],
	[keys.escape, /meetings, newest first/],
	['o', /before the run/],
	['p', /Added to the keyterms/],
	[keys.escape, /meetings, newest first/],
	[keys.enter, /☣[\s\S]* · 0%/],
	[':', /☣[\s\S]*do it/],
	[keys.escape, /Space page/],
	['s', /Enter rename/],
	[keys.enter, /Enter keep/],
	[`Ada${keys.enter}`, /Ada[\s\S]*u undo/],
	[keys.escape, /Space page/],
	['i', /a ask AssemblyAI/],
	['a', /Enter ask now/],
	[keys.enter, /☣[\s\S]*Esc close/],
	[keys.escape, /Space page/],
	['e', /Enter keep/],
	// With a space before it: what stands there may be the end of a trick.
	[` corrected${keys.enter}`, /corrected(?![\s\S]*Enter keep)/],
	['V', /y copy/],
	[keys.escape, /Space page/],
	['/the', /\/the/],
	[keys.enter, /n next/],
	[keys.escape, /^(?![\s\S]*\/the)[\s\S]*Space page/],
	['.', /❯ Plain text/],
	...formats.slice(1).map(({title}): Step => [keys.down, screen => screen.includes(`❯ ${title}`)]),
	[keys.escape, /Space page/],
	['q', /meetings, newest first/],
	[keys.down, /☣/],
	[keys.enter, /☣[\s\S]* · 0%/],
	['q', /meetings, newest first/],
	['J', /› transcribing/],
	['h', /h less/],
	[keys.escape, /meetings, newest first/],
	['L', /› library/],
	wide,
	narrow,
	['a', /3 marked/],
	['D', /nowhere/],
	[keys.escape, screen => !screen.includes('nowhere')],
	['.', /3 transcripts[\s\S]*Enter write/],
	[keys.escape, /› library/],
	['f', /what was said/],
	['talk', /☣[\s\S]*talk/],
];

/** A library from before, into which another program has written. */
const history: readonly Step[] = [
	['', / 14 people/],
	[keys.enter, /which days\?/],
	[keys.enter, /meetings, newest first/],
	[keys.enter, /☣[\s\S]* · 0%/],
	['q', /meetings, newest first/],
	['J', /› transcribing/],
	['h', /☣[\s\S]*h less/],
	[keys.escape, /meetings, newest first/],
	['L', /› library\n[\s\S]*☣/],
	wide,
	narrow,
	['f', /what was said/],
	['corrected', /☣[\s\S]*corrected/],
	[keys.enter, /☣[\s\S]*· \d+%/],
	['s', /☣[\s\S]*Enter rename/],
	[keys.escape, /Space page/],
];

/** Nobody is set up: what the services say of each answer. */
const setUp = ({
	ZOOM_ACCOUNT_ID: account,
	ZOOM_CLIENT_ID: client,
	ZOOM_CLIENT_SECRET: secret,
}: Variables): readonly Step[] => [
	['', /❯ +○ +Zoom/],
	[keys.enter, /❯ As myself/],
	[keys.down, /❯ Server-to-Server/],
	[keys.enter, /Account ID:$/],
	[`${account}${keys.enter}`, /Client ID:$/],
	[`${client}${keys.enter}`, /Client secret:$/],
	[`wrong${keys.enter}`, /☣[\s\S]*❯ Enter the values again/],
	[keys.enter, /Account ID: \(/],
	[keys.enter, /Client ID: \(/],
	[keys.enter, /Client secret:$/],
	[`${secret}${keys.enter}`, /❯ +○ +AssemblyAI/],
	[keys.enter, /API key:$/],
	[`wrong${keys.enter}`, /❯ Enter the values again/],
	[keys.down, /❯ (?!Enter)/],
];

test('nothing in any text of either service or of the library gets the terminal to do anything, on any screen', async () => {
	const {sandbox} = person;
	await using zoom = await poison(sandbox.environment.ZOOM_API_URL);
	await using signIn = await poison(sandbox.environment.ZOOM_OAUTH_URL);
	await using assemblyai = await poison(sandbox.environment.ASSEMBLYAI_BASE_URL);
	// With a library of its own: nothing is transcribed yet.
	const environment = createIsolatedEnvironment();
	onTestFinished(() => environment.remove());
	const services = {
		ZOOM_API_URL: zoom.url,
		ZOOM_OAUTH_URL: signIn.url,
		ASSEMBLYAI_BASE_URL: assemblyai.url,
	};
	const variables = {...sandbox.environment, ...services};
	const uuidOf = (key: MeetingTag) => sandbox.world.find(key).uuid;
	const walks: readonly (readonly [walk: readonly Step[], variables: Variables])[] = [
		[setUp(sandbox.environment), services],
		[everyScreen(uuidOf), variables],
		[history, variables],
	];
	for (const [walk, given] of walks) {
		if (walk === history) {
			poisonLibrary(environment.dataFolder);
		}

		await using terminal = openTerminal([], {environment, variables: given});
		const effects = watchEffects(terminal);
		await take(terminal, walk);
		await terminal.close();
		expect(terminal.raw()).toContain(poisonMark);
		expect(findForeign(terminal.raw())).toEqual([]);
		expect(effects.filter(effect => !isOurs(effect))).toEqual([]);
	}
});

test('nor do the commands let it through', async () => {
	const {sandbox, environment} = person;
	const {world} = sandbox;
	const {uuid} = world.find('hostile-words');
	const user = world.find('control-characters-topic').host.email;
	const options = {environment, variables: sandbox.environment, columns: 200, rows: 50};
	await person.transcribeFirstChoice();
	poisonLibrary(environment.dataFolder);
	for (const command of [
		['meetings', '--user', user],
		['transcribe', uuid],
		['transcribe', uuid, '--json'],
		['transcripts'],
		['transcripts', '--jsonl'],
		['jobs', '--json'],
		['search', 'half', 'past'],
	]) {
		await using terminal = openTerminal(command, options);
		const effects = watchEffects(terminal);
		expect(await terminal.exited).toMatchObject({exitCode: 0});
		expect(findForeign(terminal.raw().replaceAll('\t', ''))).toEqual([]);
		expect(effects).toEqual([]);
	}
});

test('a topic that is a path trick writes nothing outside the folder', async () => {
	const outside = path.join(person.environment.home, 'outside');
	const folder = path.join(outside, 'deeper', 'folder');
	mkdirSync(folder, {recursive: true});
	const {terminal} = await openMeetingsOfNoah({workingFolder: folder});
	terminal.write(`/../${keys.enter}`);
	await terminal.waitFor(/\.\.\/\.\.\/x › .* \d{4}\n[\s\S]* · 0%/);
	await terminal.press('.');
	await terminal.waitFor('Plain text');
	await terminal.press(keys.enter);
	await terminal.waitFor('✓ written to');
	const [written = '', ...others] = readdirSync(folder);
	expect(written).toMatch(/^\d{4}-\d\d-\d\d [^/\\]*x\.txt$/);
	expect(others).toEqual([]);

	const {sandbox, environment} = person;
	const result = await runCommand(
		['transcribe', sandbox.world.find('path-topic').uuid, '--output', 'more/'],
		{environment, variables: sandbox.environment, workingFolder: folder},
	);
	expect(result.exitCode).toBe(0);
	expect(readdirSync(outside, {recursive: true}).toSorted()).toEqual(
		[
			'deeper',
			'deeper/folder',
			`deeper/folder/${written}`,
			'deeper/folder/more',
			`deeper/folder/more/${written}`,
		].toSorted(),
	);
});
