import {useMemo, useState} from 'react';
import type {OpenedTranscript} from '../../kept-transcripts/opened-transcript.ts';
import {type SafeText, safeText} from '../../safe-text.ts';
import {
	labelsOfSpeaker,
	type SpeakerSummary,
	summarizeSpeakers,
} from '../../transcripts/speaker-names.ts';
import type {Transcript} from '../../transcripts/transcript.ts';
import type {Binding} from '../keymap.ts';
import type {TranscriptReference} from '../navigation.ts';
import {useSession} from '../session.ts';
import type {KeyHandling} from './use-keys.ts';
import {type List, useList} from './use-list.ts';
import {type TextField, useTextField} from './use-text-field.ts';
import {type UnderstandingState, useUnderstanding} from './use-understanding.ts';

type Names = ReadonlyArray<{readonly label: SafeText; readonly name: SafeText | undefined}>;

type Step =
	| {readonly name: 'closed'}
	| {readonly name: 'listing'}
	| {readonly name: 'renaming'; readonly speaker: SpeakerSummary}
	/** Which one is `speaker` really? */
	| {readonly name: 'merging'; readonly speaker: SpeakerSummary};

export type SpeakersPanelState = {
	readonly list: List<SpeakerSummary>;
	readonly step: Exclude<Step, {readonly name: 'closed'}>;
	readonly field: TextField;
	/** AssemblyAI being asked who they are. */
	readonly understanding: UnderstandingState;
};

export type SpeakersControl = {
	/** Undefined while it is closed. */
	readonly panel: SpeakersPanelState | undefined;
	/** Opens it, for the bindings of the text. */
	readonly binding: Binding;
	/** While it is open. */
	readonly keys: KeyHandling;
};

const keyOf = ({label}: SpeakerSummary) => label;
const textOf = ({name}: SpeakerSummary) => name;

/** Rows under the list. */
export const speakersFootHeight = 3;

/** Who speaks, and who it is: names are kept in the library. */
export function useSpeakers({
	transcript,
	opened,
	reference,
	height,
	onIdentified,
}: {
	readonly transcript: Transcript;
	readonly opened: OpenedTranscript;
	/** AssemblyAI has said who they are. */
	readonly onIdentified: () => void;
	readonly reference: TranscriptReference;
	readonly height: number;
}): SpeakersControl {
	const {services, listings} = useSession();
	const transcriptId = opened.record.id;
	const understanding = useUnderstanding('speakers', {opened, reference, onDone: onIdentified});
	const [step, setStep] = useState<Step>({name: 'closed'});
	const [undoable, setUndoable] = useState<readonly Names[]>([]);
	const field = useTextField('');
	const isOpen = step.name !== 'closed';
	const speakers = useMemo(
		() => (isOpen ? summarizeSpeakers(transcript) : []),
		[transcript, isOpen],
	);
	const list = useList({
		name: `speakers of ${JSON.stringify(reference)}`,
		items: speakers,
		keyOf,
		textOf,
		height: Math.max(1, height - speakersFootHeight),
		canFilter: false,
	});
	const {current} = list;

	function keep(names: Names): void {
		services.nameSpeakers(transcriptId, names);
		listings.reread(reference);
	}

	/** Gives one name to all these labels. */
	function rename(labels: readonly SafeText[], name: SafeText): void {
		const before = labels.map(label => ({label, name: transcript.speakerNames.get(label)}));
		setUndoable([...undoable, before]);
		keep(labels.map(label => ({label, name})));
		setStep({name: 'listing'});
	}

	function undo(): void {
		const last = undoable.at(-1);
		if (last !== undefined) {
			keep(last);
			setUndoable(undoable.slice(0, -1));
		}
	}

	const close: Binding = {
		keys: ['escape', 's', 'q'],
		label: 'close the speakers',
		hint: 'close',
		run: () => setStep({name: 'closed'}),
	};
	const backToList: Binding = {
		keys: ['escape'],
		label: 'leave it as it was',
		hint: 'leave it',
		run: () => setStep({name: 'listing'}),
	};

	function listingBindings(): readonly Binding[] {
		if (understanding.state.name !== 'none') {
			return understanding.bindings;
		}

		if (current === undefined) {
			return [...list.bindings, close];
		}

		return [
			{
				keys: ['enter', 'r'],
				label: 'name this speaker',
				hint: 'rename',
				run() {
					field.set(transcript.speakerNames.get(current.label) ?? '');
					setStep({name: 'renaming', speaker: current});
				},
			},
			...(speakers.length > 1
				? [
						{
							keys: ['m'],
							label: 'merge: this is the same person as another one',
							hint: 'merge',
							run: () => setStep({name: 'merging', speaker: current}),
						} as const,
					]
				: []),
			...(undoable.length > 0
				? [{keys: ['u'], label: 'undo the last name', hint: 'undo', run: undo} as const]
				: []),
			...understanding.bindings,
			...list.bindings,
			close,
		];
	}

	function readKeys(): KeyHandling {
		switch (step.name) {
			case 'closed':
			case 'listing':
				return {bindings: listingBindings()};
			case 'renaming': {
				const take: Binding = {
					keys: ['enter'],
					label: 'keep this name',
					hint: 'keep',
					run() {
						const name = safeText(field.text);
						if (name !== '') {
							rename(labelsOfSpeaker(transcript, step.speaker.label), name);
						}
					},
				};
				return {bindings: [take, backToList, ...field.bindings], onText: field.onText};
			}

			case 'merging': {
				const take: Binding = {
					keys: ['enter'],
					label: 'they are the same person',
					hint: 'merge',
					run() {
						if (current !== undefined && current.label !== step.speaker.label) {
							const labels = [step.speaker, current].flatMap(({label}) =>
								labelsOfSpeaker(transcript, label),
							);
							rename(labels, current.name);
						}
					},
				};
				return {bindings: [take, ...list.bindings, backToList]};
			}
		}
	}

	return {
		panel:
			step.name === 'closed' ? undefined : {list, step, field, understanding: understanding.state},
		binding: {
			keys: ['s'],
			label: 'speakers: who talks how much; name and merge them',
			run: () => setStep({name: 'listing'}),
		},
		keys: readKeys(),
	};
}
