// npm run build: bundles source/cli.ts and everything it imports into dist/. With --exact, dist/
// holds nothing else afterwards; without, chunks of a build that may still be running stay a while.
import path from 'node:path';
import {performance} from 'node:perf_hooks';
import process from 'node:process';
import {buildProgram} from './build-program.ts';

async function main(): Promise<void> {
	const started = performance.now();
	const {files, bytes} = await buildProgram(path.join(import.meta.dirname, '..'), {
		keepUnwantedForMs: process.argv.includes('--exact') ? 0 : 10 * 60 * 1000,
	});
	const milliseconds = Math.round(performance.now() - started);
	console.log(`dist/: ${files} files, ${Math.round(bytes / 1000)} kB, in ${milliseconds} ms`);
}

try {
	await main();
} catch (error) {
	// esbuild has already said what is wrong, and where.
	if (!(error instanceof Error && 'errors' in error)) {
		throw error;
	}

	process.exitCode = 1;
}
