/** Where AssemblyAI is, and what every request to it carries. */
export type Base = {
	readonly url: URL;
	readonly headers: Readonly<Record<string, string>>;
};
