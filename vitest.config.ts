import {configDefaults, defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		// Hundreds of kills and faults take minutes: npm run test:matrix
		exclude: [...configDefaults.exclude, 'test/matrix/**'],
		globalSetup: 'test/support/global-setup.ts',
		testTimeout: 20_000,
		// A terminal under test is not a CI log: Ink and chalk look at this variable.
		env: {CI: 'false'},
	},
});
