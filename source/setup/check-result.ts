import {UserError} from '../errors.ts';
import {type SafeText, safeText} from '../safe-text.ts';

export type RefusalReason =
	| 'wrong-secret'
	| 'missing-scopes'
	| 'not-allowed'
	| 'clock-skew'
	| 'no-network'
	| 'rate-limited'
	| 'service';

/** What a service says to credentials. */
export type CheckResult =
	| {
			readonly status: 'accepted';
			/** What they open, to be shown. */
			readonly as: SafeText;
	  }
	| Refused;

export type Refused = {
	readonly status: 'refused';
	readonly reason: RefusalReason;
	readonly message: string;
	readonly hint: string | undefined;
	/** For `missing-scopes`: their names. */
	readonly missingScopes?: readonly SafeText[];
};

/** What a client's error says about the credentials. Any other error is thrown on. */
export function refusalFrom(error: unknown): Refused {
	if (!(error instanceof UserError)) {
		throw error;
	}
	const {message, hint} = error;
	return {status: 'refused', reason: reasonOf(error), message: safeText(message), hint};
}

function reasonOf(error: UserError): RefusalReason {
	if (isAboutTheClock(error)) {
		return 'clock-skew';
	}
	switch (error.code) {
		case 'network':
			return 'no-network';
		case 'rate-limited':
			return 'rate-limited';
		case 'not-allowed':
		case 'not-set-up':
			return 'wrong-secret';
		case 'not-found':
			return 'not-allowed';
		default:
			return 'service';
	}
}

const clockCertificateCodes = /^CERT_(?:NOT_YET_VALID|HAS_EXPIRED)$/;

/** A signature or a certificate that holds at another time than this computer's. */
function isAboutTheClock(error: UserError): boolean {
	let cause: unknown = error.cause;
	for (let depth = 0; depth < 8 && cause instanceof Error; depth += 1) {
		if ('code' in cause && clockCertificateCodes.test(String(cause.code))) {
			return true;
		}
		cause = cause.cause;
	}
	return error.code === 'not-allowed' && /\bclock\b/.test(error.message);
}
