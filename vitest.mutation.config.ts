import {defineConfig} from 'vitest/config';

/** The tests that mutants are held against, quick and in one process: npm run test:mutants. */
export default defineConfig({
	test: {
		include: [
			'test/{jobs,transcript-files,transcripts}/**/*.test.ts',
			'test/safe-text.test.ts',
			'test/parse-json.test.ts',
			'test/terminal-sequences.test.ts',
			'test/log/redact.test.ts',
		],
		// Ten seconds for each mutant: they show that it is quick, not that it is right.
		exclude: ['test/jobs/many-jobs.test.ts'],
		testTimeout: 60_000,
		isolate: false,
		globalSetup: 'test/support/temporary-folder.ts',
	},
});
