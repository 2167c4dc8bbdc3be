/** What is known about a request that got no answer. */
export type NetworkFault = {
	/** What went wrong, to follow "could not be reached: ". */
	readonly reason: string;
	readonly hint: string;
	/** True only when the request certainly never left this computer. */
	readonly isUnsent: boolean;
	/** Whether the same request may well succeed in a moment. */
	readonly isPassing: boolean;
};

type Details = {readonly code: string; readonly syscall: string};

const certificateCode =
	/^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_(?:GET|VERIFY)|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/;
// These also happen in the middle of a connection.
const otherTlsCode = /^(?:ERR_SSL|EPROTO$)/;

const networkHint = 'Check the network connection, then try again.';
const hostHint = 'Check the network connection and the address in the settings.';

/** Explains a failed `fetch` by the system error at its root. */
export function explainNetworkFault(error: unknown): NetworkFault {
	const {code, syscall} = rootDetails(error);
	if (syscall === 'getaddrinfo' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
		return {
			reason: 'its name was not found (DNS)',
			hint: hostHint,
			isUnsent: true,
			isPassing: true,
		};
	}
	const isCertificateFault = certificateCode.test(code);
	if (isCertificateFault || otherTlsCode.test(code)) {
		return {
			reason: `the secure connection (TLS) failed (${code})`,
			hint: 'Is the clock right, and is there a proxy in between? A company certificate can be named in NODE_EXTRA_CA_CERTS.',
			isUnsent: isCertificateFault,
			isPassing: false,
		};
	}
	if (code === 'ECONNREFUSED') {
		return {reason: 'the connection was refused', hint: hostHint, isUnsent: true, isPassing: true};
	}
	if (syscall === 'connect' || code === 'UND_ERR_CONNECT_TIMEOUT') {
		return {
			reason: `no connection could be made (${code})`,
			hint: hostHint,
			isUnsent: true,
			isPassing: true,
		};
	}
	return {
		reason: `the connection broke (${code === '' ? 'no details' : code})`,
		hint: networkHint,
		isUnsent: false,
		isPassing: true,
	};
}

function rootDetails(error: unknown): Details {
	let details: Details = {code: '', syscall: ''};
	let current = error;
	for (let depth = 0; depth < 8 && current instanceof Error; depth++) {
		if ('code' in current && typeof current.code === 'string') {
			const syscall =
				'syscall' in current && typeof current.syscall === 'string' ? current.syscall : '';
			details = {code: current.code, syscall};
		}
		// A name with several addresses fails with one error for each.
		current = current instanceof AggregateError ? current.errors[0] : current.cause;
	}
	return details;
}
