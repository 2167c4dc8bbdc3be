/** How Recscribe signs in to Zoom. */
export type ZoomCredentials =
	| {
			readonly type: 'server-to-server';
			readonly accountId: string;
			readonly clientId: string;
			readonly clientSecret: string;
	  }
	| {readonly type: 'legacy-jwt'; readonly apiKey: string; readonly apiSecret: string};

export type ZoomSettings = {
	readonly credentials: ZoomCredentials | undefined;
	/** With the version and without a slash at the end: `https://api.zoom.us/v2` */
	readonly apiUrl: string;
	/** `https://zoom.us` */
	readonly oauthUrl: string;
};

export type AssemblyAISettings = {
	readonly apiKey: string | undefined;
	/** `https://api.assemblyai.com` */
	readonly baseUrl: string;
};

/** How the audio gets to AssemblyAI: through this computer, or by a link that AssemblyAI fetches. */
export type AudioRoute = 'stream' | 'direct';

export type Preferences = {
	/** In order of priority; empty leaves the choice to AssemblyAI. */
	readonly speechModels: readonly string[];
	readonly audio: AudioRoute;
};

/** Where a value was found: said to the person, never the value itself. */
export type SettingSource = 'environment' | 'env-file' | 'settings-file' | 'sandbox';

/** Everything that was configured, resolved once at start. */
export type Settings = {
	readonly zoom: ZoomSettings;
	readonly assemblyai: AssemblyAISettings;
	readonly preferences: Preferences;
	readonly folders: {readonly config: string; readonly data: string};
	readonly sources: {
		readonly zoom: SettingSource | undefined;
		readonly assemblyai: SettingSource | undefined;
	};
};

/** Whether both services have credentials; whether those are right is for the services to say. */
export function isSetUp({zoom, assemblyai}: Settings): boolean {
	return zoom.credentials !== undefined && assemblyai.apiKey !== undefined;
}
