/** How Recscribe signs in to Zoom. */
export type ZoomCredentials =
	| {
			readonly type: 'server-to-server';
			readonly accountId: string;
			readonly clientId: string;
			readonly clientSecret: string;
	  }
	| {readonly type: 'legacy-jwt'; readonly apiKey: string; readonly apiSecret: string}
	/** Somebody who is signed in as themselves. The refresh token is another one after each use. */
	| {readonly type: 'user'; readonly clientId: string; readonly refreshToken: string};

export type ZoomSettings = {
	readonly credentials: ZoomCredentials | undefined;
	/** With the version and without a slash at the end: `https://api.zoom.us/v2` */
	readonly apiUrl: string;
	/** `https://zoom.us` */
	readonly oauthUrl: string;
	/** Of the app to sign in to as oneself, where it was named beforehand. */
	readonly publicClientId?: string | undefined;
};

export type AssemblyAISettings = {
	readonly apiKey: string | undefined;
	/** `https://api.assemblyai.com` */
	readonly baseUrl: string;
};

/** How the audio gets to AssemblyAI: through this computer, or by a link that AssemblyAI fetches. */
export type AudioRoute = 'stream' | 'direct';

export type ZoomPlanName = 'free' | 'pro' | 'business';

/** What a transcription is asked for, unless a run says otherwise. */
export type RequestPreferences = {
	/** In order of priority; empty leaves the choice to AssemblyAI. */
	readonly speechModels: readonly string[];
	readonly audio: AudioRoute;
	/** A code such as `en`; undefined: detected. */
	readonly language?: string | undefined;
	/** The least and the most people who may be told apart. */
	readonly speakersMin?: number | undefined;
	readonly speakersMax?: number | undefined;
	/** Names and words that are hard to hear. */
	readonly keyterms?: readonly string[] | undefined;
	/** AssemblyAI's names of what to take out of the text. */
	readonly redactPii?: readonly string[] | undefined;
	/** Whether an outline is asked for with each transcript. */
	readonly outline?: boolean | undefined;
	/** Whether AssemblyAI's copy is deleted as soon as the transcript is in the library. */
	readonly deleteRemote?: boolean | undefined;
};

export type Preferences = RequestPreferences & {
	/** Says how many requests per second Zoom allows the account. Default: Pro. */
	readonly zoomPlan?: ZoomPlanName | undefined;
	/** US dollars: what is likely to cost more is asked about first. */
	readonly askAboveUsd: number;
	/** US dollars that the transcriptions of a calendar month may cost; undefined: no limit. */
	readonly monthlyLimitUsd?: number | undefined;
	/** US dollars for an hour of audio, by the names of models and extras: in place of the price list's. */
	readonly prices: Readonly<Record<string, number>>;
	/** Whether the terminal is told (by its bell and as a notification) when everything is transcribed. */
	readonly notifications: boolean;
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
