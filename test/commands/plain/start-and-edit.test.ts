import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import type {SandboxOptions} from '../../../source/sandbox/sandbox.ts';
import {type OpenTerminal, openTerminal} from '../../support/terminal.ts';
import {type Caller, createCaller} from '../caller.ts';

async function open(options: SandboxOptions = {}): Promise<Caller> {
	const caller = await createCaller(options);
	onTestFinished(() => caller.close());
	return caller;
}

type Conversation = AsyncDisposable & {
	/** Waits until the last question has these words and nothing follows it, and answers. */
	readonly answer: (question: string, reply: string) => Promise<void>;
	readonly terminal: OpenTerminal;
};

/** The plain program where lines are only appended, and what it has not been answered yet. */
function openPlain({environment, variables}: Caller): Conversation {
	const terminal = openTerminal(['--plain'], {
		environment,
		variables: {...variables, TERM: 'dumb', FORCE_COLOR: undefined},
		columns: 200,
		rows: 900,
	});
	let answered = 0;
	return {
		terminal,
		async answer(question, reply) {
			const listen = () => terminal.screen().slice(answered);
			await expect.poll(listen, {timeout: 30_000}).toMatch(/\): ?$/);
			expect(listen()).toContain(question);
			answered = terminal.screen().length;
			terminal.write(`${reply}\n`);
		},
		[Symbol.asyncDispose]: () => terminal[Symbol.asyncDispose](),
	};
}

/** From the first question to those meetings of a host's last 90 days that have these words. */
async function chooseMeeting(
	{answer}: Conversation,
	{email, words}: {readonly email: string; readonly words: string},
): Promise<void> {
	await answer('What do you want to do?', '1');
	await answer('Whose recordings?', email);
	await answer(email, '');
	await answer('Which days?', '3');
	await answer('Which of ', words);
	await answer(words, '');
}

test('options are chosen before anything is paid; speakers are named and words corrected', async () => {
	const caller = await open();
	const {host, topic} = caller.sandbox.world.find('first-choice');
	await using plain = openPlain(caller);
	const {answer, terminal} = plain;
	await chooseMeeting(plain, {email: host.email, words: topic});
	await answer('1 recording, 24 min: about $', '2');
	await answer('1. Language: found out by AssemblyAI', '1');
	await answer('Language', 'Klingon');
	await answer('✗ “Klingon” is no code of a language', 'de');
	await answer('1. Language: de\n', '3');
	await answer('Keyterms', 'Oban, quay');
	await answer('3. Keyterms: Oban, quay\n', '3');
	await answer('Keyterms, or - for none', '-');
	await answer('3. Keyterms: none\n', 'keyterms');
	await answer('3. Keyterms: none\n', '');
	await answer('with commas between them', 'Vigo');
	await answer('7. Outline: none\n', '7');
	await answer('7. Outline: sections', '');
	expect(caller.sandbox.submissions).toEqual([]);
	await answer('1. Transcribe\n', '1');
	await answer(': done\n', '4');
	expect(caller.sandbox.submissions.map(({body}) => body)).toEqual([
		expect.objectContaining({language_code: 'de', keyterms_prompt: ['Vigo']}),
	]);

	await answer('Take the names that are offered: Speaker A is Ada Moreau (Zoom), ', '1');
	await answer('\n1. प्रिया शर्मा, 38% of the talk, 70 turns\n   “', '3');
	await answer('Who is Ada Moreau?', 'Kim Lee');
	await answer('3. Kim Lee, 26% of the talk', '');

	await answer('5. Correct what was heard', '5');
	await answer('Which words are wrong?', 'the');
	await answer('“the” is there 391 times: give some of the words beside it', 'zebra');
	await answer('Nobody says “zebra”.', 'hammering');
	await answer('Sorry if you hear [hammering], they are', 'hammers & saws');
	await answer('Corrected.', 'Okay');
	await answer('\n2. 4:52, Kim Lee: Hm. [Okay]. Is it in the list of risks?\n', '1 2');
	await answer('What was said instead?', '-');
	await answer('Corrected in 2 places.', '');

	await answer('6. Take the last correction back', '6');
	await answer('The last correction is taken back.', '2');
	await answer('From which time?', 'noon');
	await answer('“noon” is no time.', '0:10');
	await answer('End of the transcript.', '3');
	await answer('Which format?', '1');
	await answer('Where to?', 'talk.txt');
	await answer('talk.txt\n', '');
	expect(terminal.screen()).toMatch(
		/^प्रिया शर्मा, 0:11:\nYes, hello\. Sorry if you hear hammers & saws, /m,
	);
	const written = readFileSync(path.join(caller.environment.home, 'talk.txt'), 'utf8');
	expect(written).toContain('hammers & saws');
	expect(written).toContain('Kim Lee');
	expect(written.match(/Okay/gu)).toHaveLength(9);
});

test('what Zoom is still processing is waited for when the person wants that', async () => {
	const caller = await open({recordingReadyMs: 3_000_000});
	const {host, topic} = caller.sandbox.world.find('processing');
	await using plain = openPlain(caller);
	await chooseMeeting(plain, {email: host.email, words: topic});
	await plain.answer('1. Wait until Zoom has finished, then transcribe\n', '1');
	await plain.terminal.waitFor(`Zoom is still processing “${topic}”`);
	expect(caller.sandbox.submissions).toEqual([]);
});

test('what costs more than one wants to pay unasked is not begun by Enter alone', async () => {
	const caller = await open();
	const {host, topic} = caller.sandbox.world.find('first-choice');
	await caller.run(['config', 'set', 'askAboveUsd', '0.01']);
	await using plain = openPlain(caller);
	await chooseMeeting(plain, {email: host.email, words: topic});
	await plain.answer('That is more than $0.01\n1. Transcribe\n', '');
	await plain.answer('Which option do you want to change?', '');
	expect(caller.sandbox.submissions).toEqual([]);
	await plain.answer('That is more than $0.01\n', '1');
	await plain.answer(': done\n', '');
});
