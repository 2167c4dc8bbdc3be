import {UserError} from '../errors.ts';

/** For whoever gives no command where nobody can see a screen or answer a question. */
export function noTerminal(): UserError {
	return new UserError('Without a command Recscribe needs a terminal, and this is none', {
		code: 'usage',
		hint: 'In scripts use a command, for example `recscribe meetings --json`; `recscribe --help` lists them.',
	});
}

/** For whoever wants to read a transcript there. */
export function noScreen(): UserError {
	return new UserError('The full screen needs a terminal, and this is none', {
		code: 'usage',
		hint: 'Have it as plain lines: `recscribe open TRANSCRIPT --plain`.',
	});
}
