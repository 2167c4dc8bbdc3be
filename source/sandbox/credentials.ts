/**
 * What signs in to the sandbox. Nothing that is worth keeping secret: the same for everybody, so that
 * a client that was once set up for a sandbox can come back to it.
 */
export const credentials = {
	accountId: 'NorthquaySandboxAcct01',
	clientId: 'sandboxClientId0000001',
	clientSecret: 'sandboxClientSecret0000000000001',
	/** Of the general app, for signing in as oneself with PKCE: it has no secret. */
	publicClientId: 'sandboxPublicClient001',
	/** Of the legacy JWT app. */
	apiKey: 'sandboxApiKey000000001',
	apiSecret: 'sandboxApiSecret0000000000000000001',
	assemblyAIKey: 'sandboxassemblyaikey0000000000001',
} as const;
