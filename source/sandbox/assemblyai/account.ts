import type {Clock} from '../clock.ts';
import type {World} from '../world/world.ts';

/** Everything that the parts of the sandbox's AssemblyAI share. */
export type AssemblyAIAccount = {
	readonly world: World;
	readonly clock: Clock;
	readonly apiKey: string;
	/** The address of this server, without a slash at the end. */
	readonly origin: string;
	/** For a meeting of half an hour. */
	readonly processingMs: number;
	/** How many jobs are worked on at once; the others wait in line. */
	readonly concurrency: number;
	/** The models that it takes, the best first. */
	readonly speechModels: readonly string[];
};
