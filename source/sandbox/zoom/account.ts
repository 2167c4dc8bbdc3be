import type {Clock} from '../clock.ts';
import type {World} from '../world/world.ts';
import type {RateLimits} from './rate-limits.ts';
import type {Tokens} from './tokens.ts';

/** The app that a client signs in as. */
export type AppCredentials = {
	readonly accountId: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** Of the app for signing in as oneself. */
	readonly publicClientId: string;
	/** Of the legacy JWT app. */
	readonly apiKey: string;
	readonly apiSecret: string;
};

/** Everything that the parts of the sandbox's Zoom share. */
export type ZoomAccount = {
	readonly world: World;
	readonly clock: Clock;
	readonly tokens: Tokens;
	readonly credentials: AppCredentials;
	/** What the Server-to-Server app was given. */
	readonly scopes: readonly string[];
	/** What those may do who sign in as themselves. */
	readonly ownScopes: readonly string[];
	/** Free accounts have no listing of the whole account. */
	readonly isPaid: boolean;
	/** Undefined: as many requests as one likes. */
	readonly rateLimits: RateLimits | undefined;
	/** "Today" of this world moves on with the clock. */
	readonly today: () => Date;
	/** Addresses of this server and of the one that holds the files, without a slash at the end. */
	readonly origins: {readonly zoom: string; readonly media: string};
	readonly mediaKey: string;
	/** Whether the file server honours `Range`. */
	readonly hasRanges: boolean;
	/** The most that one page holds, whatever `page_size` asks for. */
	readonly largestPage: number;
};
