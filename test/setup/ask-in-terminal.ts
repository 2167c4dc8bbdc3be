// Run by tests in a terminal: asks as `recscribe setup` and the full screen do, then says the outcome.
import process from 'node:process';
import {loadSettings} from '../../source/settings/load-settings.ts';
import {askAssemblyAI} from '../../source/setup/ask-assemblyai.ts';
import {askZoom} from '../../source/setup/ask-zoom.ts';
import {runSetup} from '../../source/setup/run-setup.ts';

const load = () => loadSettings({environment: process.env});

async function ask(what: string | undefined): Promise<unknown> {
	const {settings, store} = load();
	switch (what) {
		case 'zoom':
			return await askZoom({settings, store});
		case 'assemblyai':
			return await askAssemblyAI({settings, store});
		default:
			return await runSetup({load});
	}
}

const outcome = await ask(process.argv[2]);
process.stdout.write(`outcome: ${JSON.stringify(outcome)}\n`);
