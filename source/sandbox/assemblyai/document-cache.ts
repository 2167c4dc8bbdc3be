import type {AssemblyAIAccount} from './account.ts';
import type {Job} from './job.ts';
import {writeTranscript} from './transcript-document.ts';

/** The documents of the last few completed jobs: a client may ask for the same one again at once. */
export type DocumentCache = {
	write(job: Job): string;
	forget(job: Job): void;
};

const keptDocuments = 4;

export function createDocumentCache(account: AssemblyAIAccount): DocumentCache {
	const kept = new Map<string, string>();
	return {
		write(job) {
			const known = kept.get(job.id);
			if (known !== undefined) {
				return known;
			}
			const document = writeTranscript(job, account);
			if (job.progress.status === 'completed' && !job.isDeleted) {
				kept.set(job.id, document);
				for (const id of [...kept.keys()].slice(0, -keptDocuments)) {
					kept.delete(id);
				}
			}
			return document;
		},
		forget(job) {
			kept.delete(job.id);
		},
	};
}
