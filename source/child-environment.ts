import process from 'node:process';

/** The environment for programs that Recscribe starts: without what opens Zoom's or AssemblyAI's door. */
export function childEnvironment(): NodeJS.ProcessEnv {
	return Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^(?:ZOOM|ASSEMBLYAI)_/i.test(name)),
	);
}
