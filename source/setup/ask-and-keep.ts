import {say} from '../questions/say.ts';
import {
	type PromptContext,
	type PromptTerminal,
	withTerminalPrompts,
} from '../questions/terminal-prompts.ts';
import type {SettingSource, Settings} from '../settings/settings.ts';
import type {SettingsStore} from '../settings/store.ts';
import {checkAndDecide} from './check-and-decide.ts';
import type {CheckResult} from './check-result.ts';
import type {OpenBrowser} from './open-browser.ts';

export type AskOptions = {
	/** What is configured now: says which hosts to ask, and whether something else comes first. */
	readonly settings: Settings;
	/** Where the answers are kept. */
	readonly store: SettingsStore;
	readonly terminal?: PromptTerminal;
	/** Default: the person's own browser. */
	readonly openBrowser?: OpenBrowser;
};

export type AskOutcome =
	/** Kept; `check` says whether the service took them, or why they were kept anyway. */
	| {readonly status: 'kept'; readonly check: CheckResult}
	/** The person went back or pressed Ctrl+C: nothing was kept. */
	| {readonly status: 'left'};

/** The way of one service: a choice that comes first, its explanation, the values. */
export type Questions<Choice, Credentials> = {
	readonly name: string;
	/** Undefined: the person goes back. */
	readonly begin: (context: PromptContext) => Promise<Choice | undefined>;
	readonly explain: (choice: Choice, context: PromptContext) => void;
	/** Undefined: the person goes back. */
	readonly ask: (
		choice: Choice,
		previous: Credentials | undefined,
		context: PromptContext,
	) => Promise<Credentials | undefined>;
	readonly check: (credentials: Credentials, signal: AbortSignal) => Promise<CheckResult>;
	/** Gives back notices. */
	readonly keep: (credentials: Credentials) => Promise<readonly string[]>;
};

/** Asks, checks, and keeps what was accepted or is wanted anyway. Nothing is kept before the end. */
export async function askAndKeep<Choice, Credentials>(
	questions: Questions<Choice, Credentials>,
	{store, terminal}: AskOptions,
): Promise<AskOutcome> {
	const answered = await withTerminalPrompts(async (context): Promise<AskOutcome> => {
		const given = await askUntilDecided(questions, context);
		if (given === undefined) {
			return {status: 'left'};
		}
		const notices = await questions.keep(given.credentials);
		for (const notice of notices) {
			say(context, notice, {style: 'yellow'});
		}
		if (given.check.status === 'accepted') {
			say(context, `✓ ${questions.name} opens ${given.check.as}.`, {style: 'green'});
			say(context, `Kept in ${store.path}`, {style: 'dim'});
		} else {
			say(context, `Kept in ${store.path}, though ${questions.name} refuses it for now.`, {
				style: 'yellow',
			});
		}
		return {status: 'kept', check: given.check};
	}, terminal);
	return answered.status === 'answered' ? answered.value : {status: 'left'};
}

async function askUntilDecided<Choice, Credentials>(
	questions: Questions<Choice, Credentials>,
	context: PromptContext,
): Promise<{readonly credentials: Credentials; readonly check: CheckResult} | undefined> {
	const choice = await questions.begin(context);
	if (choice === undefined) {
		return undefined;
	}
	questions.explain(choice, context);
	let credentials: Credentials | undefined;
	for (;;) {
		const given: Credentials | undefined = await questions.ask(choice, credentials, context);
		if (given === undefined) {
			return undefined;
		}
		const decision = await checkAndDecide(
			questions.name,
			signal => questions.check(given, signal),
			context,
		);
		if (decision.type === 'keep') {
			return {credentials: given, check: decision.check};
		}
		if (decision.type === 'back') {
			return undefined;
		}
		credentials = given;
	}
}

const sourceNames: Readonly<Partial<Record<SettingSource, string>>> = {
	environment: 'the environment',
	'env-file': 'the env file',
};

/** What is kept would not be used as long as the environment has something: say so before asking. */
export function noteWhatComesFirst(
	context: PromptContext,
	serviceName: string,
	source: SettingSource | undefined,
): void {
	const name = source === undefined ? undefined : sourceNames[source];
	if (name !== undefined) {
		say(
			context,
			`Recscribe takes ${serviceName} from ${name} now. What you keep here is used once it is no longer set there.`,
			{style: 'yellow'},
		);
	}
}
