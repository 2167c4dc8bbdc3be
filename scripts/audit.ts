// npm run audit: fails for advisories of weight about what is installed, where the registry knows of any.
import {spawnSync} from 'node:child_process';
import process from 'node:process';
import * as z from 'zod';

const answer = z.object({
	metadata: z.object({vulnerabilities: z.object({high: z.number(), critical: z.number()})}),
});

const {stdout} = spawnSync('npm', ['audit', '--json'], {
	encoding: 'utf8',
	shell: process.platform === 'win32',
});
const {success, data} = answer.safeParse(parse(stdout));
if (success) {
	const {high, critical} = data.metadata.vulnerabilities;
	console.log(`Advisories: ${critical} critical, ${high} high.`);
	process.exitCode = high + critical > 0 ? 1 : 0;
} else {
	console.log('This registry tells of no advisories.');
}

function parse(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}
