import type {JobRecord} from '../library/records.ts';

// AssemblyAI keeps uploads for 24 to 48 hours; Zoom's links work for one.
const uploadLifeMs = 20 * 3_600_000;
const linkLifeMs = 30 * 60_000;

/** Whether AssemblyAI can still read the audio where it was put. */
export function hasFreshAudio({audioUrl, uploadedAt, request}: JobRecord): boolean {
	const lifeMs = request.audio === 'direct' ? linkLifeMs : uploadLifeMs;
	return audioUrl !== undefined && uploadedAt !== undefined && Date.now() - uploadedAt < lifeMs;
}
