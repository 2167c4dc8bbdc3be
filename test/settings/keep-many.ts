// Run by the store's test in processes of their own: keeps one section again and again, and fails
// when what it kept last is not what it finds.
import process from 'node:process';
import {openSettingsStore} from '../../source/settings/store.ts';

const [folder = '', section = ''] = process.argv.slice(2);
const store = openSettingsStore(folder);

const keep = (round: number) =>
	section === 'assemblyai'
		? store.keep('assemblyai', {apiKey: `${round}`})
		: store.keep('preferences', {speechModels: [`${round}`]});

function kept(): string | undefined {
	const {settings} = store.read();
	return section === 'assemblyai'
		? settings.assemblyai?.apiKey
		: settings.preferences?.speechModels?.join();
}

await keep(0);
for (let round = 1; round <= 50; round += 1) {
	const found = kept();
	if (found !== `${round - 1}`) {
		throw new Error(`${section}: found ${found} where ${round - 1} was kept`);
	}
	await keep(round);
}
