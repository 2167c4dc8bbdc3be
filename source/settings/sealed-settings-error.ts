import {UserError} from '../errors.ts';

/** The settings are encrypted, and what opens them can't be had. Nothing of them is lost. */
export class SealedSettingsError extends UserError {
	override readonly name = 'SealedSettingsError';

	constructor(message: string, cause?: unknown) {
		super(message, {
			code: 'not-set-up',
			hint: 'Unlock the keychain or bring the key back; else `recscribe setup` puts that file aside and sets up anew: the library stays.',
			cause,
		});
	}
}
