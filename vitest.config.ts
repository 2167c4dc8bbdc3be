import {configDefaults, defineConfig} from 'vitest/config';

/** Folders whose tests leave nothing behind: a worker that has loaded what they import keeps it. */
const shared = [
	'test/{assemblyai,exports,http,jobs,library,sandbox,transcript-files,transcripts,tui,zoom}/**/*.test.{ts,tsx}',
];
// chalk looks at FORCE_COLOR once, when it is imported: these two want different answers.
const apart = ['test/tui/components.test.tsx', 'test/tui/transcript-screen.test.tsx'];

export default defineConfig({
	test: {
		// A figure for what hangs, not for what is slow: machines that run tests are shared.
		testTimeout: 60_000,
		// Half of the time goes to programs that tests start and wait for: one worker leaves a core idle.
		maxWorkers: 2,
		// A terminal under test is not a CI log: Ink and chalk look at this variable.
		env: {CI: 'false'},
		globalSetup: 'test/support/temporary-folder.ts',
		projects: [
			{
				extends: true,
				test: {
					name: 'parts',
					include: shared,
					exclude: [...configDefaults.exclude, ...apart],
					isolate: false,
				},
			},
			{
				extends: true,
				test: {
					name: 'whole',
					include: ['test/**/*.test.{ts,tsx}'],
					// Hundreds of kills and faults take minutes: npm run test:matrix
					exclude: [
						...configDefaults.exclude,
						'test/matrix/**',
						...shared.map(folder => folder.replace('**/*', '**/!(components|transcript-screen)')),
					],
					globalSetup: 'test/support/global-setup.ts',
				},
			},
		],
	},
});
