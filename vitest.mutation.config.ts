import {defineConfig} from 'vitest/config';

/** The tests of what cleans and redacts: npm run test:mutants changes that code, and sees whether they notice. */
export default defineConfig({
	test: {
		include: [
			'test/safe-text.test.ts',
			'test/transcripts/file-name.test.ts',
			'test/log/redact.test.ts',
		],
	},
});
