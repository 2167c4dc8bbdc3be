import {defineConfig} from 'vitest/config';

/** Every request through every fault, and the program killed at every place: minutes, not seconds. */
export default defineConfig({
	test: {
		include: ['test/matrix/**/*.test.ts'],
		globalSetup: 'test/support/global-setup.ts',
		testTimeout: 120_000,
		env: {CI: 'false'},
	},
});
