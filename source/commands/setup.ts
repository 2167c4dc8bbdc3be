import {UserError} from '../errors.ts';
import {keepFromEnvFile} from '../setup/keep-from-env-file.ts';
import {runSetup} from '../setup/run-setup.ts';
import type {CommandContext} from './command.ts';

/**
 * Asks for the credentials on the terminal, or keeps those of a file. Throws `UserError` `usage`
 * without a terminal to ask on, and the abort reason when the person leaves the questions.
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
				: `✗ ${name}: kept ${names.join(', ')}, but: ${[check.message, check.hint].filter(Boolean).join(' ')}`,
		),
		...(ignoredNames.length > 0 ? [`Not kept: ${ignoredNames.join(', ')}`] : []),
		`Kept in ${store.path}`,
	];
	stderr.write(`${lines.join('\n')}\n`);
}
