#!/usr/bin/env node
// This file has to parse on any Node that loads ES modules, to be able to say which one is needed.
// Whatever is newer stands behind the check.

// As package.json's `engines` has it; a test holds the two together.
const requirement = '^22.22.2 || ^24.15.0 || >=26.0.0';

function isSupported(version) {
	const [major, minor, patch] = version.slice(1).split('.').map(Number.parseFloat);
	if (major === 22) {
		return minor > 22 || (minor === 22 && patch >= 2);
	}

	return major === 24 ? minor >= 15 : major >= 26;
}

// Node 22 warns that node:sqlite is experimental. Every other warning goes its usual way.
function hideSqliteWarning() {
	const listeners = process.listeners('warning');
	process.removeAllListeners('warning');
	process.on('warning', warning => {
		if (warning.name === 'ExperimentalWarning' && warning.message.startsWith('SQLite ')) {
			return;
		}

		for (const listener of listeners) {
			listener.call(process, warning);
		}
	});
}

function explainRequirement() {
	process.stderr.write(
		`Recscribe needs Node ${requirement} and this is ${process.version}: ` +
			'in a clone, "npm start" brings the right one; elsewhere, get one from https://nodejs.org\n',
	);
	process.exitCode = 1;
}

if (isSupported(process.version)) {
	process.getBuiltinModule('node:module').enableCompileCache();
	hideSqliteWarning();
	void import('../dist/cli.js');
} else {
	explainRequirement();
}
