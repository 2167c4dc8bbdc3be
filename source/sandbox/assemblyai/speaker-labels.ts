import type {SpokenTurn} from '../speech/speech.ts';
import type {Person} from '../world/people.ts';
import type {Parameters} from './parameters.ts';

export type SpeakerLabels = {
	readonly areOn: boolean;
	/** A, B, C, … in the order in which they are first heard; null when nobody asked. */
	of(turn: SpokenTurn): string | null;
};

export function createSpeakerLabels(parameters: Parameters): SpeakerLabels {
	const areOn = parameters['speaker_labels'] === true;
	const most = mostSpeakers(parameters);
	const known = new Map<Person, string>();
	return {
		areOn,
		of({speaker}) {
			if (!areOn) {
				return null;
			}
			const label = known.get(speaker) ?? letter(Math.min(known.size, most - 1));
			known.set(speaker, label);
			return label;
		},
	};
}

/** Told that there are fewer speakers than there are, it takes several for one. */
function mostSpeakers({speakers_expected: expected, speaker_options: options}: Parameters): number {
	if (typeof expected === 'number') {
		return expected;
	}
	const most =
		typeof options === 'object' && options !== null && 'max_speakers_expected' in options
			? options.max_speakers_expected
			: undefined;
	return typeof most === 'number' ? Math.max(1, most) : Number.POSITIVE_INFINITY;
}

function letter(index: number): string {
	const first = String.fromCharCode(65 + (index % 26));
	return index < 26 ? first : letter(Math.floor(index / 26) - 1) + first;
}
