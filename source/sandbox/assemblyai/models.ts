import type {Language} from '../world/meeting.ts';
import type {Parameters} from './parameters.ts';

/** What AssemblyAI takes, the best first. */
export const usualModels: readonly string[] = [
	'assemblyai-stt-3-7',
	'universal-3-5-pro',
	'universal-2',
];

/** What a model does well besides English; universal-2 knows them all. */
const languages: Readonly<Record<string, readonly Language[]>> = {
	'assemblyai-stt-3-7': ['en', 'de', 'es'],
	'universal-3-5-pro': ['en', 'de', 'es'],
};

/** Which of the asked models took the job, and what is to be said about that. */
export function describeModel(
	parameters: Parameters,
	language: Language,
	accepted: readonly string[],
): object {
	const asked = parameters['speech_models'];
	const models = Array.isArray(asked) ? asked.map(String) : accepted;
	const able = models.find(model => languages[model]?.includes(language) ?? true);
	const used = able ?? models[0] ?? 'universal-2';
	const warnings = [
		...(used === 'universal-3-5-pro'
			? ['universal-3-5-pro is deprecated, please use assemblyai-stt-3-7']
			: []),
		...(able === undefined ? [`'${language}' is not supported in ${used}`] : []),
	];
	return {
		speech_model_used: used,
		metadata:
			warnings.length === 0
				? {domain_used: null}
				: {domain_used: null, warnings: warnings.map(message => ({message}))},
	};
}
