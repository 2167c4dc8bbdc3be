import type {Consent} from './zoom/account.ts';
import type {RateLimits} from './zoom/rate-limits.ts';

export type SandboxOptions = {
	/** Zoom's port; its file server and AssemblyAI take the next two. 0 or absent: free ones. */
	readonly port?: number;
	/** The same seed gives the same people, meetings and words. */
	readonly seed?: number;
	/** The day that the year of meetings ends with. Default: today. */
	readonly now?: Date;
	/** How long AssemblyAI works on a meeting of half an hour. Default 4000. */
	readonly processingMs?: number;
	/** Added to every request. Default 0. */
	readonly latencyMs?: number;
	/** What the Server-to-Server app may do. Default: everything that is needed. */
	readonly scopes?: readonly string[];
	/** What those may do who sign in as themselves. Default: everything that is needed. */
	readonly ownScopes?: readonly string[];
	/**
	 * Whether whoever signs in as themselves is asked in the browser, or has said yes or no already and is
	 * sent back at once. Default: asked.
	 */
	readonly consent?: Consent;
	/** The models that AssemblyAI takes, the best first. */
	readonly speechModels?: readonly string[];
	/** How many jobs AssemblyAI works on at once. Default 200. */
	readonly concurrency?: number;
	/** Whether downloads can be resumed with `Range`. Default true. */
	readonly hasRanges?: boolean;
	/** The most users or meetings that Zoom puts on one page. Default 300, as `page_size` may ask for. */
	readonly largestPage?: number;
	/** So many more active users, the first hundred of them with a weekly meeting. Default 0. */
	readonly extraUsers?: number;
	/** What the sizes of media files are multiplied with: many small ones go faster. Default 1. */
	readonly mediaScale?: number;
	/** Whether the Zoom account pays, and so has a listing of all its recordings. Default true. */
	readonly isPaid?: boolean;
	/** When Zoom finishes what it is still processing, from the start of the sandbox. Default: never. */
	readonly recordingReadyMs?: number;
	/** How many requests Zoom takes. Default: as many as come. */
	readonly rateLimits?: RateLimits;
};
