import {UserError} from '../errors.ts';
import type {Environment} from '../settings/folders.ts';

const proxyVariables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'] as const;

/** This computer itself is never asked by way of another one: the sandbox is here. */
const thisComputer = 'localhost,127.0.0.1,::1';

/**
 * Sends requests by the proxy that the usual variables name. Gives back what there is to say of it.
 *
 * @throws {UserError} when certificates are not to be checked: then anybody could read what is secret.
 */
export async function prepareNetwork(environment: Environment): Promise<string | undefined> {
	if (environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
		throw new UserError('NODE_TLS_REJECT_UNAUTHORIZED=0 would let anybody read your credentials', {
			code: 'usage',
			hint: 'Take it away; a company’s own certificate is named in NODE_EXTRA_CA_CERTS.',
		});
	}

	if (proxyVariables.every(name => (environment[name] ?? '') === '')) {
		return undefined;
	}

	// Loads all of Node's HTTP client: only for whom it is needed.
	const http = await import('node:http');
	if (!('setGlobalProxyFromEnv' in http && typeof http.setGlobalProxyFromEnv === 'function')) {
		// Node 22 reads the variables at its own start, and only when told to.
		return environment['NODE_USE_ENV_PROXY'] === '1'
			? undefined
			: 'This Node takes a proxy from the environment only with NODE_USE_ENV_PROXY=1.';
	}

	const direct = environment['NO_PROXY'] ?? environment['no_proxy'] ?? '';
	const without = [direct, thisComputer].filter(hosts => hosts !== '').join(',');
	http.setGlobalProxyFromEnv({...environment, NO_PROXY: without, no_proxy: without});
	return undefined;
}
