import {UserError} from '../errors.ts';
import {type KeptService, keepFromEnvFile} from '../setup/keep-from-env-file.ts';
import {runSetup} from '../setup/run-setup.ts';
import type {CommandContext} from './command.ts';

/**
 * Asks for the credentials on the terminal, or keeps those of a file. Throws `UserError` `usage`
 * without a terminal to ask on, another when a service refuses what is in the file, and the abort reason
 * when the person leaves the questions.
 */
export async function setUp(
	{program, stderr, mayAsk, signal}: CommandContext,
	envFilePath: string | undefined,
): Promise<void> {
	if (envFilePath === undefined) {
		if (!mayAsk) {
			throw new UserError('Nobody may be asked for credentials', {
				code: 'usage',
				hint: 'Give a file of NAME = value lines: recscribe setup --env-file FILE.',
			});
		}

		const {status} = await runSetup({load: program.load, terminal: {signal}});
		if (status === 'cancelled') {
			throw new DOMException('The questions were left', 'AbortError');
		}

		return;
	}

	const {settings, store} = program.load();
	const {services, ignoredNames, notices} = await keepFromEnvFile({
		path: envFilePath,
		store,
		folders: settings.folders,
		signal,
	});
	const lines = [
		...notices,
		...services.map(({name, names, check}) =>
			check.status === 'accepted'
				? `✓ ${name}: kept ${names.join(', ')}; it opens ${check.as}.`
				: `${name}: kept ${names.join(', ')}`,
		),
		...(ignoredNames.length > 0 ? [`Not kept: ${ignoredNames.join(', ')}`] : []),
		`Kept in ${store.path}`,
	];
	stderr.write(`${lines.join('\n')}\n`);
	rejectRefused(services);
}

/** Throws `UserError` when a service refuses what was kept for it; `not-allowed` where it has said so itself. */
function rejectRefused(services: readonly KeptService[]): void {
	const refused = services.flatMap(({name, check}) =>
		check.status === 'refused' ? [{name, ...check}] : [],
	);
	if (refused.length === 0) {
		return;
	}

	const isSaidByService = refused.some(
		({reason}) => !['no-network', 'rate-limited', 'service'].includes(reason),
	);
	const hints = [...new Set(refused.flatMap(({hint}) => hint ?? []))];
	const next = isSaidByService
		? 'Correct the file and run this again.'
		: 'It is kept all the same: `recscribe doctor` asks again.';
	throw new UserError(refused.map(({name, message}) => `${name}: ${message}`).join('; '), {
		code: isSaidByService ? 'not-allowed' : 'failed',
		hint: [...hints, next].join(' '),
	});
}
