/** The three servers of a sandbox. */
export type Service = 'zoom' | 'zoom-media' | 'assemblyai';

/**
 * What goes wrong with one request. `when: 'before'`: the server has not acted on it;
 * `'after'`: it has, and only the answer is lost or replaced.
 */
export type Fault =
	/** Another answer than the one that was due. */
	| {
			readonly type: 'answer';
			readonly status: number;
			readonly headers?: Readonly<Record<string, string>>;
			readonly body?: string;
			readonly when?: 'before' | 'after';
	  }
	/** The connection is reset. */
	| {readonly type: 'reset'; readonly when: 'before' | 'after'}
	/** The connection is reset when so many bytes of the request's body have arrived, or all of it. */
	| {readonly type: 'reset-upload'; readonly afterBytes: number}
	/** Nothing is answered, for so long (then the connection is reset) or until the client leaves. */
	| {readonly type: 'silence'; readonly when: 'before' | 'after'; readonly milliseconds?: number}
	/** The right answer, later. */
	| {readonly type: 'delay'; readonly milliseconds: number}
	/** The right answer in small portions. */
	| {readonly type: 'slow'; readonly bytesPerSecond: number}
	/** The first bytes of the right body; then it ends as if that were all, or the connection is reset. */
	| {readonly type: 'cut'; readonly afterBytes: number; readonly end: 'clean' | 'reset'};

/** Which requests a fault is for; what is left out matches every one. */
export type RequestPattern = {
	readonly service?: Service;
	readonly method?: string;
	/** The path without its query, as it was sent: a string must be equal, an expression must match. */
	readonly path?: string | RegExp;
	/** Let so many matching requests pass first. Default 0. */
	readonly skip?: number;
	/** How many requests it then befalls. Default 1. */
	readonly times?: number;
};

export type InjectedFault = {
	/** How many requests it has befallen so far. */
	readonly count: number;
	/** Takes it back. */
	remove(): void;
};

type Request = {readonly service: Service; readonly method: string; readonly path: string};

type Entry = {
	readonly pattern: RequestPattern;
	readonly fault: Fault;
	toSkip: number;
	left: number;
	count: number;
};

export type Faults = {
	inject(pattern: RequestPattern, fault: Fault): InjectedFault;
	/** The fault for this request, if there is one; it is used up by that. */
	take(request: Request): Fault | undefined;
};

export function createFaults(): Faults {
	const entries: Entry[] = [];
	return {
		inject(pattern, fault) {
			const entry: Entry = {
				pattern,
				fault,
				toSkip: pattern.skip ?? 0,
				left: pattern.times ?? 1,
				count: 0,
			};
			entries.push(entry);
			return {
				get count() {
					return entry.count;
				},
				remove() {
					entry.left = 0;
				},
			};
		},
		take(request) {
			for (const entry of entries) {
				if (entry.left === 0 || !matches(entry.pattern, request)) {
					continue;
				}
				if (entry.toSkip > 0) {
					entry.toSkip--;
					continue;
				}
				entry.left--;
				entry.count++;
				return entry.fault;
			}
			return undefined;
		},
	};
}

function matches({service, method, path}: RequestPattern, request: Request): boolean {
	if (service !== undefined && service !== request.service) {
		return false;
	}
	if (method !== undefined && method !== request.method) {
		return false;
	}
	if (path === undefined) {
		return true;
	}
	return typeof path === 'string' ? path === request.path : path.test(request.path);
}
