import {isAbort, UserError} from '../../errors.ts';
import type {OpenedTranscript} from '../../kept-transcripts/opened-transcript.ts';
import {askText} from '../../questions/ask-text.ts';
import {choose} from '../../questions/choose.ts';
import {safeText} from '../../safe-text.ts';
import type {OfferedName} from '../../transcripts/name-proposals.ts';
import {
	labelsOfSpeaker,
	type SpeakerSummary,
	speakerName,
	summarizeSpeakers,
} from '../../transcripts/speaker-names.ts';
import type {Transcript} from '../../transcripts/transcript.ts';
import {fitText} from '../fit-text.ts';
import type {Plain} from './plain.ts';

/** Cells of what a speaker said: enough to know who that is. */
const sampleWidth = 70;

/**
 * Asks who the speakers are, with the names that Zoom or AssemblyAI knows at hand; gives back the transcript
 * with the names that it has then.
 */
export async function nameSpeakers(
	plain: Plain,
	before: OpenedTranscript,
): Promise<OpenedTranscript> {
	const {services, prompts} = plain;
	const {id} = before.record;
	let opened = before;
	let offers = await findOffers(plain, opened);
	for (;;) {
		const {transcript} = opened;
		const chosen = await choose<SpeakerSummary | 'offers'>(
			{
				message: 'Who is to be named? The same name for two makes them one',
				choices: [
					...(offers.length === 0
						? []
						: [{value: 'offers', name: describeOffers(transcript, offers)} as const]),
					...summarizeSpeakers(transcript).map(speaker => ({
						value: speaker,
						name: describeSpeaker(speaker),
						short: speaker.name,
						...(speaker.samples[0] !== undefined && {
							description: `“${fitText(speaker.samples[0].text, sampleWidth)}”`,
						}),
					})),
				],
			},
			prompts,
		);
		if (chosen === undefined) {
			return opened;
		}

		if (chosen === 'offers') {
			services.nameSpeakers(id, offers);
			offers = [];
		} else {
			const answer = await askText({message: `Who is ${chosen.name}?`}, prompts);
			const name = safeText(answer ?? '');
			if (name !== '') {
				const labels = labelsOfSpeaker(transcript, chosen.label);
				services.nameSpeakers(
					id,
					labels.map(label => ({label, name})),
				);
				offers = offers.filter(({label}) => !labels.includes(label));
			}
		}

		opened = services.reread(opened);
	}
}

/** None where neither service can be asked: one names the speakers oneself. */
async function findOffers(
	{services, context}: Plain,
	opened: OpenedTranscript,
): Promise<readonly OfferedName[]> {
	if (opened.record.source === 'zoom') {
		return [];
	}

	context.stderr.write('Asking Zoom who was heard…\n');
	try {
		return await services.proposeNames(opened, context.signal);
	} catch (error) {
		if (error instanceof UserError && !isAbort(error)) {
			return [];
		}

		throw error;
	}
}

function describeOffers(transcript: Transcript, offers: readonly OfferedName[]): string {
	const pairs = offers.map(
		({label, name, by}) => `${speakerName(transcript, label)} is ${name} (${by})`,
	);
	return `Take the names that are offered: ${pairs.join(', ')}`;
}

function describeSpeaker({name, share, turnCount}: SpeakerSummary): string {
	const turns = turnCount === 1 ? '1 turn' : `${turnCount} turns`;
	return `${name}, ${Math.round(share * 100)}% of the talk, ${turns}`;
}
