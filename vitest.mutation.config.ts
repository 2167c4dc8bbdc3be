import {defineConfig} from 'vitest/config';

/** The tests that mutants are held against, quick and in one process: npm run test:mutants. */
export default defineConfig({
	test: {
		include: [
			'test/{jobs,transcripts}/**/*.test.ts',
			'test/safe-text.test.ts',
			'test/terminal-sequences.test.ts',
			'test/log/redact.test.ts',
		],
		isolate: false,
		globalSetup: 'test/support/temporary-folder.ts',
	},
});
